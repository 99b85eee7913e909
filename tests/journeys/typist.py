"""A person without a mouse: goes from control to control with the Tab key, and answers with the keyboard alone."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator

from tests.journeys.traveler import Traveler

_MOST = 120
_IS_HERE = "one => one === document.activeElement"
_IN_GROUP = "one => document.activeElement.name === one.name && document.activeElement.type === 'radio'"
_LABEL = "(one, value) => [...one.options].find(option => option.value === value).text"


class Typist(Traveler):
    """A traveler by keyboard; ``press`` and ``answer`` are those of any traveler."""

    def press(self, control: str) -> Traveler:
        """Tab to a link or a button, by its name or a selector, and press Enter."""
        self._tab_to(self.control(control))
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        return self

    def save(self, control: str) -> str:
        """Save a file by its link; return its name."""
        self._tab_to(self.control(control))
        with self.page.expect_download() as saved:
            self.page.keyboard.press("Enter")
        return saved.value.suggested_filename

    def _tab_to(self, control: Locator, *, test: str = _IS_HERE) -> None:
        for _press in range(_MOST):
            if control.evaluate(test):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the Tab key does not reach {control} on {self.path}")

    def _fill(self, name: str, value: str) -> None:
        controls = self.page.locator(f"main [name='{name}']")
        kind: Any = controls.first.evaluate("one => one.type")
        if kind == "radio":
            self._choose(self.page.locator(f"main [name='{name}'][value='{value}']"))
        elif kind == "checkbox":
            self._tab_to(self.page.locator(f"main [name='{name}'][value='{value}']"))
            self.page.keyboard.press("Space")
        elif kind == "select-one":
            self._tab_to(controls.first)
            self.page.keyboard.type(str(controls.first.evaluate(_LABEL, value)))
        else:
            self._tab_to(controls.first)
            self.page.keyboard.press("ControlOrMeta+A")
            self.page.keyboard.type(value) if "\n" not in value else self._type_lines(value)

    def _type_lines(self, value: str) -> None:
        for line in value.splitlines():
            self.page.keyboard.type(line)
            self.page.keyboard.press("Enter")

    def _choose(self, card: Locator) -> None:
        """Go into the group of cards with Tab, and to the card with the arrow keys."""
        self._tab_to(card, test=_IN_GROUP)
        self.page.keyboard.press("Space")
        for _press in range(_MOST):
            if card.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError("the arrow keys do not reach the card")
