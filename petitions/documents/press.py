"""The printing press: a process of its own that is kept warm and forks once for each job.

The site starts it as ``python -m petitions.documents.press`` with a socket as its standard input. Each job
comes as a socket over that one; the fork reads the job there, answers there, and ends. It has limits, says
nothing on standard error, and dies alone. A command, which is one process for one job, forks itself.
"""

from __future__ import annotations

import gc
import os
import pickle
import select
import signal
import socket

import django

import petitions.documents.print_job  # noqa: F401 - so that no fork has to load it
from petitions.documents.forks import fork, next_job
from petitions.documents.framing import receive_bytes, send_reply
from petitions.documents.limits import close_doors, set_limits
from petitions.documents.pages import blank_pages
from petitions.documents.render import lay_out, merge

_ROUNDS = 3
"""Python is at its quickest when it has run the same code a few times."""


def main() -> None:
    """Serve until the site ends, and warm up while there is no job."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the site, whose end ends this process
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    django.setup()
    find_fonts()
    rounds = 0
    with socket.socket(fileno=os.dup(0)) as jobs:
        while True:
            if rounds < _ROUNDS and not select.select([jobs], [], [], 0)[0]:
                _warm_up()
                rounds += 1
            elif (handle := next_job(jobs)) is not None:
                fork(handle, jobs, work=work)
            else:
                return


def find_fonts() -> None:
    """Lay one page out, which finds the fonts: a limited job may open none."""
    lay_out(next(blank_pages()))


def _warm_up() -> None:
    """Print every paper without facts, so that templates, styles and fonts are at hand."""
    papers = [lay_out(page) for page in blank_pages()]
    merge(papers, title=papers[0].title, language=papers[0].language)
    del papers
    gc.collect()
    gc.freeze()  # what is shared with the forks stays shared


def work(line: socket.socket) -> None:
    """Do one job in a fork."""
    seconds, job, argument = pickle.loads(receive_bytes(line))  # noqa: S301 - the site's own
    set_limits(seconds=seconds)
    close_doors()
    send_reply(line, job(argument))


if __name__ == "__main__":
    main()
