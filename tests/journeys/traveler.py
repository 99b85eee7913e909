"""A person at a browser: answers each page by its key, as tests.interview.walk does without one."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page

from tests.documents.printed_pages import text as text_of_pdf
from tests.interview.walk import FILING, RESULT, Fields, Walk

_AT = re.compile(r"/interview/(?P<place>you|c\d+)/(?P<key>[a-z-]+)/")
_CONTINUE = "main form button[type=submit]:not([name])"
_UNSURE = ({"answer": "unsure"}, {"unsure": "on"})
TASK_STARTS = ("c1/courthouse", "you/name-on-case", "c1/judge")


class Traveler:
    """One browser page on the site. ``keys`` are the questions answered so far, in order."""

    def __init__(self, page: Page, *, site: str) -> None:
        self.page, self.site = page, site
        self.keys: list[str] = []

    @property
    def path(self) -> str:
        """Return where the browser is, with the query."""
        return self.page.url.removeprefix(self.site)

    @property
    def key(self) -> str:
        """Return the key of the question on the page; empty on any other page."""
        match = _AT.search(self.path)
        return match["key"] if match else ""

    @property
    def text(self) -> str:
        """Return what the page says, folded parts too."""
        return " ".join((self.page.locator("main").text_content() or "").split())

    def go(self, path: str) -> Traveler:
        """Open a page by its address."""
        self.page.goto(self.site + path)
        return self

    def begin(self) -> Traveler:
        """Press Start on the start page."""
        return self.go("/").press(_CONTINUE)

    def carry(self, walked: Walk) -> Traveler:
        """Take over the answers of a visitor without a browser, by their session."""
        session = walked.client.cookies["session"].value
        self.page.context.add_cookies([{"name": "session", "value": session, "url": self.site}])
        return self

    def press(self, control: str) -> Traveler:
        """Press a link or a button, by its name or a selector."""
        self.control(control).click()
        self.page.wait_for_load_state()
        return self

    def control(self, control: str) -> Locator:
        """Find a link or a button, by its name or a selector."""
        if "[" in control:
            return self.page.locator(control).first
        by_name = self.page.get_by_role("link", name=control)
        return by_name.or_(self.page.get_by_role("button", name=control)).first

    def fill(self, fields: Fields) -> Traveler:
        """Fill in the form of the page."""
        for name, value in fields.items():
            for one in value if isinstance(value, list) else [value]:
                self._fill(name, str(one))
        return self

    def answer(self, fields: Fields) -> Traveler:
        """Fill in the form of the page and press Continue."""
        self.keys.append(self.key)
        return self.fill(fields).press(_CONTINUE)

    def until(self, answers: dict[str, Fields], *, most: int = 40) -> Traveler:
        """Answer pages by their keys until there is a page without an answer, or the result."""
        for _page in range(most):
            if self.key not in answers:
                return self
            before = self.path
            self.answer(answers[self.key])
            assert self.path != before, f"{before} was not accepted: {self.text[:300]}"
        raise AssertionError(f"no end: {self.keys}")

    def screened(self, answers: dict[str, Fields]) -> Traveler:
        """Go from the start page to the result."""
        self.begin().until(answers)
        assert self.path == RESULT, (self.path, self.keys)
        return self

    def filed(self, *starts: str, **answers: Fields) -> Traveler:
        """Go from the result over the task list to the finished papers, by the links of each page."""
        changed = {key.replace("__", "-"): fields for key, fields in answers.items()}
        self.press("a.button[href='/papers/before/']").press("a.button[href='/papers/']")
        for start in starts or TASK_STARTS:
            self.press(f"main a[href='/interview/{start}/?next=tasks']").until({**FILING, **changed})
            assert self.path == "/papers/", self.path
        return self.press("main a[href='/papers/check/']").press("main a[href='/papers/ready/']")

    def download(self, number: int = 1) -> str:
        """Save the papers of a case by its button; return their text."""
        with self.page.expect_download() as saved:
            self.page.locator(f"main a[href='/papers/clearrecord-case-{number}.pdf']").click()
        assert saved.value.suggested_filename == f"clearrecord-case-{number}.pdf"
        return text_of_pdf(Path(saved.value.path()).read_bytes())

    def download_all(self) -> list[str]:
        """Save every paper in one ZIP by its button; return the text of the papers of each case."""
        with self.page.expect_download() as saved:
            self.page.locator("main a[href='/papers/clearrecord-papers.zip']").click()
        with zipfile.ZipFile(saved.value.path()) as archive:
            names = [name for name in archive.namelist() if name.endswith("/packet.pdf")]
            return [text_of_pdf(archive.read(name)) for name in sorted(names)]

    def _fill(self, name: str, value: str) -> None:
        control = self.page.locator(f"main [name='{name}']")
        kind: Any = control.first.evaluate("one => one.type")
        if kind in ("radio", "checkbox"):
            self.page.locator(f"main [name='{name}'][value='{value}']").check()
        elif kind == "select-one":
            control.select_option(value)
        else:
            control.fill(value)
