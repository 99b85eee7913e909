"""Questions on the marijuana: kind, weight, plants and place."""

from __future__ import annotations

from petitions.interview.questions.shapes import Kind, Option, Question, Scope


def _(text: str) -> str:
    return text


_YES_NO = (Option("yes", _("Yes")), Option("no", _("No")))
_EITHER_WAY = _("Fine. We will show what we can promise either way.")
_REPORT = _("The police report or the lab report says it.")

FORM = Question(
    key="kind",
    facts=("drug_form",),
    scope=Scope.CONVICTION,
    kind=Kind.CHOICE,
    heading=_("What kind of marijuana was it?"),
    short=_("Kind of marijuana"),
    options=(
        Option("flower", _("Marijuana"), _("Flower, bud, or leaf.")),
        Option("concentrate", _("Hash or concentrate"), _("Also wax, oil, kief, or a vape.")),
        Option("both", _("Both of these")),
        Option("plants", _("Plants")),
        Option("edible", _("Food or drink with marijuana in it")),
    ),
    unsure=_EITHER_WAY,
    why=_("The law has one limit for marijuana and another for hash."),
    citation="Health & Saf. Code, §§ 11357, 11362.1, subd. (a)",
    where=_REPORT,
)

FLOWER = Question(
    key="weight",
    facts=("flower_grams",),
    scope=Scope.CONVICTION,
    kind=Kind.AMOUNT,
    heading=_("How much marijuana was it?"),
    short=_("Weight of marijuana"),
    hint=_("Do not count hash. One ounce is just under 28.5 grams."),
    options=(
        Option("at_most_28.5", _("28.5 grams or less"), _("One ounce or less.")),
        Option("more_than_28.5", _("More than 28.5 grams"), _("More than one ounce.")),
    ),
    unsure=_EITHER_WAY,
    why=_("Today, adults 21 or older may have up to 28.5 grams."),
    citation="Health & Saf. Code, § 11362.1, subd. (a)(1)",
    where=_REPORT,
    unit="grams",
)

CONCENTRATE = Question(
    key="hash-weight",
    facts=("concentrate_grams",),
    scope=Scope.CONVICTION,
    kind=Kind.AMOUNT,
    heading=_("How much hash or concentrate was it?"),
    short=_("Weight of hash"),
    hint=_("Also wax, oil, kief, or a vape."),
    options=(
        Option(4, _("4 grams or less")),
        Option(8, _("More than 4 grams, up to 8 grams")),
        Option("at_most_8", _("8 grams or less, but I don’t know how much")),
        Option("more_than_8", _("More than 8 grams")),
    ),
    unsure=_EITHER_WAY,
    why=_("Today, adults 21 or older may have up to 8 grams. Some rules stop at 4 grams."),
    citation="Health & Saf. Code, §§ 11360, subd. (a)(3)(D), 11362.1, subd. (a)(2)",
    where=_REPORT,
    unit="grams",
)

PLANTS = Question(
    key="plants",
    facts=("plants",),
    scope=Scope.CONVICTION,
    kind=Kind.AMOUNT,
    heading=_("How many plants were you growing?"),
    short=_("Plants"),
    hint=_("Count living plants. It does not matter how big they were."),
    options=(
        Option("at_most_6", _("Six or fewer")),
        Option("more_than_6", _("More than six")),
    ),
    unsure=_EITHER_WAY,
    why=_("Today, adults 21 or older may grow up to six plants at home."),
    citation="Health & Saf. Code, §§ 11358, 11362.1, subd. (a)(3)",
    where=_("The police report says how many plants they found."),
    unit="plants",
)

HOME_GROW = Question(
    key="home-grow",
    facts=("home_grow_lawful",),
    scope=Scope.CONVICTION,
    kind=Kind.CHOICE,
    heading=_("Were all of these true about the plants?"),
    short=_("Grown by the home rules"),
    points=(
        _("They grew at a private home or on its grounds"),
        _("They were locked in"),
        _("No one could see them from a public place"),
        _("The whole home had six plants or fewer"),
        _("The rules of the city or county were kept"),
    ),
    options=(Option("yes", _("Yes, all of these")), Option("no", _("No, not all"))),
    unsure=_EITHER_WAY,
    why=_("If all of these were true, growing them is legal today for adults 21 or older."),
    citation="Health & Saf. Code, §§ 11362.1, subd. (a)(3), 11362.2",
)

OWN_HOME_PLANTS = Question(
    key="own-plants",
    facts=("from_own_home_plants",),
    scope=Scope.CONVICTION,
    kind=Kind.CHOICE,
    heading=_("Did all of it come from your own home plants?"),
    short=_("From own home plants"),
    hint=_("Say yes if you had six plants or fewer, locked in, at a private home."),
    options=_YES_NO,
    unsure=_EITHER_WAY,
    why=_("Today, you may keep at home all that your six plants give, even over the limit."),
    citation="Health & Saf. Code, §§ 11362.1, subd. (a)(3), 11362.2",
)

SCHOOL = Question(
    key="school",
    facts=("on_school_grounds",),
    scope=Scope.CONVICTION,
    kind=Kind.CHOICE,
    heading=_("Were you at a school when it happened?"),
    short=_("At a school"),
    hint=_("Any school from grade K to grade 12, while it was open."),
    options=_YES_NO,
    unsure=_EITHER_WAY,
    why=_("Having marijuana at a school is still against the law."),
    citation="Health & Saf. Code, § 11357, subds. (c), (d)",
    where=_("The police report says where it was."),
)

AMOUNTS = (FORM, FLOWER, CONCENTRATE, PLANTS, HOME_GROW, SCHOOL, OWN_HOME_PLANTS)
