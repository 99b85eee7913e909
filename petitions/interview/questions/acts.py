"""Questions on what the person did: selling, giving, moving, hiring, and harm to land or water."""

from __future__ import annotations

from petitions.interview.questions.shapes import Kind, Option, Question, Scope


def _(text: str) -> str:
    return text


_YES_NO = (Option("yes", _("Yes")), Option("no", _("No")))
_EITHER_WAY = _("Fine. We will show what we can promise either way.")

CONDUCT = Question(
    key="act",
    facts=("conduct",),
    scope=Scope.CONVICTION,
    kind=Kind.CHOICE,
    heading=_("What did you do with the marijuana?"),
    short=_("What you did"),
    hint=_("Answer by what the case was about."),
    options=(
        Option("sold", _("Sold it")),
        Option("offered_to_sell", _("Offered to sell it")),
        Option("gave_away", _("Gave it away for free")),
        Option("transported", _("Moved it for my own use")),
        Option("transported_for_sale", _("Moved it so that it could be sold")),
        Option("imported", _("Brought it into California")),
        Option("exported", _("Took it out of California")),
    ),
    unsure=_EITHER_WAY,
    why=_("Giving away or moving a little is often legal today. Selling is still a misdemeanor."),
    citation="Health & Saf. Code, §§ 11360, 11362.1, subd. (a)(1)",
    where=_("Look at the police report or the charge in your court papers."),
)

RECIPIENT = Question(
    key="recipient",
    facts=("recipient_age",),
    scope=Scope.CONVICTION,
    kind=Kind.CHOICE,
    heading=_("How old was the person who got it?"),
    short=_("Age of the person who got it"),
    hint=_("Or the person who was meant to get it. If there were more, pick the youngest."),
    options=(
        Option("21_or_older", _("21 or older")),
        Option("18_to_20", _("18 to 20")),
        Option("under_18", _("Under 18")),
        Option("none", _("No one got it")),
    ),
    unsure=_EITHER_WAY,
    why=_("Today, if you are both 21 or older, you may give someone a little."),
    citation="Health & Saf. Code, §§ 11360, 11362.1, subd. (a)(1)",
)

MINOR = Question(
    key="minors",
    facts=("sold_to_minor",),
    scope=Scope.CONVICTION,
    kind=Kind.CHOICE,
    heading=_("Did you sell or offer it to someone you knew was under 18?"),
    short=_("Sold to someone under 18"),
    hint=_("For a case about giving it away, giving counts too."),
    options=(Option("no", _("No")), Option("yes", _("Yes"))),
    unsure=_EITHER_WAY,
    why=_("If yes, the court may still treat it as a felony."),
    citation="Health & Saf. Code, §§ 11359, subd. (c)(3), 11360, subd. (a)(3)(C)",
)

HIRED = Question(
    key="young-helpers",
    facts=("hired_under_21",),
    scope=Scope.CONVICTION,
    kind=Kind.CHOICE,
    heading=_("Did you have someone age 20 or younger do the work?"),
    short=_("Helpers age 20 or younger"),
    hint=_("To grow, carry, pack, or sell it. Say yes only if you knew."),
    options=(Option("no", _("No")), Option("yes", _("Yes"))),
    unsure=_EITHER_WAY,
    why=_("If you were 21 or older and did this, the court may still treat it as a felony."),
    citation="Health & Saf. Code, § 11359, subd. (d)",
)

HARM = Question(
    key="harm",
    facts=("environmental_harm",),
    scope=Scope.CONVICTION,
    kind=Kind.CHOICE,
    heading=_("Did the grow harm water, land, or wildlife?"),
    short=_("Harm to water, land, or wildlife"),
    hint=_(
        "For example, you took water from a creek, or dumped waste. Or you killed animals that the law protects."
    ),
    options=(Option("no", _("No")), Option("yes", _("Yes"))),
    unsure=_EITHER_WAY,
    why=_("If it did, the court may still treat it as a felony."),
    citation="Health & Saf. Code, § 11358, subd. (d)(3)",
)

DEALING = (CONDUCT, RECIPIENT)
"""Asked before the amounts, which often do not matter after these."""
ACTS = (MINOR, HIRED, HARM)
