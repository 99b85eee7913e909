"""One bucket, and what is done with its objects: each call is one question to the store, or as few as can be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from itertools import islice
from typing import Any, cast

from botocore.exceptions import BotoCoreError

from petitions.records.files.bucket.asking import Access, asking, client
from petitions.records.files.place import FilesAway

_TRIES = 3
_AT_ONCE = 1000
"""So many objects a store takes away at one asking."""


@dataclass(frozen=True, slots=True)
class Found:
    """A part of an object: its bytes, the length of the whole, and the mark of its content."""

    content: bytes
    size: int
    mark: str


@dataclass(frozen=True, slots=True)
class Upload:
    """An object that is being sent in parts, and stands nowhere until it is complete."""

    key: str
    id: str
    begun: datetime | None = None


@dataclass(frozen=True, slots=True)
class Bucket:
    """A bucket. ``more``: what the store is told with each object that is kept there."""

    access: Access
    name: str
    more: Mapping[str, str] = field(default_factory=dict, hash=False)

    def quick(self) -> Bucket:
        """Return the same, asked once and left after a few seconds."""
        return replace(self, access=replace(self.access, is_quick=True))

    def get(self, key: str) -> bytes:
        """Return an object."""
        return self._read(Key=key).content

    def part(self, key: str, *, start: int, length: int, mark: str = "") -> Found:
        """Return a part of an object; raise FileExistsError where its content is not that of ``mark`` any more."""
        same = {"IfMatch": mark} if mark else {}
        return self._read(Key=key, Range=f"bytes={start}-{start + length - 1}", **same)

    def put(self, key: str, content: bytes) -> None:
        """Keep an object, in place of one of that name."""
        self._ask("put_object", Key=key, Body=content, **self.more)

    def put_new(self, key: str, content: bytes) -> None:
        """Keep an object; raise FileExistsError where one has that name already: of two, one only comes through."""
        self._ask("put_object", Key=key, Body=content, IfNoneMatch="*", **self.more)

    def has(self, key: str) -> bool:
        """Say whether there is an object of that name."""
        try:
            self._ask("head_object", Key=key)
        except FileNotFoundError:
            return False
        return True

    def age(self, key: str) -> timedelta | None:
        """Return how long ago an object was written, by the clock of the store; None where there is none."""
        try:
            answer = self._ask("head_object", Key=key)
        except FileNotFoundError:
            return None
        now = parsedate_to_datetime(answer["ResponseMetadata"]["HTTPHeaders"]["date"])
        return now - cast("datetime", answer["LastModified"])

    def delete(self, key: str) -> None:
        """Take an object away; nothing happens where there is none."""
        self._ask("delete_object", Key=key)

    def below(self, prefix: str) -> Iterator[tuple[str, datetime]]:
        """Return the key of each object whose key begins so, and when it was written."""
        for page in self._pages("list_objects_v2", Prefix=prefix):
            yield from ((one["Key"], one["LastModified"]) for one in page.get("Contents", ()))

    def in_folder(self, prefix: str) -> tuple[list[str], list[str]]:
        """Return the names of the folders and of the objects right below a prefix that ends with a slash, or is empty."""
        folders, files = [], []
        for page in self._pages("list_objects_v2", Prefix=prefix, Delimiter="/"):
            folders += [one["Prefix"][len(prefix) : -1] for one in page.get("CommonPrefixes", ())]
            files += [one["Key"][len(prefix) :] for one in page.get("Contents", ())]
        return folders, [name for name in files if name]

    def is_empty(self, prefix: str) -> bool:
        """Say whether no object stands right below a prefix but a hidden one."""
        some = self._ask("list_objects_v2", Prefix=prefix, Delimiter="/", MaxKeys=3).get("Contents", ())
        return all(one["Key"][len(prefix) :].startswith(".") for one in some)

    def delete_below(self, prefix: str) -> None:
        """Take away all that stands below a prefix, and what is being sent there."""
        keys = (key for key, _at in self.below(prefix))
        while some := [{"Key": key} for key in islice(keys, _AT_ONCE)]:
            done = self._ask("delete_objects", Delete={"Objects": some, "Quiet": True})
            if done.get("Errors"):
                raise FilesAway
        for upload in self.uploads(prefix):
            self.abort(upload)

    def begin(self, key: str) -> Upload:
        """Begin to send an object in parts."""
        return Upload(key, self._ask("create_multipart_upload", Key=key, **self.more)["UploadId"])

    def send(self, upload: Upload, *, number: int, content: bytes) -> str:
        """Send a part, of 5 MiB or more but for the last; return its mark."""
        which = {"Key": upload.key, "UploadId": upload.id, "PartNumber": number}
        return str(self._ask("upload_part", Body=content, **which)["ETag"])

    def complete(self, upload: Upload, marks: list[str]) -> None:
        """Have all parts stand under the name, in their order."""
        parts = [{"ETag": mark, "PartNumber": number} for number, mark in enumerate(marks, 1)]
        which = {"Key": upload.key, "UploadId": upload.id, "MultipartUpload": {"Parts": parts}}
        self._ask("complete_multipart_upload", **which)

    def abort(self, upload: Upload) -> None:
        """Forget what was sent; nothing happens where that is done."""
        try:
            self._ask("abort_multipart_upload", Key=upload.key, UploadId=upload.id)
        except FileNotFoundError:
            return

    def uploads(self, prefix: str) -> list[Upload]:
        """Return what is being sent below a prefix."""
        pages = self._pages("list_multipart_uploads", Prefix=prefix)
        return [
            Upload(one["Key"], one["UploadId"], one["Initiated"])
            for page in pages
            for one in page.get("Uploads", ())
        ]

    def keeps_versions(self) -> bool:
        """Say whether the store keeps what was written over or taken away."""
        return bool(self._ask("get_bucket_versioning").get("Status"))

    def _read(self, **which: Any) -> Found:
        """Read an object or a part; where the connection breaks in the middle it is asked again."""
        for left in reversed(range(_TRIES)):
            answer = self._ask("get_object", **which)
            try:
                content = answer["Body"].read()
            except BotoCoreError:
                if not left:
                    raise FilesAway from None
            else:
                whole = answer.get("ContentRange", "").rpartition("/")[2]
                return Found(content, int(whole) if whole else len(content), answer["ETag"])
        raise FilesAway

    def _ask(self, what: str, **words: Any) -> Any:
        with asking():
            call: Callable[..., Any] = getattr(client(self.access), what)
            return call(Bucket=self.name, **words)

    def _pages(self, what: str, **words: Any) -> Iterator[Any]:
        with asking():
            yield from client(self.access).get_paginator(what).paginate(Bucket=self.name, **words)
