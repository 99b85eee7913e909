"""Jobs for the printing worker that no packet would be: to see its limits hold."""

from __future__ import annotations

import os
import resource
import signal
import time
from typing import Any, NoReturn

from weasyprint.urls import FatalURLFetchingError

from petitions.documents.framing import Reply
from petitions.documents.packet import Packets
from petitions.documents.pages import Page
from petitions.documents.print_job import print_every_file
from petitions.documents.render import render
from tests.documents.attempts import open_line, what_is_refused


def say(text: str) -> Reply:
    """Do nothing but answer."""
    return Reply({"said": text})


def print_and_measure(packets: Packets) -> Reply:
    """Print as the product does, and tell the seconds and the most memory that it took."""
    printed = print_every_file(packets)
    used = resource.getrusage(resource.RUSAGE_SELF)
    took = {"cpu_seconds": used.ru_utime + used.ru_stime, "peak_mb": used.ru_maxrss / 1024}
    return Reply({**printed.head, **took}, printed.parts)


def die(_: object) -> NoReturn:
    """Be killed, as by a system that is short of memory."""
    signal.raise_signal(signal.SIGKILL)
    raise AssertionError


def sleep(_: object) -> Reply:
    """Do nothing for much longer than there is time."""
    time.sleep(60)
    return Reply({})


def count(_: object) -> NoReturn:
    """Use the processor without end."""
    while True:
        pass


def eat(megabytes: int) -> Reply:
    """Take memory, and write in each page of it."""
    taken = [b"x" * 1_000_000 for _one in range(megabytes)]
    return Reply({"taken": len(taken)})


def fail(_: object) -> NoReturn:
    """Break with a text in the error."""
    raise ValueError("Maria Example")


def babble(_: object) -> NoReturn:
    """Say something that is no answer, on the open line."""
    line = open_line()
    line.sendall(b"\x00" * 7 + b"\x05hello")
    os._exit(0)


def attempt(told: dict[str, Any]) -> Reply:
    """Try to reach a server, to read and write files and to start programs; tell what was refused."""
    return Reply(what_is_refused(told))


def print_page(page: Page) -> Reply:
    """Print one page of HTML that no template of ours would make."""
    try:
        return Reply({"refused": ""}, (render(page),))
    except FatalURLFetchingError as error:
        return Reply({"refused": type(error).__name__})
