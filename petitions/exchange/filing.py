"""Reads the contract's ``filing`` object: JSON in, filing facts out, or each problem with its JSON path."""

from __future__ import annotations

from petitions.documents.filing import (
    Address,
    Attorney,
    Filing,
    FilingCase,
    FilingProblems,
    ProsecutingOffice,
    Server,
)
from petitions.exchange.fields import NOT_AN_OBJECT, Fields, Problems


def _(text: str) -> str:
    return text


MOST_CASES = 50
MOST_NAMES = 20

NO_CASES = _("Name at least one case to file.")
NOT_A_STATE = _("Give the two letters of the state, like CA.")
NOT_A_ZIP = _("Give the ZIP code: 5 digits, or 5 and 4 with a dash.")
NOT_AN_EMAIL = _("Give an e-mail address with one @, or null.")
NOT_A_PROSECUTOR = _('Say "district_attorney", or give an object with name and mailing_address.')

_FILING = (
    "name_on_case",
    "name_now",
    "other_names",
    "mailing_address",
    "phone",
    "email",
    "attorney",
    "cases",
)
ADDRESS = ("street", "unit", "city", "state", "zip")
_ATTORNEY = ("name", "bar_number", "firm", "mailing_address", "phone", "email")
_CASE = (
    "county",
    "case_number",
    "courthouse",
    "prosecutor",
    "waive_original_judge",
    "waive_appearance",
    "proposed_order",
    "server",
)
_OFFICE = ("name", "mailing_address")
_SERVER = ("name", "address")


def read_filing(data: object) -> Filing:
    """Read the ``filing`` object of a record; raise FilingProblems with every problem in it."""
    problems: Problems = []
    filing = _filing(Fields(data, path="filing", keys=_FILING, problems=problems))
    if problems:
        raise FilingProblems(*problems)
    return filing


def _filing(fields: Fields) -> Filing:
    cases = fields.parts("cases", _case, keys=_CASE, most=MOST_CASES)
    if not cases and isinstance(fields.data.get("cases", []), list):
        fields.problem("cases", NO_CASES)
    return Filing(
        name_on_case=fields.needed("name_on_case"),
        name_now=fields.text("name_now"),
        other_names=_other_names(fields),
        mailing_address=fields.part("mailing_address", address, keys=ADDRESS),
        phone=fields.text("phone"),
        email=email(fields),
        attorney=fields.part("attorney", _attorney, keys=_ATTORNEY),
        cases=cases,
    )


def _other_names(fields: Fields) -> tuple[str, ...]:
    entries = fields.entries("other_names", most=MOST_NAMES)
    keys = [f"other_names[{index}]" for index in range(len(entries))]
    by_key = dict(zip(keys, entries, strict=True))
    names = fields.inner(by_key, path=fields.path, keys=keys)
    return tuple(name for name in map(names.needed, keys) if name)


def _case(fields: Fields) -> FilingCase:
    return FilingCase(
        county=fields.needed("county"),
        case_number=fields.text("case_number"),
        courthouse=fields.text("courthouse"),
        prosecutor=_prosecutor(fields),
        waive_original_judge=fields.answer("waive_original_judge"),
        waive_appearance=fields.answer("waive_appearance"),
        proposed_order=fields.answer("proposed_order", default=True),
        server=fields.part("server", _server, keys=_SERVER),
    )


def _prosecutor(fields: Fields) -> ProsecutingOffice | None:
    value = fields.data.get("prosecutor")
    if value is None or value == "district_attorney":
        return None
    if not isinstance(value, dict):
        fields.problem("prosecutor", NOT_A_PROSECUTOR)
        return None
    return fields.part("prosecutor", _office, keys=_OFFICE)


def _office(fields: Fields) -> ProsecutingOffice:
    return ProsecutingOffice(
        name=fields.needed("name"), mailing_address=fields.part("mailing_address", address, keys=ADDRESS)
    )


def _server(fields: Fields) -> Server:
    if isinstance(fields.data.get("address"), str):
        return Server(name=fields.needed("name"), address_lines=(fields.needed("address"),))
    found = fields.part("address", address, keys=ADDRESS)
    return Server(name=fields.needed("name"), address_lines=found.lines if found else ())


def _attorney(fields: Fields) -> Attorney:
    found = fields.part("mailing_address", address, keys=ADDRESS)
    if fields.data.get("mailing_address") is None:
        fields.problem("mailing_address", NOT_AN_OBJECT)
    return Attorney(
        name=fields.needed("name"),
        bar_number=fields.text("bar_number"),
        firm=fields.text("firm"),
        mailing_address=found or Address("", None, "", "", ""),
        phone=fields.text("phone"),
        email=email(fields),
    )


def address(fields: Fields) -> Address:
    """Read a postal address."""
    state, code = fields.needed("state").upper(), fields.needed("zip")
    if state and not (len(state) == 2 and state.isascii() and state.isalpha()):
        fields.problem("state", NOT_A_STATE)
    digits = code.replace("-", "", 1)
    if code and not (digits.isascii() and digits.isdigit() and (len(code), len(digits)) in ((5, 5), (10, 9))):
        fields.problem("zip", NOT_A_ZIP)
    return Address(
        street=fields.needed("street"),
        unit=fields.text("unit"),
        city=fields.needed("city"),
        state=state,
        zip=code,
    )


def email(fields: Fields) -> str | None:
    """Read an e-mail address that may be left out."""
    typed = fields.text("email")
    if typed and (typed.count("@") != 1 or " " in typed):
        fields.problem("email", NOT_AN_EMAIL)
    return typed
