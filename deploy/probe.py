"""Asks the site in this container whether it is ready, as its visitors name it; ends with 1 where it is not."""

from __future__ import annotations

import http.client
import os
import sys


def main() -> None:
    """Ask once."""
    port = int(os.environ.get("WEB_BIND", "127.0.0.1:8000").rpartition(":")[2])
    host = os.environ.get("ALLOWED_HOSTS", "localhost").partition(",")[0].strip()
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=8)
    try:
        line.request("GET", "/health/ready/", headers={"Host": host})
        answer = line.getresponse()
        said = answer.read().decode("ascii", "replace").strip()
    except OSError:
        sys.exit("nobody answers")
    if answer.status != http.HTTPStatus.OK:
        sys.exit(said)


if __name__ == "__main__":
    main()
