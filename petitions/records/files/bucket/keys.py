"""The keys of rows as objects: one for each, made by whoever is first, destroyed with the row."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from contextvars import ContextVar

from petitions.records.files.bucket.storage import BucketStorage
from petitions.records.files.place import FilesAway
from petitions.records.private_folder import KEY_BYTES

_AT_ONCE = 8
_known: ContextVar[dict[str, bytes] | None] = ContextVar("known", default=None)


class KeyObjects(BucketStorage):
    """A ``petitions.records.files.stores.KeyStore``."""

    def key(self, place: str) -> bytes | None:
        """Return a whole key; what a block of ``together`` has seen is not asked for twice."""
        known = _known.get()
        if known is not None and place in known:
            return known[place]
        try:
            found = self.objects.get(self.prefix + place)
        except FileNotFoundError:
            return None
        if len(found) != KEY_BYTES:
            return None
        if known is not None:
            known[place] = found
        return found

    def key_or(self, place: str, new: Callable[[], bytes]) -> bytes:
        """Return the key or keep a new one. Alone, it is most often there; within ``together`` most are new."""
        known = _known.get()
        if known is None:
            return self.key(place) or self._made(place, new())
        if place not in known:
            known[place] = self._made(place, new())
        return known[place]

    @contextmanager
    def together(self) -> Iterator[None]:
        """Ask for each key once; an object lasts from the moment it is there, so nothing is left for the end."""
        token = _known.set({})
        try:
            yield
        finally:
            _known.reset(token)

    def destroy_key(self, place: str) -> None:
        """Destroy a key."""
        self.objects.delete(self.prefix + place)

    def is_empty(self) -> bool:
        """Say whether there is no key, in a few seconds at most: whoever watches the site asks."""
        return self.objects.quick().is_empty(self.prefix)

    def faults(self) -> list[str]:
        """Ask the store."""
        try:
            found = ["versions"] if self.objects.keeps_versions() else []
            return [*found, "twice"] if self._takes_twice() else found
        except OSError:
            return ["away"]

    def every_key(self) -> Iterator[tuple[str, bytes]]:
        """Return each place with its key, some asked for at once; one that is destroyed meanwhile is left out."""
        places = sorted(name for name in self.listdir("")[1] if not name.startswith("."))
        with ThreadPoolExecutor(_AT_ONCE) as asked:
            for start in range(0, len(places), 32 * _AT_ONCE):
                some = places[start : start + 32 * _AT_ONCE]
                for place, key in zip(some, asked.map(self.key, some), strict=True):
                    if key is not None:
                        yield place, key

    def _made(self, place: str, key: bytes) -> bytes:
        """Keep a key; where another process was faster, take that one's."""
        try:
            self.objects.put_new(self.prefix + place, key)
        except FileExistsError:
            found = self.key(place)
            if found is None:  # it was destroyed in this moment, or is none of ours
                raise FilesAway from None
            return found
        return key

    def _takes_twice(self) -> bool:
        """Say whether the store does not know what makes the first of two the only one."""
        name = f"{self.prefix}.{secrets.token_hex(8)}"
        try:
            self.objects.put_new(name, b"first")
            with suppress(FileExistsError):
                self.objects.put_new(name, b"second")
            return self.objects.get(name) != b"first"
        finally:
            self.objects.delete(name)
