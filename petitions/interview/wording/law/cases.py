"""What each case that a table tells in full is called."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from petitions.interview.wording.law.crimes import CRIMES
from petitions.interview.wording.outcomes import Text

_JUVENILE_AT_30 = _("Juvenile court, but 18 or older when it happened")

CASES: Mapping[str, Text] = {
    **CRIMES,
    "act:little_flower": _("Letter (b): %(flower)s grams of marijuana"),
    "act:much_hash": _("Letter (a), a felony: more than %(hash)s grams of hash"),
    "act:few_plants": _("%(plants)s plants, by the home rules"),
    "act:many_plants": _("More than %(plants)s plants"),
    "act:for_sale": _("Having marijuana to sell"),
    "act:sold": _("Letter (a): sold it"),
    "act:own_use": _("Letter (a): moved %(flower)s grams for own use"),
    "act:own_use_of_more": _("Letter (a): moved more than %(flower)s grams for own use"),
    "act:gift": _("Letter (b): gave %(flower)s grams for free to someone 21 or older"),
    "charged_as:a_felony": _("Letter (a), a felony"),
    "charged_as:a_misdemeanor": _("Letter (a), a misdemeanor"),
    "charged_as:b_misdemeanor": _("Letter (b), a misdemeanor"),
    "charged_as:b_infraction": _("Letter (b), an infraction"),
    "charged_as:c_misdemeanor": _("Letter (c), a misdemeanor"),
    "charged_as:e_misdemeanor": _("Letter (e), a misdemeanor"),
    "unknown:age_little": _("Letter (b): the age"),
    "unknown:hash_weight_felony": _("Letter (a), a felony: the weight"),
    "unknown:hash_weight_misdemeanor": _("Letter (a), a misdemeanor: the weight"),
    "unknown:hash_to_8_at_20": _(
        "Letter (a), a felony, at 18 to 20, up to %(hash)s grams: if it was more than %(hash_2016)s"
    ),
    "unknown:hash_school": _("Letter (a), a felony, %(hash)s grams: if it was at a school"),
    "unknown:hash_level": _("Letter (a), more than %(hash)s grams: felony or misdemeanor"),
    "unknown:own_plants": _("Letter (c): if it came from own home plants"),
    "unknown:letter": _("The letter. It was %(flower)s grams of marijuana, and not at a school"),
    "unknown:letter_kind_weight": _("The letter, the kind, the weight, and if it was at a school"),
    "unknown:plants": _("How many plants, and if the home rules were kept"),
    "unknown:plants_at_20": _("At 18 to 20: how many plants"),
    "unknown:home_rules": _("%(plants)s plants: if the home rules were kept"),
    "unknown:age_few_plants": _("%(plants)s plants, by the home rules: the age"),
    "unknown:level_many_plants": _("More than %(plants)s plants: the class"),
    "unknown:age_for_sale": _("The age"),
    "unknown:level_for_sale": _("The class"),
    "unknown:conduct": _("Letter (a), %(flower)s grams: what was done, and who got it"),
    "unknown:own_use_amount": _("Letter (a), moved for own use: what it was, and how much"),
    "unknown:own_use_edible": _("Letter (a), moved for own use: how much was in food or drink"),
    "unknown:import_amount": _("Letter (a), brought into California: what it was, and how much"),
    "unknown:recipient": _("Letter (b), given away, to no minor: the age of who got it"),
    "unknown:recipient_or_minor": _("Letter (b), given away: the age of who got it, even if under 18"),
    "unknown:age_moved": _("Letter (b), moved: the age"),
    "unknown:letter_moved": _("The letter and the class. It was %(flower)s grams, moved for own use"),
    "conflict:a_flower": _("Letter (a), which is for hash, but it was marijuana"),
    "conflict:b_hash": _("Letter (b), which is for marijuana, but it was hash"),
    "conflict:b_much": _("Letter (b), but it was more than %(flower)s grams"),
    "conflict:b_school": _("Letter (b), but it was at a school"),
    "conflict:c_little": _("Letter (c), but it was %(flower)s grams or less"),
    "conflict:c_hash": _("Letter (c), which is for marijuana, but it was hash, more than %(hash)s grams"),
    "conflict:d_no_school": _("Letter (d), but it was not at a school"),
    "conflict:d_minor": _("Letter (d), which is for adults, but under 18"),
    "conflict:e_adult": _("Letter (e), which is for minors, but 18 or older"),
    "conflict:juvenile_at_30": _JUVENILE_AT_30,
    "conflict:misdemeanor_many_plants": _("More than %(plants)s plants, but the record says misdemeanor"),
    "conflict:misdemeanor_for_sale": _("The record says misdemeanor, but the law had a felony only"),
    "conflict:moved_hash": _("Letter (b), which is for marijuana, but it was hash, moved for own use"),
    "conflict:moved_much": _("Letter (b), but it was more than %(flower)s grams, moved for own use"),
    "conflict:b_sold": _("Letter (b), which is for moving and giving, but it was sold"),
    "conflict:own_use_2016": _(
        "Letter (a), moved for own use, on %(transport_day)s or later. By then it counted only if it was to sell"
    ),
}
"""By fact and value."""
