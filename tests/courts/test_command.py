"""The courts command: what it lists, takes and refuses, with the exit code of the contract."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from unittest.mock import patch

import pytest
from django.core.management import call_command

from petitions.access.organizations.models import Membership
from petitions.access.roles import Role
from petitions.courts.changing import Change
from petitions.courts.patches import all_files
from petitions.courts.tables import shipped_tables
from petitions.management.commands import courts
from petitions.records.court_edits.models import CourtEdit
from petitions.records.court_edits.writing import ChangedMeanwhile, add_edits
from tests.clinic.people import office
from tests.courts.found import ALPINE_DA, found

pytestmark = pytest.mark.django_db


def ran(*words: str) -> str:
    said = StringIO()
    call_command("courts", *words, stdout=said)
    return said.getvalue()


def refused(capsys: pytest.CaptureFixture[str], *words: str, code: int = 2) -> list[str]:
    with pytest.raises(SystemExit) as ended:
        ran(*words)
    assert ended.value.code == code
    return capsys.readouterr().err.splitlines()


def changed(folder: Path, before: str, after: str) -> str:
    text = all_files(shipped_tables(), ())["prosecutors.csv"]
    assert before in text
    file = folder / "prosecutors.csv"
    file.write_text(text.replace(before, after, 1), encoding="utf-8")
    return str(file)


def test_what_is_stale_is_told_with_where_since_when_and_its_source() -> None:
    lines = ran("stale").splitlines()
    assert all(line.startswith("  ") or ": last checked " in line for line in lines)
    assert len(ran("stale", "--all").splitlines()) > len(lines)


def test_a_bad_file_is_refused_by_its_lines_and_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = changed(tmp_path, '"Alpine","Alpine County', '"Alpyne","Alpine County')
    assert refused(capsys, "import", file) == [
        "line 3: county: This is not a county of California. Check its spelling.",
        courts.NOT_TAKEN,
    ]
    assert CourtEdit.objects.count() == 0


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"x" * 5_000_001])
def test_a_file_that_cannot_be_read_is_refused(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file.csv"
    file.write_bytes(content)
    assert refused(capsys, "import", str(file)) == [courts.NOT_READ]
    assert refused(capsys, "import", str(tmp_path / "none.csv")) == [courts.NOT_READ]


def test_a_file_with_nothing_new_says_so(tmp_path: Path) -> None:
    assert ran("import", changed(tmp_path, "county", "county")) == f"{courts.NOTHING_TO_IMPORT}\n"


def test_who_is_slower_is_told_and_nothing_is_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blank = '"","","","","","","","",""'
    known = '"1 Street","","","","","","https://a.example.org","2026","2026-11-20"'
    file = changed(tmp_path, f"Alpine County District Attorney's Office\",{blank}", f'X",{known}')
    with patch.object(courts, "add_edits", side_effect=ChangedMeanwhile):
        lines = refused(capsys, "import", file, code=1)
    assert lines == [courts.MEANWHILE]


def test_without_a_change_there_is_no_patch(tmp_path: Path) -> None:
    assert ran("export") == f"{courts.NOTHING_TO_EXPORT}\n"
    add_edits([Change(found(ALPINE_DA, "phone", "(530) 555-0100"), "")], user_id=None)
    assert ran("export").startswith("diff --git a/petitions/courts/data/prosecutors.csv ")
    ran("export", "--output", str(tmp_path / "new"))
    assert (tmp_path / "new" / "courts.patch").read_text(encoding="utf-8") == ran("export")


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert refused(capsys, "export", "--output", str(tmp_path / "file"), code=1) == [courts.NOT_WRITTEN]


def test_the_right_is_given_to_one_member_of_one_office(capsys: pytest.CaptureFixture[str]) -> None:
    first, second = office(), office("Another Office")
    user = first.member(Role.REVIEWER).user
    Membership.objects.create(organization=second.organization, user=user, role=Role.REVIEWER)
    [told] = refused(capsys, "editors", "--add", user.username)
    assert second.organization.pk in told
    ran("editors", "--add", user.email.upper(), "--office", second.organization.pk)
    assert [row.organization_id for row in Membership.objects.filter(edits_courts=True)] == [
        second.organization.pk
    ]
    assert refused(capsys, "editors", "--add", "nobody") == [courts.NO_MEMBER]
