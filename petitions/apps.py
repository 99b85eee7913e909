"""Names the one Django application, which holds all models."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class PetitionsConfig(AppConfig):
    """The application ``petitions``."""

    name = "petitions"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have files and keys go with their rows, sittings begin with each sign-in, changes logged and chained, courts current."""
        from petitions.access.chain import listening  # noqa: PLC0415 - as below
        from petitions.access.organizations import logged  # noqa: PLC0415 - as below
        from petitions.access.signing_in import receivers  # noqa: F401,PLC0415 - as below
        from petitions.clinic.after import sender_check  # noqa: F401,PLC0415 - as below
        from petitions.courts.current import read_edits_from  # noqa: PLC0415 - as below
        from petitions.management import ages, key_store_check  # noqa: F401,PLC0415 - as below
        from petitions.records.court_edits.reading import edits_now  # noqa: PLC0415 - as below
        from petitions.records.ended_keys import end_with  # noqa: PLC0415 - as below
        from petitions.records.lock_waits import wait_as_before, wait_little  # noqa: PLC0415 - as below
        from petitions.records.sealed_kinds import OWNERS  # noqa: PLC0415 - the models must be there

        logged.register()
        end_with(OWNERS)
        read_edits_from(edits_now)
        pre_migrate.connect(
            wait_little, sender=self, dispatch_uid="short locks"
        )  # before the guards are lifted
        post_migrate.connect(wait_as_before, sender=self, dispatch_uid="short locks")
        listening.register(self)
