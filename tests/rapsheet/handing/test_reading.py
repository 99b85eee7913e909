"""Pages are read one by one, and reading goes on where it stopped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from petitions.rapsheet.engines import Engine
from petitions.rapsheet.extract import PageRead
from petitions.rapsheet.files.unreadable import Unreadable
from petitions.rapsheet.handing.kept_pages import (
    has_page,
    page_of,
    pages_of,
    picture_of,
    progress,
    without_page,
)
from petitions.rapsheet.handing.picture_size import picture_size
from petitions.rapsheet.handing.plan import (
    Plan,
    begun,
    moved,
    plan_of,
    with_file,
    with_page_instead,
    without_file,
)
from petitions.rapsheet.handing.process import is_taken
from petitions.rapsheet.handing.reading import read_all
from petitions.rapsheet.pages import TextLine
from petitions.rapsheet.troubles import Trouble
from petitions.records.files.place import NotYourTurn
from petitions.records.held.folder import Folder, FolderGone
from petitions.records.private_folder import PrivateFolder
from tests.rapsheet.sheet_files import drawn, saved

PICTURE = saved(drawn(("x",), wide=80))


class Reader:
    """Reads each letter of each file as a page; ``stop``: before which page it dies, or refuses with a code."""

    def __init__(self, *, stop: int | None = None, refusal: str = "") -> None:
        self.stop, self.refusal = stop, refusal
        self.read: list[str] = []

    def count(self, files: Sequence[bytes]) -> int:
        if self.refusal:
            raise Unreadable(self.refusal)
        return len(b"".join(files))

    def pages(self, files: Sequence[bytes], *, first: int = 0, engine: Engine) -> Iterator[PageRead]:
        for number, letter in enumerate(b"".join(files).decode()[first:], first + 1):
            if number == self.stop:
                raise MemoryError
            self.read.append(letter)
            yield PageRead((TextLine(letter),), PICTURE, from_picture=True, trouble=Trouble.TOO_DARK)


def folder_of(path: Path, *files: str) -> Folder:
    folder = Folder(PrivateFolder(path / "sheets" / "one"), b"k" * 32)
    folder.make()
    for file in files:
        with_file(folder, title=file, content=file.encode())
    begun(folder)
    return folder


def read(folder: Folder, reader: Reader) -> bool:
    return read_all(folder, engine=Engine.NONE, count=reader.count, read=reader.pages)


def texts(folder: Folder) -> str:
    return "".join(line.text for page in pages_of(folder) for line in page.lines)


def test_every_page_is_kept_with_its_picture_and_what_it_lacks(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "ab", "c")
    assert read(folder, Reader())
    assert texts(folder) == "abc"
    page = page_of(folder, 3)
    assert page is not None
    assert (page.trouble, page.size, page.from_picture) == ("too_dark", (80, 110), True)
    assert picture_of(folder, 3) == PICTURE
    assert progress(folder).is_done


def test_after_a_crash_only_the_missing_pages_are_read(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "abcd")
    with pytest.raises(MemoryError):
        read(folder, Reader(stop=3))
    assert (progress(folder).read, progress(folder).of, progress(folder).is_done) == (2, 4, False)
    again = Reader()
    read(folder, again)
    assert again.read == ["c", "d"]
    assert texts(folder) == "abcd"


def test_a_sheet_that_was_read_is_not_read_again(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "ab")
    read(folder, Reader())
    again = Reader()
    read(folder, again)
    assert again.read == []


def test_a_new_photo_takes_the_place_of_its_page_alone(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "abc")
    read(folder, Reader())
    with_page_instead(folder, 2, content=b"XY")
    without_page(folder, 2)
    assert not has_page(folder, 2)
    again = Reader()
    read(folder, again)
    assert again.read == ["X"]
    assert texts(folder) == "aXc"


def test_files_that_cannot_be_read_say_why(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "abc")
    assert read(folder, Reader(refusal="encrypted"))
    assert progress(folder).refused == "encrypted"


def test_when_all_places_are_taken_reading_waits(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "abc")
    assert not read(folder, Reader(refusal="busy"))
    assert progress(folder).refused is None


def test_a_page_cannot_be_kept_once_the_folder_is_gone(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "abc")
    folder.destroy()
    with pytest.raises(FolderGone):
        read(folder, Reader())


def test_pages_that_are_missing_are_not_passed_over(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "ab")
    read(folder, Reader())
    without_page(folder, 1)
    with pytest.raises(FolderGone):
        pages_of(folder)


@pytest.mark.parametrize(
    ("name", "by", "order"),
    [
        ("file-2", -1, "bac"),
        ("file-2", 1, "acb"),
        ("file-1", -1, "abc"),
        ("file-3", 1, "abc"),
        ("none", 1, "abc"),
    ],
)
def test_a_file_moves_up_and_down(name: str, by: int, order: str, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "a", "b", "c")
    moved(folder, name, by=by)
    assert "".join(one.title for one in plan_of(folder).files) == order


def test_a_file_that_is_taken_out_leaves_nothing(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "a", "b")
    without_file(folder, "file-1")
    without_file(folder, "plan")
    assert [one.name for one in plan_of(folder).files] == ["file-2"]
    assert folder.names() == {"file-2", "plan"}


def test_an_empty_folder_has_an_empty_plan(tmp_path: Path) -> None:
    assert plan_of(Folder(PrivateFolder(tmp_path), b"k" * 32)) == Plan()


def test_one_process_reads_at_a_time(tmp_path: Path) -> None:
    folder, gone = (Folder(PrivateFolder(one), b"k" * 32) for one in (tmp_path, tmp_path / "gone"))
    with folder.place.turn():
        assert is_taken(folder)
        with pytest.raises(NotYourTurn), folder.place.turn():
            pass
    assert not is_taken(folder)
    assert is_taken(gone)


@pytest.mark.parametrize(
    ("picture", "size"),
    [
        (saved(drawn(("x",), wide=80)), (80, 110)),
        (saved(drawn(("x",), wide=80), "PNG"), (80, 110)),
        (b"", None),
        (b"\xff\xd8", None),
        (b"\xff\xd8\xff\xe0", None),
        (b"\xff\xd8\x00", None),
        (b"\x89PNG\r\n\x1a\n", None),
        (b"GIF89a", None),
    ],
)
def test_the_size_of_a_picture_stands_in_its_head(picture: bytes, size: tuple[int, int] | None) -> None:
    assert picture_size(picture) == size
