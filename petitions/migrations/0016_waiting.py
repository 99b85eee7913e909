from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('petitions', '0015_fewer_indexes'),
    ]

    operations = [
        migrations.AddField(
            model_name=model,
            name='asked_at',
            field=models.DateTimeField(blank=True, null=True),
        )
        for model in ('countyreview', 'heldsheet', 'reviewpapers')
    ]
