"""What each value that a table tries is called; numbers and dates come from the law's own constants."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from petitions.interview.wording.crimes import LEVELS
from petitions.interview.wording.law.cases import CASES
from petitions.interview.wording.outcomes import Text
from petitions.law.terms import Level

Names = tuple[str, ...]

AGES: Mapping[Names, Text] = {
    ("17",): _("Under 18"),
    ("18", "20"): _("18 to 20"),
    ("21",): _("21 or older"),
    ("18", "20", "21"): _("18 or older"),
    ("17", "18", "20"): _("Under 21"),
    ("17", "18", "20", "21"): _("Any age"),
}
"""By the ages that were tried and answered alike; a line elsewhere than at 18 or 21 has no words, and fails."""

RANGES: Mapping[str, tuple[Text, Text, Text]] = {
    "flower": (
        _("%(most)s grams or less of marijuana"),
        _("More than %(least)s grams of marijuana"),
        _("More than %(least)s and up to %(most)s grams of marijuana"),
    ),
    "hash": (
        _("%(most)s grams or less of hash"),
        _("More than %(least)s grams of hash"),
        _("More than %(least)s and up to %(most)s grams of hash"),
    ),
    "plants": (
        _("%(most)s plants or fewer"),
        _("More than %(least)s plants"),
        _("More than %(least)s and up to %(most)s plants"),
    ),
    "day": (
        _("Before %(most)s"),
        _("From %(least)s on"),
        _("From %(least)s on, and before %(most)s"),
    ),
}
"""By what is measured: up to a line, over a line, between two lines."""
WHOLE_RANGES: Mapping[str, Text] = {
    "flower": _("Marijuana, any weight"),
    "hash": _("Hash, any weight"),
    "plants": _("Any number of plants"),
    "day": _("Any day"),
}
ANY = _("It makes no difference")

YES, NO, NOT_KNOWN = _("Yes"), _("No"), _("Not known")

_NONE = _("Nothing of the kind")
_STRIKE_BEFORE = _("A very serious crime. That conviction came before this act")
_STRIKE_LATER = _("A very serious crime. That conviction came years later")
_STRIKE_UNKNOWN = _("Not known if there is a very serious crime")

VALUES: Mapping[str, Text] = {
    **CASES,
    "home_rules:yes": YES,
    "home_rules:no": NO,
    "school:yes": YES,
    "school:no": NO,
    "own_plants:yes": YES,
    "own_plants:no": NO,
    "kind:flower": _("Marijuana"),
    "kind:edible": _("Food or drink with marijuana in it"),
    "level:felony": LEVELS[Level.FELONY],
    "level:misdemeanor": LEVELS[Level.MISDEMEANOR],
    "level:infraction": LEVELS[Level.INFRACTION],
    "level:reduced_17b": _("A felony, then lowered to a misdemeanor (Penal Code 17(b))"),
    "level:prop_47": _("A felony, then lowered to a misdemeanor (Proposition 47)"),
    "conduct:sold": _("Selling it"),
    "conduct:offered_to_sell": _("Offering to sell it"),
    "conduct:transported_for_sale": _("Moving it to be sold"),
    "conduct:transported": _("Moving it for own use"),
    "conduct:gave_to_21": _("Giving it for free to someone 21 or older"),
    "conduct:gave_to_18": _("Giving it for free to someone 18 to 20"),
    "conduct:gave_to_minor": _("Giving it for free to someone under 18, not knowing the age"),
    "conduct:imported": _("Bringing it into California"),
    "conduct:exported": _("Taking it out of California"),
    "court:adult": _("Adult court"),
    "court:juvenile": _("Juvenile court"),
    "sentence:completed": _("Over"),
    "sentence:in_custody": _("In prison or jail"),
    "sentence:supervised": _("On probation, on parole, or watched in some other way"),
    "sentence:unknown": NOT_KNOWN,
    "orders:none": _("No order"),
    "orders:dismissed_1203": _("Dismissed under Penal Code 1203.4"),
    "orders:unknown": NOT_KNOWN,
    "orders:prop_64_redesignated": _("Lowered under Proposition 64"),
    "orders:prop_64_dismissed": _("Dismissed under Proposition 64"),
    "orders:prop_64_order": _("An order under Proposition 64, but not known which"),
    "strikes:none": _NONE,
    "strikes:before": _STRIKE_BEFORE,
    "strikes:later": _STRIKE_LATER,
    "strikes:unknown": _STRIKE_UNKNOWN,
    "history:none": _NONE,
    "history:strike_before": _STRIKE_BEFORE,
    "history:strike_between": _(
        "A very serious crime. That conviction came after this act, but before this conviction"
    ),
    "history:strike_same_case": _("A very serious crime. That conviction came on the same day"),
    "history:strike_later": _STRIKE_LATER,
    "history:strike_juvenile": _("A very serious crime before, but in juvenile court"),
    "history:strike_under_16": _("A very serious crime before, in juvenile court, at under 16"),
    "history:strike_unknown": _STRIKE_UNKNOWN,
    "history:sex_before": _("A crime that makes people register as sex offenders, before"),
    "history:sex_later": _("A crime that makes people register as sex offenders, years later"),
    "history:sex_discretion": _("Registers as a sex offender only because a judge chose so"),
    "history:sex_unknown": _("Not known if there is a crime that makes people register as sex offenders"),
    "history:second": _("One earlier conviction under the same section"),
    "history:third": _("Two or more earlier convictions under the same section"),
    "history:third_unknown": _("Not known how many earlier convictions under the same section"),
    "history:minor": _("Someone known to be under 18 was to get it"),
    "history:minor_unknown": _("Not known if someone known to be under 18 was to get it"),
    "history:minor_not_known": _("Someone under 18 got it, but the seller did not know the age"),
    "history:helper": _("Someone 20 or younger did the work"),
    "history:helper_unknown": _("Not known if someone 20 or younger did the work"),
    "history:harm": _("The grow harmed water, land, or wildlife"),
    "history:harm_unknown": _("Not known if the grow harmed water, land, or wildlife"),
    "when:across_2011": _("Before %(infraction_day)s, but convicted on that day or later"),
}
"""By fact and value."""
