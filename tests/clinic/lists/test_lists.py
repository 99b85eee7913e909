"""A list is shown row by row before it is kept; hostile files are refused; what is exported runs nothing and comes back."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import Any

import pytest
import tablib
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from openpyxl import Workbook

from petitions.access.organizations.models import AuditEntry
from petitions.access.roles import Role
from petitions.clinic.approval import facts_hash
from petitions.clinic.lists.files import BadFile, table_of
from petitions.interview.answers import conviction_ids
from petitions.records.matters.models import ImportDraft, Matter
from petitions.records.matters.reading import answers_of
from tests.access.signing_in.members import just_proved
from tests.clinic.people import Member, answered, matter_of, office
from tests.pages.answered import three_filed

pytestmark = pytest.mark.django_db
CSV = (
    "File,Name,County,Case number,Code,Offense date,Age\r\n"
    "1,Ana Ejemplo,LA,BA1,11359,3/5/2004,33\r\n"
    "1,Ana Ejemplo,LA,BA1,HS 11357(b),3/5/2004,33\r\n"
    "2,Testa Second,Nowhere,X2,weed,2004,33\r\n"
    "3,Testa Third,fresno,F3,11358,2001,19\r\n"
)


@pytest.fixture
def member() -> Member:
    return office().member(Role.REVIEWER)


def handed_in(member: Member, content: bytes, name: str = "list.csv") -> HttpResponse:
    return member.client.post("/clinic/lists/import/", {"list": SimpleUploadedFile(name, content)})


def xlsx(rows: list[list[Any]]) -> bytes:
    book, stream = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(stream)
    return stream.getvalue()


def test_the_dry_run_shows_each_row_and_keeps_nothing_readable(member: Member) -> None:
    page = member.client.get(handed_in(member, CSV.encode())["Location"]).text
    assert "2 new people" in page and "3 rows" in page and "1 row is left out" in page
    assert "Type one code like" in page and "Choose a county" in page
    assert not Matter.objects.exists() and b"Ejemplo" not in bytes(ImportDraft.objects.get().content)


def test_a_yes_imports_the_good_rows_once(member: Member) -> None:
    place = handed_in(member, CSV.encode())["Location"]
    for _time in range(2):
        assert member.client.post(place)["Location"] == place
    left = member.client.get(place).text
    assert "Rows that were left out" in left and "Testa Second" in left and "Testa Third" not in left
    first, third = Matter.objects.order_by("number")
    counts = answers_of(first).answers
    assert conviction_ids(counts) == ("c1", "c2") and counts["filing"]["name_on_case"] == "Ana Ejemplo"
    assert answers_of(third).answers["record"]["convictions"][0]["county"] == "Fresno"
    assert {one.created_by for one in (first, third)} == {member.user}


def test_the_rows_left_out_come_back_with_why_and_can_be_handed_in_again(member: Member) -> None:
    place = handed_in(member, CSV.encode())["Location"]
    bad = member.client.get(f"{place}to-correct.csv").content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(bad)))
    assert len(rows) == 2 and "Code: Type one code" in rows[1][-1]
    mended = bad.replace("weed", "11360").replace("Nowhere", "Kern")
    page = member.client.get(handed_in(member, mended.encode())["Location"]).text
    assert "1 new person" in page and "left out" not in page


def test_the_same_name_is_told_and_is_no_obstacle(member: Member) -> None:
    member.client.get(f"/clinic/matters/{matter_of(member, answers=answered()).pk}/")
    member.client.get("/clinic/")
    page = member.client.get(handed_in(member, "Name;Code\nAnh Zuñiga;11359\n".encode())["Location"]).text
    assert "The same name stands in" in page and "1 new person" in page


@pytest.mark.parametrize(
    "content",
    [
        CSV.encode("utf-8-sig"),
        CSV.replace("Ana", "Ánh").encode("cp1252"),
        CSV.encode("utf-16"),
        CSV.replace(",", ";").encode(),
        CSV.replace(",", "\t").encode(),
        b"\r\nMy list,,\r\n" + CSV.encode(),
        CSV.replace("Name,County", "Nombre,Condado").replace("Code", "Delito").encode(),
        xlsx([line.split(",") for line in CSV.splitlines()]),
    ],
)
def test_a_list_is_read_however_it_was_saved(content: bytes) -> None:
    table = table_of(content)
    assert len(table.rows) == 4 and table.rows[3][1] == "Testa Third"


def bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 70_000_000)
    return stream.getvalue()


def with_part(name: str, content: bytes = b"x") -> bytes:
    stream = io.BytesIO(xlsx([["Name", "Code"], ["Testa", "11359"]]))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(name, content)
    return stream.getvalue()


def entities() -> bytes:
    stream = io.BytesIO()
    evil = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    with (
        zipfile.ZipFile(io.BytesIO(xlsx([["Name", "Code"], ["T", "1"]]))) as good,
        zipfile.ZipFile(stream, "w") as bad,
    ):
        for entry in good.namelist():
            bad.writestr(entry, evil if entry.endswith("sheet1.xml") else good.read(entry))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "no line of heads"),
        (b"\x00\x01\x02binary", "could not read"),
        (b"Name,Code\r\n", "no rows"),
        (b"One,Two\r\nx,y\r\n", "no line of heads"),
        (b"PK\x03\x04 no archive", "could not read"),
        (b"%PDF-1.7", "no line of heads"),
        (b"Name,Code\n" + b"Testa,11359\n" * 2_011, "too many rows"),
        (b"x" * (5 * 1024 * 1024 + 1), "too large"),
        (bomb(), "too large"),
        (with_part("xl/vbaProject.bin"), "macros"),
        (entities(), "could not read"),
    ],
    ids=range(11),
)
def test_what_is_no_list_is_refused_with_one_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(BadFile) as refused:
        table_of(content)
    assert sentence in str(refused.value.sentence)


def test_a_formula_is_a_text_and_is_never_computed() -> None:
    table = table_of(xlsx([["Name", "Code"], ["=1+1", '=HYPERLINK("x")']]))
    assert table.rows == (("=1+1", '=HYPERLINK("x")'),)


def test_a_bad_file_is_told_on_the_page_and_nothing_is_kept(member: Member) -> None:
    assert "could not read" in handed_in(member, b"PK\x03\x04").text
    assert "Choose a file first" in member.client.post("/clinic/lists/import/", {}).text
    assert not ImportDraft.objects.exists()


def test_a_volunteer_hands_nothing_in_and_a_draft_is_its_members_alone(member: Member) -> None:
    place = handed_in(member, CSV.encode())["Location"]
    second = office("Another Office").member(Role.ADMIN)
    assert second.client.get(place).status_code == 404


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_template_is_a_list_that_can_be_handed_in(member: Member, kind: str) -> None:
    content = member.client.get(f"/clinic/lists/template.{kind}").content
    page = member.client.get(handed_in(member, content, f"x.{kind}")["Location"]).text
    assert "1 new person" in page and "left out" not in page


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_plain_export_names_nobody(member: Member, kind: str) -> None:
    matter_of(member, answers=answered())
    response = member.client.post("/clinic/lists/export/", {"kind": kind})
    data = tablib.Dataset().load(
        response.content if kind == "xlsx" else response.content.decode("utf-8-sig"), format=kind
    )
    assert data["Section"] == ["11357"] and data["County"] == ["Humboldt"]
    told = str(list(data)) + response["Content-Disposition"]
    assert not any(word in told for word in ("Zu", "CR-05", "Elm", "Oakland"))


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_is_exported_with_names_comes_back_as_it_was(member: Member, kind: str) -> None:
    answers = answered(three_filed)
    answers["filing"]["name_on_case"] = "=Testa, O'Example"
    matter_of(member, answers=answers)
    client = just_proved(member)
    assert "Write why you need it" in client.post("/clinic/lists/export/with-names/", {"kind": kind}).text
    response = client.post(
        "/clinic/lists/export/with-names/", {"kind": kind, "reason": "moving to a new system"}
    )
    if kind == "csv":
        assert "'=Testa" in response.content.decode("utf-8-sig")
    assert AuditEntry.objects.filter(additional_data__what__icontains="moving to a new system").exists()
    place = handed_in(member, response.content, f"x.{kind}")["Location"]
    client.post(place)
    old, new = (answers_of(one).answers for one in Matter.objects.order_by("number"))
    assert new["filing"]["name_on_case"] == old["filing"]["name_on_case"]
    assert new["filing"]["mailing_address"] == old["filing"]["mailing_address"]
    facts = (
        "county",
        "case_number",
        "section",
        "subdivision",
        "offense_date",
        "age_at_offense",
        "sentence_status",
        "outcome",
    )
    for before, after in zip(old["record"]["convictions"], new["record"]["convictions"], strict=True):
        assert {fact: after.get(fact) for fact in facts} == {fact: before.get(fact) for fact in facts}
    assert facts_hash(new) != ""
