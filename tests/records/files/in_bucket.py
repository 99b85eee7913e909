"""A store that speaks S3, on this computer alone, and what tests ask of either kind of store."""

from __future__ import annotations

import logging
import secrets
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from clearrecord.file_stores import file_stores

BUCKET_TAKES_LONG = pytest.mark.parametrize(
    "each_store", ["disk", pytest.param("bucket", marks=pytest.mark.long)], indirect=True
)
"""For tests of whole reviews: what a store must do is asked of both in the quick ones (``tests/records/files``)."""
NAMES = {"sheets": "SHEETS_DIR", "prints": "PRINTS_DIR", "reviews": "REVIEWS_DIR", "row_keys": "ROW_KEYS_DIR"}
ACCESS, SECRET = "invented-access-key", "invented-secret-of-a-store-on-this-computer"


@contextmanager
def serving() -> Iterator[str]:
    """Run the server; give its address."""
    warnings.simplefilter("ignore")  # it asks for parts of it that other services need
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    from moto.server import ThreadedMotoServer  # noqa: PLC0415 - half a second, for those who ask for it

    _tell_of_parts_that_come_too_late()
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    try:
        host, port = server.get_host_and_port()
        yield f"http://{host}:{port}"
    finally:
        server.stop()


def _tell_of_parts_that_come_too_late() -> None:
    """Have the server answer as stores do to a part of what was forgotten meanwhile; by itself it breaks."""
    from moto.s3.exceptions import NoSuchUpload  # noqa: PLC0415
    from moto.s3.models import S3Backend  # noqa: PLC0415

    given = S3Backend.upload_part

    def upload_part(self: Any, bucket_name: str, multipart_id: str, *rest: Any, **more: Any) -> Any:
        if multipart_id not in self.get_bucket(bucket_name).multiparts:
            raise NoSuchUpload(upload_id=multipart_id)
        return given(self, bucket_name, multipart_id, *rest, **more)

    S3Backend.upload_part = upload_part


def new_bucket(address: str) -> str:
    """Make a bucket; return the address that FILES_URL takes."""
    import boto3  # noqa: PLC0415 - as above

    name = f"b-{secrets.token_hex(6)}"
    given = {"aws_access_key_id": ACCESS, "aws_secret_access_key": SECRET, "region_name": "us-east-1"}
    boto3.Session().client("s3", endpoint_url=address, **given).create_bucket(Bucket=name)
    return f"s3://{name}/site?endpoint={address}"


def variables(url: str) -> dict[str, str]:
    """Return what the environment says for this bucket."""
    return {"FILES_URL": url, "FILES_ACCESS_KEY": ACCESS, "FILES_SECRET_KEY": SECRET}


def stores_in(url: str) -> dict[str, Any]:
    """Return Django's STORAGES with all four stores in a bucket."""
    return {**settings.STORAGES, **file_stores(variables(url), is_production=False)}


def files_in(name: str) -> dict[str, bytes]:
    """Return each file of a store by its name, hidden ones too, but not the marks that folders are there."""
    from petitions.records.files.stores import row_keys, store  # noqa: PLC0415 - once Django is set up

    found: Any = row_keys() if name == "row_keys" else store(name)
    if found.disk() is not None:
        place = Path(found.disk())
        return {str(one.relative_to(place)): one.read_bytes() for one in place.rglob("*") if one.is_file()}
    below = [key for key, _at in found.objects.below(found.prefix)]
    return {
        key.removeprefix(found.prefix): found.objects.get(key)
        for key in below
        if not key.endswith(("/.folder", "/.health"))
    }


def put_in(name: str, file: str, content: bytes) -> None:
    """Put a file in the place of one, as somebody would who may write to the store but has no key."""
    from django.core.files.base import ContentFile  # noqa: PLC0415
    from django.core.files.storage import storages  # noqa: PLC0415

    storages[name].save(file, ContentFile(content))


if __name__ == "__main__":  # a server for other processes, until standard input ends
    with serving() as own:
        print(own, flush=True)
        sys.stdin.read()
