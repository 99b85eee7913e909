"""Words between the site and a process beside it: lengths, JSON and plain bytes, so that neither trusts the other's objects."""

from __future__ import annotations

import json
import socket
import struct
from dataclasses import dataclass
from typing import Any, Protocol

_LENGTH = struct.Struct(">Q")
_LONGEST_HEAD = 1_000_000
_LONGEST_PART = 100_000_000
_MOST_PARTS = 1_000


class Line(Protocol):
    """What bytes come over: a socket, or what stands for one."""

    def recv(self, size: int, /) -> bytes:
        """Return some bytes; none at the end."""


class BrokenFrame(Exception):
    """The other side stopped early, or said something that is no frame."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a job gives back: a few plain values, and files as bytes."""

    head: dict[str, Any]
    parts: tuple[bytes, ...] = ()


def send_bytes(line: socket.socket, content: bytes) -> None:
    """Send bytes after their length."""
    line.sendall(_LENGTH.pack(len(content)))
    line.sendall(content)


def receive_bytes(line: Line, *, most: int = _LONGEST_PART) -> bytes:
    """Receive what ``send_bytes`` sent."""
    (length,) = _LENGTH.unpack(_exactly(line, _LENGTH.size))
    if length > most:
        raise BrokenFrame
    return _exactly(line, length)


def send_reply(line: socket.socket, reply: Reply) -> None:
    """Send the values as JSON, then each file."""
    send_bytes(line, json.dumps({"head": reply.head, "parts": len(reply.parts)}).encode())
    for part in reply.parts:
        send_bytes(line, part)


def receive_reply(line: Line, *, most: int = _LONGEST_PART) -> Reply:
    """Receive what ``send_reply`` sent, no file longer than ``most``; raise BrokenFrame for anything else."""
    try:
        said = json.loads(receive_bytes(line, most=_LONGEST_HEAD))
        head, count = said["head"], said["parts"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise BrokenFrame from None
    if not isinstance(head, dict) or type(count) is not int or not 0 <= count <= _MOST_PARTS:
        raise BrokenFrame
    return Reply(head, tuple(receive_bytes(line, most=most) for _part in range(count)))


def _exactly(line: Line, length: int) -> bytes:
    pieces = bytearray()
    while len(pieces) < length:
        piece = line.recv(min(length - len(pieces), 1 << 20))
        if not piece:
            raise BrokenFrame
        pieces += piece
    return bytes(pieces)
