"""The text boxes of an address, wherever one is asked for."""

from __future__ import annotations

from petitions.interview.questions.shapes import Part


def _(text: str) -> str:
    return text


def address_parts(*, is_own: bool) -> tuple[Part, ...]:
    """Return the boxes of an address; a browser may fill in only a person's own."""

    def fill(hint: str) -> str:
        return hint if is_own else "off"

    return (
        Part(
            "street",
            _("Street and number, or P.O. box"),
            missing=_("Type the street and number, or a P.O. box"),
            autocomplete=fill("address-line1"),
        ),
        Part("unit", _("Apartment or unit (optional)"), autocomplete=fill("address-line2"), longest=60),
        Part("city", _("City"), missing=_("Type the city"), autocomplete=fill("address-level2")),
        Part(
            "state",
            _("State"),
            hint=_("Two letters, like CA."),
            missing=_("Type the state, like CA"),
            autocomplete=fill("address-level1"),
            longest=2,
            form="state",
        ),
        Part(
            "zip",
            _("ZIP code"),
            missing=_("Type the ZIP code"),
            autocomplete=fill("postal-code"),
            longest=10,
            form="zip",
        ),
    )
