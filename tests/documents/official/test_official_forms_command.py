"""The ``official_forms`` command and what it keeps: whole or not at all."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pikepdf
import pytest
from django.core.management import call_command
from pytest_django import Settings

from petitions.documents.official.store import add, check_addition, form_in_use, installed
from petitions.management.commands.official_forms import listing
from tests.documents.official.editions import old_pdf
from tests.documents.official.stand_in import stand_in
from tests.documents.official.test_mapping import NEWER, newer

ON = date(2026, 11, 25)
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def folder(tmp_path: Path, settings: Settings) -> Path:
    settings.OFFICIAL_FORMS_DIR = str(tmp_path / "forms")
    return tmp_path / "forms"


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a runner of the command: its exit code, what it printed and its complaints."""

    def command(*arguments: str) -> tuple[int, str, str]:
        stdout = io.StringIO()
        try:
            call_command("official_forms", *arguments, stdout=stdout)
        except SystemExit as left:
            return int(left.code or 0), stdout.getvalue(), capsys.readouterr().err
        return 0, stdout.getvalue(), capsys.readouterr().err

    return command


def file(tmp_path: Path, content: bytes, *, name: str = "cr400.pdf") -> str:
    (tmp_path / name).write_bytes(content)
    return str(tmp_path / name)


def test_with_nothing_installed_the_list_says_what_to_do(run: Run) -> None:
    code, printed, _ = run("list")
    assert code == 0 and "official_forms add FILE" in printed


def test_the_current_edition_is_added_and_listed(run: Run, tmp_path: Path, folder: Path) -> None:
    assert run("add", file(tmp_path, stand_in())) == (0, "Added CR-400 Rev. January 1, 2024.\n", "")
    code, printed, _ = run("list")
    assert code == 0 and printed.startswith("CR-400 Rev. January 1, 2024, added ")
    assert [place.name for place in folder.iterdir()] == ["cr-400_2024-01-01"]


def test_an_old_edition_is_added_only_when_told_so(run: Run, tmp_path: Path, folder: Path) -> None:
    old = file(tmp_path, old_pdf())
    code, printed, complaints = run("add", old)
    assert (code, printed) == (2, "") and "--old-edition" in complaints and not folder.exists()
    assert run("add", "--old-edition", old)[0] == 0
    assert "an old edition" in run("list")[1]


def test_the_newest_edition_is_the_one_in_use(run: Run, tmp_path: Path, folder: Path) -> None:
    assert form_in_use(folder) is None
    run("add", "--old-edition", file(tmp_path, old_pdf()), file(tmp_path, stand_in(), name="new.pdf"))
    in_use = form_in_use(folder)
    assert in_use is not None and in_use.edition.day == date(2024, 1, 1)


def test_a_new_edition_comes_with_its_mapping(run: Run, tmp_path: Path, folder: Path) -> None:
    pdf, toml = file(tmp_path, stand_in(NEWER)), file(tmp_path, newer().encode(), name="map.toml")
    code, _, complaints = run("add", pdf)
    assert code == 2 and "not known here" in complaints
    assert run("add", pdf, "--mapping", toml)[0] == 0
    in_use = form_in_use(folder)
    assert in_use is not None and in_use.edition.wording == NEWER


def test_one_bad_file_among_good_ones_keeps_all_out(run: Run, tmp_path: Path, folder: Path) -> None:
    bad = file(tmp_path, b"no pdf", name="bad.pdf")
    code, printed, complaints = run("add", file(tmp_path, stand_in()), bad)
    assert (code, printed) == (2, "") and "bad.pdf: This is not a PDF file" in complaints
    assert not folder.exists()


def without_place(name: str) -> bytes:
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(stand_in())) as opened:
        for one in opened.pages[0].obj.Annots:
            if str(one.T) == name:
                del one.Rect
        opened.save(written)
    return written.getvalue()


def two_pages() -> bytes:
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(stand_in())) as opened:
        opened.pages.append(opened.pages[0])
        opened.save(written)
    return written.getvalue()


def locked() -> bytes:
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(stand_in())) as opened:
        opened.save(written, encryption=pikepdf.Encryption(owner="a", user="b"))
    return written.getvalue()


