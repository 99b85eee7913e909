"""One folder of sealed files in a bucket. A store knows no folders: a mark says that this one was made and not destroyed."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from threading import Event, Thread
from typing import IO

from petitions.records.files.bucket.bucket import Bucket
from petitions.records.files.bucket.draft import Draft
from petitions.records.files.bucket.reading import reading
from petitions.records.files.place import NotYourTurn

MARK = ".folder"
_TURN = "turn"
_LEASE = timedelta(seconds=30)
"""After so long without a word of it, the process that had the turn is taken for dead."""
_RENEW = 10.0


@dataclass(frozen=True, slots=True)
class BucketFolder:
    """A ``petitions.records.files.place.Place``. ``store``: whose it is; ``path``: its name there; ``prefix``: before it."""

    bucket: Bucket
    store: str
    prefix: str
    path: str

    @property
    def name(self) -> str:
        """Return the name of the folder."""
        return self.path.rpartition("/")[2]

    @property
    def is_there(self) -> bool:
        """Say whether it was made and not destroyed."""
        return self.bucket.has(self._key(MARK))

    def make(self) -> None:
        """Make it; raise FileExistsError where it is there."""
        self.bucket.put_new(self._key(MARK), b"")

    def put(self, name: str, content: bytes) -> None:
        """Keep a file; where the folder is gone by then, nothing of it stays."""
        self.bucket.put(self._key(name), content)
        self._kept(self._key(name))

    def begin(self, name: str) -> Draft:
        """Begin a file of any length; that the folder is there is seen when the file is kept."""
        key = self._key(name)
        return Draft(self.bucket, key, kept=partial(self._kept, key))

    def read(self, name: str) -> bytes:
        """Return a whole file."""
        return self.bucket.get(self._key(name))

    def open(self, name: str) -> IO[bytes]:
        """Open a file."""
        return reading(self.bucket, self._key(name))

    def has(self, name: str) -> bool:
        """Say whether there is such a file."""
        return self.bucket.has(self._key(name))

    def names(self) -> frozenset[str]:
        """Return the names of the files that are not hidden."""
        _folders, files = self.bucket.in_folder(self._key(""))
        return frozenset(name for name in files if not name.startswith("."))

    def remove(self, name: str) -> None:
        """Take a file out."""
        self.bucket.delete(self._key(name))

    def sweep(self) -> None:
        """Forget what is being sent in parts; only whoever alone writes may do so."""
        for upload in self.bucket.uploads(self._key("")):
            self.bucket.abort(upload)

    def destroy(self) -> None:
        """Take the mark away, by which whoever still writes learns of it, then all that stands there."""
        self.bucket.delete(self._key(MARK))
        self.bucket.delete_below(self._key(""))

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Hold the turn by an object that is written anew while the block runs, so that other machines see it, too."""
        if not self.is_there:
            raise NotYourTurn
        self._take_turn(secrets.token_bytes(16))
        over = Event()
        renewing = Thread(target=self._renew, args=(over,), daemon=True)
        renewing.start()
        try:
            yield
        finally:
            over.set()
            renewing.join()
            self.bucket.delete(self._key(_TURN))

    def orders(self) -> Mapping[str, str]:
        """Return the words by which another process finds it."""
        return {"store": self.store, "name": self.path}

    def _kept(self, key: str) -> None:
        """See that the folder still stands: whoever destroys it takes the mark first and lists what is there after that."""
        if not self.is_there:
            self.bucket.delete(key)
            raise FileNotFoundError

    def _take_turn(self, word: bytes) -> None:
        key, age = self._key(_TURN), self.bucket.age(self._key(_TURN))
        if age is not None and age < _LEASE:
            raise NotYourTurn
        try:
            if age is None:
                self.bucket.put_new(key, word)
            else:
                self.bucket.put(key, word)
            is_mine = self.bucket.get(key) == word
        except (FileExistsError, FileNotFoundError):
            is_mine = False
        if not is_mine:
            raise NotYourTurn

    def _renew(self, over: Event) -> None:
        while not over.wait(_RENEW):
            with suppress(OSError):
                self.put(_TURN, secrets.token_bytes(16))

    def _key(self, name: str) -> str:
        return f"{self.prefix}{self.path}/{name}"
