"""Run in a process and a database of its own: fifty threads press the same button at once; print what came of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any
from unittest.mock import patch

import django

django.setup()

from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connections, models
from django.http import HttpResponse
from django.test import Client
from django.test.utils import setup_test_environment

from petitions.access.organizations.models import Invitation
from petitions.access.roles import Role
from petitions.records.matters.models import Matter
from petitions.records.matters.print_models import PrintJob, PrintPart
from petitions.records.reviews.models import CountyReview
from tests.access.signing_in.members import just_proved
from tests.clinic.people import Member, office
from tests.clinic.printing.states import ready

PRESSES = 50
_HIDDEN = re.compile(r'name="(token|on)"[^>]*value="([^"]*)"')
Body = Callable[[], dict[str, Any]]


def pressed(name: str, client: Client, page: str, body: Body, *, made: dict[type[models.Model], int]) -> None:
    """Send the same form fifty times at once; say how often it was answered how, and how many rows are new."""
    before = {model: model._default_manager.count() for model in made}
    together = Barrier(PRESSES)

    def press(_number: int) -> tuple[int, str]:
        own = Client()
        own.cookies = client.cookies
        together.wait()
        try:
            said: HttpResponse = own.post(page, body())
            return said.status_code, said.headers.get("Location", "")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(PRESSES) as threads:
        said = list(threads.map(press, range(PRESSES)))
    codes = Counter(code for code, _place in said)
    places = {place for _code, place in said if place}
    new = {model.__name__: model._default_manager.count() - before[model] for model in made}
    print(name, dict(sorted(codes.items())), len(places), new == {m.__name__: n for m, n in made.items()})


def hidden(client: Client, page: str) -> dict[str, str]:
    return dict(_HIDDEN.findall(client.get(page).content.decode()))


def new_matter(member: Member) -> None:
    page = "/clinic/matters/new/"
    sent = {"name": "Testa Example", "language": "es", "attorney": "", "agreed": "on"}
    sent |= hidden(member.client, page)
    pressed("matter", member.client, page, lambda: sent, made={Matter: 1})


def print_job(member: Member) -> None:
    wanted = [one.pk for one in ready(member)]
    sent = {"matters": wanted, "print": "1", "token": "x", "kind": "stack", "order": "name", "court": "1"}
    sent |= {"prosecutor": "0", "petitioner": "1", "separators": "on", "both_sides": "on"}
    made: dict[type[models.Model], int] = {PrintJob: 1, PrintPart: len(wanted)}
    pressed("print job", member.client, "/clinic/print/new/", lambda: sent, made=made)


def review(member: Member) -> None:
    client, page = just_proved(member), "/county/new/"
    sent = {"county": "LOS ANGELES", "flow": "los_angeles_2019_10", "on": "2020-07-01"} | {
        "token": hidden(client, page)["token"]
    }
    pressed("review", client, page, lambda: sent, made={CountyReview: 1})


def imported(member: Member) -> None:
    template = member.client.get("/clinic/lists/template.csv").content
    handed_in = {"list": SimpleUploadedFile("list.csv", template)}
    draft = member.client.post("/clinic/lists/import/", handed_in)["Location"]
    pressed("import", member.client, draft, dict, made={Matter: 1})


def invitation(admin: Member) -> None:
    client, page = just_proved(admin), "/clinic/office/invite/"
    sent = {"email": "new@example.org", "role": "volunteer", **hidden(client, page)}
    pressed("invitation", client, page, lambda: sent, made={Invitation: 1})


def main() -> None:
    """Press them all."""
    setup_test_environment()
    call_command("migrate", verbosity=0)
    ours = office()
    with patch("petitions.clinic.printing.views.print_apart"):
        new_matter(ours.member(Role.REVIEWER))
        print_job(ours.member(Role.REVIEWER))
    review(office("Example County").member(Role.COUNTY))
    imported(ours.member(Role.ADMIN))
    invitation(ours.member(Role.ADMIN))


if __name__ == "__main__":
    main()
