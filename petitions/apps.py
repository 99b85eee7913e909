"""Names the one Django application, which holds all models."""

from __future__ import annotations

from django.apps import AppConfig


class PetitionsConfig(AppConfig):
    """The application ``petitions``."""

    name = "petitions"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have the files of a held sheet go with its row, a sitting begin with each sign-in, changes logged, the sender checked."""
        from petitions.access.chain import listening  # noqa: PLC0415 - as below
        from petitions.access.organizations import logged  # noqa: PLC0415 - as below
        from petitions.access.signing_in import receivers  # noqa: F401,PLC0415 - as below
        from petitions.clinic.after import sender_check  # noqa: F401,PLC0415 - as below
        from petitions.records.held import holding  # noqa: F401,PLC0415 - it listens once the models are there

        logged.register()
        listening.register(self)
