"""Indexes for the busy paths, made beside whoever writes meanwhile: this migration is not one transaction."""

from django.db import migrations, models

from petitions.records.migrating import AddIndexBesideWriters

INDEXES = (
    ('auditentry', 'audit_by_action', ('organization', 'action', '-timestamp')),
    ('interview', 'visits_by_touch', ('keeping', 'touched_at')),
    ('interview', 'visits_by_beginning', ('keeping', 'created_at')),
    ('matter', 'matters_by_change', ('organization', '-changed_at', 'id')),
    ('matter', 'matters_by_state', ('organization', 'state', '-changed_at', 'id')),
    ('matter', 'matters_by_opening', ('organization', 'opened_at', 'id')),
    ('matter', 'matters_by_closing', ('organization', 'closed_at', 'id')),
)


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        ('petitions', '0013_tasks'),
    ]

    operations = [
        AddIndexBesideWriters(model_name=model, index=models.Index(fields=list(fields), name=name))
        for model, name, fields in INDEXES
    ]
