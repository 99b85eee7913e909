"""The states of the office's pages."""

from __future__ import annotations

from collections.abc import Iterator

from django.test import Client
from django.utils import timezone

from petitions.access.actors import Actor
from petitions.access.api_tokens.keeping import make_token
from petitions.access.audit import note_changed, note_seen
from petitions.access.organizations.break_glass import break_glass
from petitions.access.organizations.invitations import invite
from petitions.access.organizations.models import AttorneyProfile, Membership
from petitions.access.roles import Role
from tests.access.signing_in.members import just_proved
from tests.clinic.people import Member, answered, matter_of, new_user, office, signed_in
from tests.pages.state import Scene, State

AT = "/clinic/office/"
NO_PAGE: dict[str, str] = {
    "office_home": "only leads on to the first page that the role opens",
    "office_withdraw": "only leads back to the office",
    "office_program_end": "only leads back to the programs",
    "matter_attorney": "only leads back to the matter",
    "audit_export": "is a CSV file",
    "audit_export_xlsx": "is an XLSX file",
}


def states() -> Iterator[State]:
    """Give them all."""
    yield State("office", "office", staff=lambda: Scene(_admin().client, AT))
    yield State("office-busy", "office", staff=_busy)
    yield State("office-invite", "office_invite", staff=lambda: _proved("invite/"))
    yield State("empty-office-invite", "office_invite", staff=lambda: _proved("invite/"), sent={})
    yield State(
        "office-invited",
        "office_invite",
        staff=lambda: _proved("invite/"),
        sent={"email": "new@example.org", "role": "volunteer"},
    )
    yield State("office-programs-none", "office_programs", staff=lambda: _proved("programs/"))
    yield State("office-programs", "office_programs", staff=_programs)
    yield State("empty-office-programs", "office_programs", staff=_programs, sent={})
    yield State("office-program-made", "office_programs", staff=_programs, sent={"name": "Intake export"})
    yield State("office-switch", "office_switch", staff=_two_offices)
    yield State("office-member", "office_member", staff=_member)
    yield State(
        "wrong-office-member-stale",
        "office_member",
        staff=_member,
        sent={"role": "admin", "shown": "auditor"},
    )
    yield State(
        "wrong-office-profile-stale",
        "office_profile",
        staff=lambda: _proved("name/"),
        sent={"name": "An Office", "phone": "510-555-0111", "version": "0"},
    )
    yield State("wrong-office-member", "office_member", staff=_member, sent={"remove": "1"})
    yield State("office-profile", "office_profile", staff=lambda: _proved("name/"))
    yield State(
        "wrong-office-profile",
        "office_profile",
        staff=lambda: _proved("name/"),
        sent={"name": "An Office", "street": "1 Street", "zip": "9"},
    )
    yield State("office-attorney-new", "office_attorney_new", staff=lambda: _proved("attorneys/new/"))
    yield State(
        "empty-office-attorney", "office_attorney_new", staff=lambda: _proved("attorneys/new/"), sent={}
    )
    yield State("office-attorney", "office_attorney", staff=_attorney)
    yield State("office-retention", "office_retention", staff=lambda: _proved("retention/"))
    yield State(
        "office-retention-means",
        "office_retention",
        staff=lambda: _proved("retention/"),
        sent={"days_after_close": "30", "days_untouched": "30"},
    )
    yield State(
        "wrong-office-retention",
        "office_retention",
        staff=lambda: _proved("retention/"),
        sent={"days_after_close": "3", "days_untouched": ""},
    )
    yield State("audit-log", "audit_log", staff=_audit)
    yield State(
        "audit-log-none",
        "audit_log",
        staff=lambda: Scene(_admin().client, "/clinic/audit-log/?about=nothing"),
    )
    yield State("break-glass", "break_glass", staff=lambda: _glass(broken=False))
    yield State("break-glass-broken", "break_glass", staff=lambda: _glass(broken=True))
    yield State("empty-break-glass", "break_glass", staff=lambda: _glass(broken=False), sent={})
    yield State("matters-through-glass", "matters", staff=_through_glass)
    yield State("invitation-new", "invitation", staff=_invited)
    yield State("empty-invitation", "invitation", staff=_invited, sent={})
    yield State("invitation-known", "invitation", staff=lambda: _invited(is_known=True))
    yield State("invitation-theirs", "invitation", staff=lambda: _invited(is_known=True, is_there=True))
    yield State("invitation-none", "invitation", "/invitation/no-such-code/", status=404)


def _admin() -> Member:
    return office().member(Role.ADMIN)


def _proved(page: str) -> Scene:
    return Scene(just_proved(_admin()), f"{AT}{page}")


def _programs() -> Scene:
    admin = _admin()
    for name in ("Case management", "Website"):
        make_token(name, organization_id=admin.organization.pk, made_by=admin.user.pk, now=timezone.now())
    return Scene(just_proved(admin), f"{AT}programs/")


def _busy() -> Scene:
    where = office()
    admin = where.member(Role.ADMIN)
    where.member(Role.VOLUNTEER)
    invite(
        "new@example.org", role="reviewer", organization_id=where.organization.pk, invited_by=admin.user.pk
    )
    AttorneyProfile.objects.create(organization=where.organization, name="Half Address", street="1 Street")
    operator = new_user(is_superuser=True)
    break_glass(
        where.organization, user_id=operator.pk, reason="The print desk shows an error to three members."
    )
    Membership.objects.create(
        organization=office("Second Office").organization, user=admin.user, role=Role.ADMIN
    )
    return Scene(admin.client, AT)


def _member() -> Scene:
    admin = _admin()
    membership = Membership.objects.get(user=admin.user)
    return Scene(just_proved(admin), f"{AT}members/{membership.pk}/")


def _attorney() -> Scene:
    admin = _admin()
    profile = AttorneyProfile.objects.get(organization=admin.organization)
    return Scene(admin.client, f"{AT}attorneys/{profile.pk}/")


def _audit() -> Scene:
    admin = _admin()
    actor = Actor(admin.user.pk, "Ada Admin", admin.organization, Role.ADMIN)
    matter = matter_of(admin, answers=answered())
    note_seen(actor, matter, what="matter")
    note_changed(actor, matter, parts=["c1/age", "you/mail"])
    glass = Actor(new_user(is_superuser=True).pk, "operator", admin.organization, "glass")
    note_seen(glass, matter, what="review")
    return Scene(admin.client, "/clinic/audit-log/")


def _two_offices() -> Scene:
    admin, other = _admin(), office("Another Office")
    Membership.objects.create(organization=other.organization, user=admin.user, role=Role.AUDITOR)
    return Scene(admin.client, f"{AT}switch/")


def _glass(*, broken: bool) -> Scene:
    operator = new_user(is_superuser=True)
    if broken:
        break_glass(office().organization, user_id=operator.pk, reason="A test of the glass.")
    client = just_proved(Member(operator, office().organization))
    return Scene(client, "/clinic/break-glass/")


def _through_glass() -> Scene:
    member, operator = office().member(Role.REVIEWER), new_user(is_superuser=True)
    matter_of(member, answers=answered())
    break_glass(member.organization, user_id=operator.pk, reason="A test of the glass.")
    return Scene(signed_in(operator), "/clinic/")


def _invited(*, is_known: bool = False, is_there: bool = False) -> Scene:
    user = new_user() if is_known else None
    email = user.email if user else "new@example.org"
    found = invite(email, role="volunteer", organization_id=office().organization.pk, invited_by=None)
    assert found
    client = signed_in(user) if user and is_there else Client()
    return Scene(client, f"/invitation/{found[1]}/")
