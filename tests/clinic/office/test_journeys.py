"""Members come and go with a real browser: the link of an invitation to the first page; removed amid a sitting."""

from __future__ import annotations

import pytest
from django.core import mail

from petitions.access.models import User
from petitions.access.organizations.invitations import invite
from petitions.access.organizations.models import Membership
from petitions.access.roles import Role
from tests.access.signing_in.members import code_of
from tests.access.signing_in.test_journeys import first_step, secret_on, sign_out, type_code
from tests.clinic.people import answered, matter_of, office
from tests.journeys.conftest import Travelers, Watch, new_traveler, traveler, watch
from tests.journeys.traveler import Traveler

__all__ = ["new_traveler", "traveler", "watch"]
pytestmark = [
    pytest.mark.long,
    pytest.mark.journey,
    pytest.mark.django_db(transaction=True),
]
PASSWORD = "a quiet river in spring"


def sign_in(one: Traveler, user: User, *, to: str = "/clinic/") -> Traveler:
    """Sign in by both steps."""
    first_step(one, user, to=to)
    return type_code(one, code_of())


def expect_no_such_page(watch: Watch) -> None:
    """Take out of the browser's troubles the one that was meant."""
    meant = "the server responded with a status of 404"
    assert any(meant in trouble for trouble in watch.troubles)
    watch.troubles[:] = [trouble for trouble in watch.troubles if meant not in trouble]


def test_an_admin_invites_and_the_guest_sets_up_a_second_step_and_works(
    new_traveler: Travelers, watch: Watch
) -> None:
    ours = office()
    admin = sign_in(new_traveler(), ours.member(Role.ADMIN).user, to="/clinic/office/")
    admin.press("Invite somebody")
    admin.page.get_by_label("E-mail").fill("nora@example.org")
    admin.page.get_by_label("Role").select_option("reviewer")
    admin.press("main button[type=submit]")
    link = (admin.page.locator(".link-to-copy code").text_content() or "").removeprefix(admin.site)
    assert link in str(mail.outbox[0].body)

    guest = new_traveler().go(link)
    guest.page.get_by_label("First name").fill("Nora")
    guest.page.get_by_label("Last name").fill("New")
    guest.page.get_by_label("Password").fill(PASSWORD)
    guest.press("main button[type=submit]")
    assert guest.path == "/account/login/"
    guest.page.get_by_label("User name or email address").fill("nora@example.org")
    guest.page.get_by_label("Password").fill(PASSWORD)
    guest.press("Sign in")
    guest.go("/clinic/")
    assert guest.path == "/account/" and "One more step to sign in" in guest.text
    guest.press("Set up an app")
    secret = secret_on(guest.page)
    type_code(guest, code_of(secret), then="Keep this app").press("I have them. Go on")
    assert guest.path == "/clinic/"
    guest.go("/clinic/review/")
    assert "Nothing waits for review" in guest.text, "the role of the invitation"

    sign_out(guest).go(link)
    assert "opens nothing" in guest.text, "the link works once"
    expect_no_such_page(watch)
    admin.go("/clinic/office/")
    assert "Nora New" in admin.text and "nora@example.org" not in admin.text
    admin.go("/clinic/audit-log/")
    assert "made a member Nora New" in admin.text


def test_who_is_removed_while_signed_in_opens_nothing_with_the_next_click(
    new_traveler: Travelers, watch: Watch
) -> None:
    ours = office()
    leaver = ours.member(Role.REVIEWER)
    matter = matter_of(leaver, answers=answered())
    one = sign_in(new_traveler(), leaver.user)
    one.press(f"a[href='/clinic/matters/{matter.pk}/']")
    assert one.path == f"/clinic/matters/{matter.pk}/"

    row = Membership.objects.get(user=leaver.user)
    admin = sign_in(new_traveler(), ours.member(Role.ADMIN).user, to=f"/clinic/office/members/{row.pk}/")
    admin.press("Remove this member")
    assert admin.path == "/clinic/office/"

    with one.page.expect_response(f"{one.site}/clinic/home/") as next_click:
        one.page.locator("a.brand").click()
    assert next_click.value.status == 404
    for path in ("/clinic/", f"/clinic/matters/{matter.pk}/"):
        answer = one.page.goto(one.site + path)
        assert answer is not None and answer.status == 404
    expect_no_such_page(watch)


def test_a_known_member_of_another_office_signs_in_and_joins(traveler: Traveler) -> None:
    known, other = office().member(Role.VOLUNTEER), office("Another Office")
    found = invite(known.user.email, role="reviewer", organization_id=other.organization.pk, invited_by=None)
    assert found
    traveler.go(f"/invitation/{found[1]}/")
    assert "Another Office" in traveler.text and "Sign in with it" in traveler.text
    traveler.press("main a[href^='/account/login/']")
    traveler.page.get_by_label("User name or email address").fill(known.user.username)
    traveler.page.get_by_label("Password").fill(known.user.username)
    type_code(traveler.press("Sign in"), code_of())
    traveler.press("Join")
    assert traveler.path == "/clinic/"
    traveler.press("a[href='/clinic/office/switch/']")
    assert "Another Office" in traveler.text and "Example Legal Aid" in traveler.text
    traveler.press("button[name=organization]")
    assert traveler.page.locator(".staff-office").inner_text().startswith("Another Office")
