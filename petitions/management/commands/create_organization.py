"""The ``create_organization`` command: makes an organization and the invitation of its first admin."""

from __future__ import annotations

import argparse
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.urls import reverse

from petitions.access.organizations.invitations import invite
from petitions.access.organizations.opening import open_organization
from petitions.access.roles import Role
from petitions.clinic.office.mails import send_invitation


class Command(BaseCommand):
    """Make it, and print the link."""

    help = "Make an organization, and invite its first admin; prints the link of the invitation."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Name the arguments."""
        parser.add_argument("name", help="how the organization is called")
        parser.add_argument("--admin", required=True, metavar="EMAIL", help="the e-mail of its first admin")
        parser.add_argument(
            "--site", default="http://127.0.0.1:8000", help="the address of this site, for the link"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Make both in one go."""
        try:
            validate_email(options["admin"])
        except ValidationError:
            raise CommandError("--admin: write an e-mail like name@example.com", returncode=2) from None
        if not options["name"].strip():
            raise CommandError("NAME: write how the organization is called", returncode=2)
        organization = open_organization(options["name"].strip())
        found = invite(options["admin"], role=Role.ADMIN, organization_id=organization.pk, invited_by=None)
        assert found is not None  # nobody was invited before
        made, code = found
        link = options["site"].rstrip("/") + reverse("invitation", args=(code,))
        told = (
            "It was mailed, too." if send_invitation(made, link=link) else "Give it to that person yourself."
        )
        self.stdout.write(
            f"Made the organization {organization.pk}.\nThe link for its first admin, for seven days:\n{link}\n{told}"
        )
