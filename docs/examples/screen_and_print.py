"""An example of a program that uses ClearRecord over HTTP, with Python's own library alone.

python3 docs/examples/screen_and_print.py https://clearrecord.example docs/record.json papers.zip

The token stands in the environment, never on the command line: CLEARRECORD_TOKEN.
"""

from __future__ import annotations

import json
import os
import sys
import urllib.error
import urllib.request
from pathlib import Path


def ask(site: str, what: str, record: dict) -> bytes:
    """Send a record; return the answer, or leave with the sentences that say what to do."""
    call = urllib.request.Request(
        f"{site}/api/v1/{what}",
        json.dumps(record).encode(),
        {"Authorization": f"Bearer {os.environ['CLEARRECORD_TOKEN']}", "Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(call) as answer:
            return answer.read()
    except urllib.error.HTTPError as error:
        for problem in json.load(error)["problems"]:
            print(problem["path"], problem["sentence"], file=sys.stderr)
        sys.exit(2)


def main(site: str, record_file: str, papers_file: str) -> None:
    """Say what the law gives, then get the papers."""
    record = json.loads(Path(record_file).read_text(encoding="utf-8"))
    facts = {key: value for key, value in record.items() if key != "filing"}
    for found in json.loads(ask(site, "screen", facts))["determinations"]:
        print(found["conviction"], found["outcome"], "because", found["reasons"][0]["text"])
    Path(papers_file).write_bytes(ask(site, "packets", record))


if __name__ == "__main__":
    main(*sys.argv[1:])
