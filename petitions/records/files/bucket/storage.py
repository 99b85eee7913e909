"""A bucket as a storage of Django's: django-storages' own, with folders, in bounded time, and without an address for anybody."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NoReturn

from django.core.files.base import File
from storages.backends.s3 import S3Storage

from petitions.records.files.bucket.asking import Access, asking, client, config
from petitions.records.files.bucket.bucket import Bucket
from petitions.records.files.bucket.folder import BucketFolder
from petitions.records.files.bucket.reading import reading

_IN_MEMORY = 8 << 20
_HEALTH = ".health"


class BucketStorage(S3Storage):  # type: ignore[misc]  # the package tells no types
    """What stands below one prefix of a bucket: a ``petitions.records.files.stores.Store``.

    No ACL is sent: without one an object is its owner's alone, and buckets that know none take it.
    """

    def __init__(self, *, alias: str, **options: Any) -> None:
        access = Access(
            options["endpoint_url"], options["region_name"], options["access_key"], options["secret_key"]
        )
        super().__init__(
            **options,
            client_config=config(access),
            security_token=None,
            session_profile=None,
            default_acl=None,
            file_overwrite=True,
            querystring_auth=False,
            max_memory_size=_IN_MEMORY,
        )
        self.alias = alias
        self.objects = Bucket(access, self.bucket_name, self.object_parameters)

    @property
    def prefix(self) -> str:
        """Return how the key of each object here begins."""
        return f"{self.location}/" if self.location else ""

    def url(self, *_named: Any, **_more: Any) -> NoReturn:
        """Refuse: nothing here is ever handed out by address."""
        raise NotImplementedError("sealed files have no address")

    def folder(self, name: str) -> BucketFolder:
        """Return one folder."""
        return BucketFolder(self.objects, self.alias, self.prefix, name)

    def folders(self) -> list[str]:
        """Return the names of all folders."""
        return self.listdir("")[0]

    def changed(self, folder: str) -> datetime:
        """Return when anything in a folder was last written."""
        written = (at for _key, at in self.objects.below(f"{self.prefix}{folder}/"))
        return max(written, default=datetime.min.replace(tzinfo=UTC))

    def sweep(self, *, before: datetime) -> None:
        """Forget what was begun to be sent before that moment."""
        for upload in self.objects.uploads(self.prefix):
            if upload.begun is not None and upload.begun < before:
                self.objects.abort(upload)

    def take(self, path: Path, *, name: str) -> None:
        """Move a file here."""
        folder = name.rpartition("/")[0]
        if folder:
            with suppress(FileExistsError):
                self.folder(folder).make()
        with asking():
            client(self.objects.access).upload_file(
                str(path), self.bucket_name, f"{self.prefix}{name}", ExtraArgs=dict(self.objects.more)
            )
        path.unlink()

    def disk(self) -> None:
        """Return nothing: it stands on no disk of this machine."""

    def where(self) -> object:
        """Return the bucket."""
        return self.objects.access, self.bucket_name

    def answers(self) -> bool:
        """Write an empty object, in a few seconds at most."""
        try:
            self.objects.quick().put(f"{self.prefix}{_HEALTH}", b"")
        except OSError:
            return False
        return True

    def listdir(self, name: str) -> tuple[list[str], list[str]]:
        """Return the folders and the files of one."""
        path = self._normalize_name(name).strip("/")
        return self.objects.in_folder(f"{path}/" if path else "")

    def exists(self, name: str) -> bool:
        """Say whether there is such a file."""
        with asking():
            return bool(super().exists(name))

    def delete(self, name: str) -> None:
        """Take a file away."""
        with asking():
            super().delete(name)

    def size(self, name: str) -> int:
        """Return how many bytes a file has."""
        with asking():
            return int(super().size(name))

    def get_modified_time(self, name: str) -> datetime:
        """Return when a file was written."""
        with asking():
            written: datetime = super().get_modified_time(name)
        return written

    def _open(self, name: str, mode: str = "rb") -> Any:
        """Open a file, to be read as it comes."""
        if mode == "rb":
            return _Streamed(reading(self.objects, self._normalize_name(name)), name)
        return super()._open(name, mode)

    def _save(self, name: str, content: Any) -> str:
        with asking():
            return str(super()._save(name, content))


class _Streamed(File):  # type: ignore[type-arg]  # generic in the stubs alone
    """A file that is read as it comes."""

    def __iter__(self) -> Iterator[bytes]:
        return self.chunks()
