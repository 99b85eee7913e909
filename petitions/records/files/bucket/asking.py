"""Asks a store that speaks S3, in bounded time, and says what went wrong in three words of Python's own, without a name.

FileNotFoundError: there is no such thing; FileExistsError: what was to be new, or to be the same, is not; FilesAway: the
store does not answer or refuses.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import boto3
from boto3.exceptions import Boto3Error
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from petitions.records.files.place import FilesAway

_CONNECT, _READ, _TRIES = 5, 20, 3
"""Seconds until a store that does not take a connection, or says nothing, is left; how often in all it is asked."""
QUICK = Config(connect_timeout=2, read_timeout=2, retries={"total_max_attempts": 1, "mode": "standard"})
"""For those who must know soon whether the store answers."""
_POOL = 16
_made: dict[Access, Any] = {}
os.register_at_fork(after_in_child=_made.clear)  # a connection belongs to one process


@dataclass(frozen=True, slots=True)
class Access:
    """How a store is reached. Without keys those are asked for that the machine itself was given."""

    endpoint: str | None
    region: str
    access_key: str | None = field(repr=False)
    secret_key: str | None = field(repr=False)
    is_quick: bool = False


def client(access: Access) -> Any:
    """Return boto3's client, which all threads of a process may use at once."""
    if access not in _made:
        session = boto3.Session(
            aws_access_key_id=access.access_key, aws_secret_access_key=access.secret_key
        )  # given its keys, it looks for none
        made = session.client(
            "s3", region_name=access.region, endpoint_url=access.endpoint, config=config(access)
        )
        _made.setdefault(access, made)
    return _made[access]


def config(access: Access) -> Config:
    """Return how long to wait, and that nothing stands between: a proxy of the environment is not asked."""
    usual = Config(
        connect_timeout=_CONNECT,
        read_timeout=_READ,
        retries={"total_max_attempts": _TRIES, "mode": "standard"},
        proxies={},
        max_pool_connections=_POOL,
        s3={"addressing_style": "path" if access.endpoint else "auto"},
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
        ignore_configured_endpoint_urls=True,
    )
    return usual.merge(QUICK) if access.is_quick else usual


@contextmanager
def asking() -> Iterator[None]:
    """Say what went wrong in the block."""
    try:
        yield
    except ClientError as error:
        raise _told(error) from None
    except (BotoCoreError, Boto3Error):
        raise FilesAway from None


def _told(error: ClientError) -> OSError:
    status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode")
    if status == 404 and error.response.get("Error", {}).get("Code") != "NoSuchBucket":
        return FileNotFoundError()
    return FileExistsError() if status in (409, 412) else FilesAway()
