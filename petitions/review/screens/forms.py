"""The form of a new review: what is asked for."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from petitions.courts.directory import load_directory
from petitions.interview.forms.widgets import Cards
from petitions.review.code_sections import SECTIONS
from petitions.review.screens.choices import LOS_ANGELES, OWN, POLICIES, options_for

_PICK = _("Choose one")
_BAD_DAY = _("Type the day like 07/01/2020")
_DAYS = ["%m/%d/%Y", "%Y-%m-%d"]
_FATES = (("dismiss", _("Dismiss")), ("reduce", _("Reduce")), ("rules", _("Only as the rules below say")))
_OFF = ("0", _("Do not use this"))
_YEARS = [_OFF, *((str(number), str(number)) for number in range(1, 16))]
_AGES = [_OFF, *((str(number), str(number)) for number in range(40, 66))]


class ReviewForm(forms.Form):
    """A new review. ``token`` is of one page, so that pressing twice makes one."""

    use_required_attribute = False
    county = forms.ChoiceField(
        label=_("County"),
        help_text=_(
            "Only convictions in this county are decided. Those in other counties still count as history."
        ),
        error_messages={"required": _PICK, "invalid_choice": _PICK},
    )
    on = forms.DateField(
        label=_("Day (month/day/year)"),
        help_text=_("Ages and years are counted to this day. It need not be today."),
        input_formats=_DAYS,
        error_messages={"required": _BAD_DAY, "invalid": _BAD_DAY},
        widget=forms.DateInput({"autocomplete": "off", "size": "10"}, format="%m/%d/%Y"),
    )
    flow = forms.ChoiceField(
        label=_("Policy"),
        choices=[(flow, name) for flow, (name, _hint) in POLICIES.items()],
        widget=Cards,
        error_messages={"required": _PICK, "invalid_choice": _PICK},
    )
    under_21 = forms.BooleanField(
        label=_("Dismiss if the person was under 21"),
        help_text=_("On the day of the conviction."),
        required=False,
    )
    age = forms.ChoiceField(
        label=_("Dismiss from this age"),
        help_text=_("The age of the person on the day of the review."),
        choices=_AGES,
        required=False,
    )
    years_since = forms.ChoiceField(
        label=_("Dismiss if the conviction is this many years old"),
        help_text=_("Counted back from the day of the review."),
        choices=_YEARS,
        required=False,
    )
    years_free = forms.ChoiceField(
        label=_("Dismiss after this many years without a conviction"),
        help_text=_("Of any kind, in any county."),
        choices=_YEARS,
        required=False,
    )
    only_prop64 = forms.BooleanField(
        label=_("Dismiss if the person has no other convictions"),
        help_text=_("Only ones under 11357 to 11360."),
        required=False,
    )
    deceased = forms.BooleanField(
        label=_("Dismiss if the person has died"),
        help_text=_("As the file says."),
        required=False,
    )
    individual_age = forms.IntegerField(
        label=_("Dismiss from this age"), min_value=0, max_value=120, required=False
    )
    years_conviction_free = forms.IntegerField(
        label=_("Dismiss after this many years without a conviction"),
        min_value=0,
        max_value=120,
        required=False,
    )
    token = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)

    def __init__(self, data: Mapping[str, Any] | None = None, *, on: date) -> None:
        usual = {"years_since": "5", "years_free": "5", "only_prop64": True, "flow": OWN, "on": on}
        by_rule = {"individual_age": 50, "years_conviction_free": 10}
        sections = dict.fromkeys(map(_named, SECTIONS), "dismiss")
        more = {**usual, **by_rule, **sections, "token": secrets.token_hex(16)}
        super().__init__(data, initial=more)
        for section in SECTIONS:
            self.fields[_named(section)] = _fate(section)
        county, flow = self.fields["county"], self.fields["flow"]
        assert isinstance(county, forms.ChoiceField) and isinstance(flow.widget, Cards)
        names = sorted(one.name for one in load_directory().counties)
        county.choices = [("", _("Choose")), *((name.upper(), name) for name in names)]
        flow.widget.hints = {name: str(hint) for name, (_name, hint) in POLICIES.items()}

    def sections(self) -> Iterator[forms.BoundField]:
        """Give the fields that say what becomes of each section."""
        return (self[_named(section)] for section in SECTIONS)

    def further(self) -> Iterator[forms.BoundField]:
        """Give the fields of further relief."""
        return (
            self[name] for name in ("years_since", "years_free", "age", "only_prop64", "under_21", "deceased")
        )

    def of_los_angeles(self) -> Iterator[forms.BoundField]:
        """Give the fields of the policy of Los Angeles."""
        return (self[name] for name in ("individual_age", "years_conviction_free"))

    @property
    def options(self) -> dict[str, Any]:
        """Return what the review is asked for."""
        given = self.cleaned_data
        flow = given["flow"]
        if flow == OWN:
            return options_for({"flow": flow, **_own(given)})
        numbers = ("individual_age", "years_conviction_free") if flow == LOS_ANGELES else ()
        chosen = {name: given[name] for name in numbers if given[name] is not None}
        return options_for({"flow": flow, **chosen})


def _named(section: str) -> str:
    return f"section_{section}"


def _fate(section: str) -> forms.ChoiceField:
    label = _("Felonies under %(section)s") % {"section": f"HS {section}"}
    return forms.ChoiceField(label=label, choices=_FATES, widget=Cards, required=False)


def _own(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the choices in the words of the options file."""
    by_fate = {
        fate: [one for one in SECTIONS if (given[_named(one)] or "rules") == fate] for fate, _name in _FATES
    }
    return {
        "baselineEligibility": {"dismiss": by_fate["dismiss"], "reduce": by_fate["reduce"]},
        "additionalRelief": {
            "subjectUnder21AtConviction": given["under_21"],
            "subjectAgeThreshold": int(given["age"] or 0),
            "yearsSinceConvictionThreshold": int(given["years_since"] or 0),
            "yearsCrimeFreeThreshold": int(given["years_free"] or 0),
            "subjectHasOnlyProp64Charges": given["only_prop64"],
            "subjectIsDeceased": given["deceased"],
        },
    }
