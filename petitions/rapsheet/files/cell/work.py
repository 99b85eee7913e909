"""One job in the jail: what is asked comes first, then the limits, then the doors close, and then the files are opened."""

from __future__ import annotations

import importlib
import socket
from collections.abc import Callable
from typing import Any

from petitions.documents.framing import Reply, receive_reply, send_reply
from petitions.documents.limits import close_doors, limit_use
from petitions.rapsheet.files.cell.fences import end_when_let_go
from petitions.rapsheet.files.unreadable import Unreadable


def work(line: socket.socket) -> None:
    """Do what the site asks over a line, and answer there piece by piece."""
    _word, leashes, _flags, _address = socket.recv_fds(line, 1, 1)
    end_when_let_go(leashes[0])
    send_reply(line, Reply({"here": True}))
    asked = receive_reply(line)
    job = asked.head["job"]
    limit_use(processor_seconds=job["processor_seconds"], own_data=job["own_data"])
    do = _named(job["work"])
    _named(job["prepare"])(asked)
    close_doors()
    try:
        for reply in do(asked, lambda: receive_reply(line)):
            send_reply(line, reply)
    except Unreadable as unreadable:
        send_reply(line, Reply({"unreadable": unreadable.code}))
    except MemoryError:
        send_reply(line, Reply({"unreadable": "too_much_memory"}))


def _named(name: str) -> Callable[..., Any]:
    module, _colon, function = name.partition(":")
    found: Callable[..., Any] = getattr(importlib.import_module(module), function)
    return found
