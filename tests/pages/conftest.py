"""A window for the tests that look at pages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.pages.axe import bring
from tests.pages.checker import Checker, running_checker
from tests.pages.window import Window, opened


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Window]:
    """Open one window for all tests of a module; each test says how wide it is. Nothing in it moves by itself."""
    context = browser.new_context(locale="en-US", reduced_motion="reduce")
    yield opened(context)
    context.close()


@pytest.fixture(scope="module")
def axe(window: Window) -> None:
    """Have axe in each page that the window shows."""
    bring(window.page.context)


@pytest.fixture(scope="session")
def checker() -> Iterator[Checker]:
    """Start the HTML checker once for all tests of this process."""
    with running_checker() as started:
        yield started
