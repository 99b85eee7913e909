"""Prints many packets: by skeletons that it keeps, so the same shape of a paper is laid out once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from petitions.documents.build import BuiltPacket, PacketFile, Written, title_of
from petitions.documents.bulk.content import Shown
from petitions.documents.bulk.file import FileSkeleton
from petitions.documents.bulk.letters import alphabet_for
from petitions.documents.bulk.skeleton import (
    EmptyPaper,
    PaperSkeleton,
    compile_file,
    compile_paper,
    empty_paper,
)
from petitions.documents.bulk.slots import take_values
from petitions.documents.bulk.store import Store
from petitions.documents.files import PlannedFile, planned_files
from petitions.documents.packet import Packets, Paper
from petitions.documents.typed import Typed

_MOST_EMPTY = 128
_MOST_PAPERS = 512
_MOST_FILES = 1_024
_Kept = TypeVar("_Kept")
Taken = tuple[Paper, tuple[Typed, ...]]
"""A paper with sentinels, and the values that it had in their places."""


class BulkLane:
    """Keeps the skeletons of the shapes seen last; what it prints does not depend on what it printed before."""

    def __init__(self, store: Store | None = None) -> None:
        self._store = store
        self._empty: _Shelf[EmptyPaper] = _Shelf(_MOST_EMPTY)
        self._papers: _Shelf[PaperSkeleton] = _Shelf(_MOST_PAPERS)
        self._files: _Shelf[FileSkeleton] = _Shelf(_MOST_FILES)

    @property
    def compiled(self) -> int:
        """Return how many files were compiled so far."""
        return self._files.made

    def print(self, packets: Packets) -> BuiltPacket:
        """Print a packet; raise NeedsFullRender where a value does not fit the bulk lane."""
        prints = self.print_files(planned_files(packets))
        return BuiltPacket(packets, tuple(PacketFile(path, one) for path, one in prints.items()))

    def print_files(self, files: Sequence[PlannedFile]) -> dict[str, Written]:
        """Print files, by their paths, as ``print`` does those of a packet."""
        papers_of = {id(paper): paper for file in files for paper in file.papers}
        taken = {key: take_values(paper) for key, paper in papers_of.items()}
        number = alphabet_for(tuple(value for _, values in taken.values() for value in values))
        prints: dict[str, Written] = {}
        shown: Shown = {}
        for file in files:
            papers = [taken[id(paper)] for paper in file.papers]
            prints[file.path] = prints.get(file.same_as or "") or self._set(
                file, papers=papers, number=number, shown=shown
            )
        return prints

    def _set(self, file: PlannedFile, *, papers: list[Taken], number: int, shown: Shown) -> Written:
        skeleton = self._file(file, papers=papers, number=number)
        return Written(skeleton.fill([values for _, values in papers], shown=shown), skeleton.pages)

    def _file(self, file: PlannedFile, *, papers: list[Taken], number: int) -> FileSkeleton:
        """Find or compile a file; its first paper gives it its title and its language."""

        def compiled() -> FileSkeleton:
            first, *others = papers
            made = [self._paper(first, number=number, of=file)]
            made += [self._paper(one, number=number, of=None) for one in others]
            return compile_file(made)

        key = (file.is_packet, file.language, number, *[paper for paper, _ in papers])
        return self._files.get(key, make=lambda: self._stored(key, FileSkeleton, make=compiled))

    def _paper(self, taken: Taken, *, number: int, of: PlannedFile | None) -> PaperSkeleton:
        """Find or compile a paper that is written alone, or as the first one ``of`` a file."""
        paper, values = taken

        def compiled() -> PaperSkeleton:
            empty = self._empty.get(paper, make=lambda: empty_paper(paper, values=values))
            title = title_of(of, papers=[empty.laid_out]) if of else empty.laid_out.title
            return compile_paper(empty, title=title, language=language, number=number)

        language = of.language if of else paper.language
        key = (paper, number, language, of is not None and of.is_packet)
        return self._papers.get(key, make=lambda: self._stored(key, PaperSkeleton, make=compiled))

    def _stored(self, key: Hashable, kind: type[_Kept], *, make: Callable[[], _Kept]) -> _Kept:
        """Read what another worker has compiled, or compile it for all."""
        found = self._store.read((kind.__name__, key)) if self._store else None
        if isinstance(found, kind):
            return found
        made = make()
        if self._store:
            self._store.write((kind.__name__, key), made)
        return made


class _Shelf(OrderedDict[Hashable, _Kept]):
    """The things made last, up to a number of them."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most, self.made = most, 0

    def get(self, key: Hashable, *, make: Callable[[], _Kept]) -> _Kept:  # type: ignore[override]
        if key in self:
            self.move_to_end(key)
            return self[key]
        self.made += 1
        self[key] = made = make()
        if len(self) > self._most:
            self.popitem(last=False)
        return made
