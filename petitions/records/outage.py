"""Says whether an error means that nothing can be kept for now: the database, a disk or the file store takes nothing."""

from __future__ import annotations

import errno

from django.db import InterfaceError, InternalError, OperationalError

from petitions.records.files.place import FilesAway

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})
_READ_ONLY = "25006"
"""What PostgreSQL says where it takes no writes, as a server does that only follows another."""


def is_outage(error: BaseException | None) -> bool:
    """Say whether the database or the file store is away or takes no writes, or a disk is full or takes none."""
    if isinstance(error, InternalError):
        return getattr(error.__cause__, "sqlstate", None) == _READ_ONLY
    if isinstance(error, OperationalError | InterfaceError | FilesAway):
        return True
    return isinstance(error, OSError) and error.errno in _NO_ROOM
