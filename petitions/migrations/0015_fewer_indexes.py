"""Takes away the indexes that those of 0014 took the place of: each save of a matter wrote to them in vain."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('petitions', '0014_busy_paths'),
    ]

    operations = [
        migrations.AlterField(
            model_name='interview',
            name='created_at',
            field=models.DateTimeField(),
        ),
        migrations.AlterField(
            model_name='matter',
            name='changed_at',
            field=models.DateTimeField(),
        ),
        migrations.AlterField(
            model_name='matter',
            name='opened_at',
            field=models.DateTimeField(),
        ),
    ]
