"""The mails of an office to its own people: an invitation, and that somebody looked in. Neither tells of a petitioner."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext

from petitions.access.organizations.members import members_of
from petitions.access.organizations.models import BreakGlass, Invitation
from petitions.access.roles import Role
from petitions.records.mailing import send_plain


def send_invitation(invitation: Invitation, *, link: str) -> bool:
    """Send the link; say whether the mail server took it. Where no mail is set up nothing is sent."""
    lines = (
        gettext("%(office)s asks you to work with it on its site.")
        % {"office": invitation.organization.name},
        gettext("Open this link within seven days, and choose a password:"),
        link,
        gettext("You did not expect this? Then do nothing."),
    )
    return _send(invitation.email, gettext("An invitation"), lines)


def tell_admins(glass: BreakGlass) -> None:
    """Tell the admins of an organization that whoever runs the site looks into it, and why."""
    lines = (
        gettext("Whoever runs the site has opened the files of %(office)s for one hour.")
        % {"office": glass.organization.name},
        gettext("The reason that was given stands on your office page and in the audit log."),
    )
    for member in members_of(glass.organization_id).filter(role=Role.ADMIN):
        _send(member.user.email, gettext("Somebody looked in"), lines)


def _send(address: str, subject: str, lines: tuple[str, ...]) -> bool:
    if not address or not settings.MAIL_OFFERED:
        return False
    return send_plain(address, subject=subject, text="\n\n".join(lines))