def turned() -> bytes:
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(stand_in())) as opened:
        opened.pages[0].obj.Rotate = 90
        opened.save(written)
    return written.getvalue()


def mended(old: bytes, new: bytes) -> bytes:
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(stand_in())) as opened:
        opened.save(written, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    assert old in written.getvalue() and len(old) == len(new)
    return written.getvalue().replace(old, new)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (lambda: b"", "not a PDF"),
        (lambda: stand_in()[:4000], "not a PDF"),
        (lambda: mended(b"/Ff 65536", b"/Ff (six)"), "not a PDF"),
        (lambda: without_place("AttyFor[0]"), "attorney_for: the field CR-400[0]"),
        (two_pages, "one page"),
        (locked, "password"),
        (turned, "turned"),
        (lambda: stand_in(foot="CR-180"), "This is another form."),
        (lambda: stand_in("Revised"), "No form number and edition"),
    ],
)
def test_a_file_that_is_not_the_form_is_refused_with_a_reason(
    run: Run, tmp_path: Path, folder: Path, content: Callable[[], bytes], told: str
) -> None:
    code, printed, complaints = run("add", file(tmp_path, content()))
    assert (code, printed) == (2, "") and told in complaints and "Traceback" not in complaints
    assert len(complaints.splitlines()) == 1 and not folder.exists()


@pytest.mark.parametrize("arguments", [("none.pdf",), ("{}", "--mapping", "none.toml")])
def test_a_file_that_is_not_there_is_bad_input(run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    pdf = file(tmp_path, stand_in())
    code, _, complaints = run("add", *(one.replace("{}", pdf) for one in arguments))
    assert code == 2 and "cannot be read" in complaints


def test_a_folder_that_cannot_be_written_is_a_failure(run: Run, tmp_path: Path, folder: Path) -> None:
    folder.write_text("a file in the folder's place")
    code, printed, complaints = run("add", file(tmp_path, stand_in()))
    assert (code, printed) == (1, "") and "CLEARRECORD_OFFICIAL_FORMS" in complaints


def test_a_failure_leaves_the_earlier_copy_and_nothing_half_written(
    run: Run, tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(check_addition(stand_in(), mapping=None), folder=folder, on=ON)
    rename = Path.rename

    def fail_on_new(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise OSError("refused")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail_on_new)
    pdf = file(tmp_path, stand_in())
    assert run("add", pdf)[0] == 1
    assert [place.name for place in folder.iterdir()] == ["cr-400_2024-01-01"]
    assert [one.added for one in installed(folder)] == [ON]


def test_adding_again_renews_the_day(folder: Path) -> None:
    addition = check_addition(stand_in(), mapping=None)
    for on in (ON, ON + timedelta(days=100)):
        add(addition, folder=folder, on=on)
    assert [one.added for one in installed(folder)] == [ON + timedelta(days=100)]
    assert [place.name for place in folder.iterdir()] == ["cr-400_2024-01-01"]


@pytest.mark.parametrize(("days", "warned"), [(0, False), (90, False), (91, True), (400, True)])
def test_after_ninety_days_the_list_asks_to_look_again(folder: Path, days: int, warned: bool) -> None:
    add(check_addition(stand_in(), mapping=None), folder=folder, on=ON)
    told = "\n".join(listing(installed(folder), on=ON + timedelta(days=days)))
    assert (f"Added {days} days ago" in told) == warned


@pytest.mark.parametrize("part", ["form.pdf", "about.json"])
@pytest.mark.parametrize("content", [b"", b"[]", b'{"added": 1}'])
def test_a_damaged_form_is_told_and_never_used(
    folder: Path, part: str, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    add(check_addition(stand_in(), mapping=None), folder=folder, on=ON)
    (folder / "cr-400_2024-01-01" / part).write_bytes(content)
    with caplog.at_level(logging.ERROR):
        assert form_in_use(folder) is None
    assert listing(installed(folder), on=ON) == ["cr-400_2024-01-01: Damaged: it is not used. Add it again."]


def test_other_things_in_the_folder_are_passed_over(folder: Path) -> None:
    (folder / ".adding-x").mkdir(parents=True)
    (folder / "notes").mkdir()
    assert installed(folder) == ()
