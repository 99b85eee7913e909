"""The process that is kept warm for the jail: it has no network, and forks once for each job.

The site starts it as ``python -m petitions.rapsheet.files.cell``, as it does the printing press. It loads nothing of Django and knows no record.
"""

from __future__ import annotations

import os
import signal
import socket

from petitions.documents.forks import fork, next_job
from petitions.rapsheet.files.cell.fences import cut_the_network
from petitions.rapsheet.files.cell.warming import warm_up
from petitions.rapsheet.files.cell.work import work


def main() -> None:
    """Serve until the site ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the site, whose end ends this process
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    cut_the_network()
    warm_up()
    with socket.socket(fileno=os.dup(0)) as jobs:
        while (handle := next_job(jobs)) is not None:
            fork(handle, jobs, work=work)


if __name__ == "__main__":
    main()
