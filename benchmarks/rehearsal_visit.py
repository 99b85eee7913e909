"""A visit to a site over HTTPS, from the start page to printed papers: ``rehearsal_visit.py https://clear.example``."""

from __future__ import annotations

import http.client
import random
import ssl
import sys
from pathlib import Path
from threading import Event
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import benchmarks.soak_people as people
from benchmarks.served_site import Answered


def main() -> None:
    """Visit, and say how large the papers are; end with 1 where there are none."""
    host, trusted = urlsplit(sys.argv[1]).hostname or "", ssl.create_default_context(cafile=sys.argv[2])
    people.LOOKS = (0.0, 0.0)

    def ask(
        method: str, path: str, *, cookies: dict[str, str], body: str | None = None, by: str = ""
    ) -> Answered:
        sent = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
        sent["X-Forwarded-For"] = by  # what a browser may not say of itself
        if body is not None:
            sent |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"https://{host}"}
            sent["Referer"] = f"https://{host}/"
        line = http.client.HTTPSConnection(host, timeout=60, context=trusted)
        line.request(method, path, body=body, headers=sent)
        answer = line.getresponse()
        content = answer.read()
        line.close()
        pairs = (one.partition(";")[0].partition("=") for one in answer.headers.get_all("Set-Cookie", []))
        cookies |= {name: value for name, _sign, value in pairs}
        return Answered(answer.status, dict(answer.headers), content, {})

    person = people.Person(ask, people.Told(), Event(), 1, random.Random(1))
    reached = person.interview()
    papers = ask("GET", "/papers/all.pdf", cookies=person.cookies)
    if not reached or papers.status_code != 200 or not papers.content.startswith(b"%PDF"):
        sys.exit(f"No papers: {papers.status_code}, {person.told.lost_on_the_way}")
    print(f"{len(person.told.saved)} answers, papers of {len(papers.content)} bytes")


if __name__ == "__main__":
    main()
