"""Questions for the court papers of one case: which case, who charged it, and the person's choices in it."""

from __future__ import annotations

from petitions.interview.questions.address import address_parts
from petitions.interview.questions.shapes import Kind, Option, Part, Question, Scope


def _(text: str) -> str:
    return text


COURTHOUSE = Question(
    key="courthouse",
    facts=("courthouse",),
    scope=Scope.CASE,
    kind=Kind.COURTHOUSE,
    heading=_("Which courthouse was it?"),
    short=_("Courthouse"),
    hint=_("Pick the one where the case was heard."),
    unsure=_("Fine. We will use the main one. The clerk can tell you if it goes elsewhere."),
    why=_("Your papers go to the court that made the conviction."),
    citation="Health & Saf. Code, § 11361.8, subd. (i)",
)

CASE_NUMBER = Question(
    key="case-number",
    facts=("case_number",),
    scope=Scope.CASE,
    kind=Kind.PARTS,
    heading=_("What is the case number?"),
    short=_("Case number"),
    hint=_("It is on every paper from the court. It often has letters and numbers."),
    options=(
        Option("yes", _("I have it")),
        Option(
            "no",
            _("I don’t have it"),
            _("Your papers will have a blank line. Ask the court clerk to look it up by your name."),
        ),
    ),
    parts=(Part("case_number", _("Case number"), missing=_("Type the case number"), longest=60),),
    parts_when="yes",
    why=_("The clerk needs it to find your case. There is one set of papers for each case number."),
    where=_("Ask the clerk of the court, by phone or at the counter. It is free to ask."),
)

PROSECUTOR = Question(
    key="prosecutor",
    facts=("prosecutor",),
    scope=Scope.CASE,
    kind=Kind.PARTS,
    heading=_("Who charged you?"),
    short=_("Prosecutor"),
    hint=_("This office gets a copy of your papers. You may leave its address blank."),
    options=(
        Option(
            "district_attorney",
            _("The District Attorney"),
            _("Pick this if you are not sure. It is most common."),
        ),
        Option("other", _("A city attorney, or another office"), _("Some cities charge misdemeanors.")),
    ),
    parts=(
        Part("name", _("Name of the office"), missing=_("Type the name of the office")),
        *address_parts(is_own=False),
    ),
    parts_when="other",
    parts_title=_("That office"),
    address_optional=True,
    why=_("The law lets the prosecutor answer your papers, so they must get a copy."),
    citation="Health & Saf. Code, § 11361.8, subds. (b), (f)",
)

JUDGE = Question(
    key="judge",
    facts=("waive_original_judge",),
    scope=Scope.CASE,
    kind=Kind.CHOICE,
    heading=_("May a different judge decide?"),
    short=_("A different judge may decide"),
    hint=_("You have a right to the judge who gave you the sentence. Another one may be faster."),
    options=(
        Option("yes", _("Yes, any judge may decide")),
        Option("no", _("No, I want the same judge if I can")),
    ),
    why=_("This is your choice. Both answers are fine, and we do not pick for you."),
    citation="Health & Saf. Code, § 11361.8, subd. (i)",
)

HEARING = Question(
    key="hearing",
    facts=("waive_appearance",),
    scope=Scope.CASE,
    kind=Kind.CHOICE,
    heading=_("If there is a hearing, may it go on without you?"),
    short=_("A hearing may go on without you"),
    hint=_("You have a right to be there. Often there is no hearing at all."),
    options=(
        Option("yes", _("Yes, it may go on without me"), _("You give up the right to be there.")),
        Option("no", _("No, I want to be there")),
    ),
    why=_("This is your choice. Both answers are fine, and we do not pick for you."),
    citation="Health & Saf. Code, § 11361.8, subd. (g)",
)

ORDER = Question(
    key="order",
    facts=("proposed_order",),
    scope=Scope.CASE,
    kind=Kind.CHOICE,
    heading=_("Do you want a ready order for the judge to sign?"),
    short=_("Ready order for the judge"),
    hint=_("Some courts ask for one. It does no harm to bring it."),
    options=(Option("yes", _("Yes, make one")), Option("no", _("No"))),
    why=_("It can save the judge time. The clerk can tell you if the court wants it."),
)

SERVER = Question(
    key="server",
    facts=("server",),
    scope=Scope.CASE,
    kind=Kind.PARTS,
    heading=_("Who will give a copy to the prosecutor?"),
    short=_("Who gives the copy"),
    hint=_("By mail or by hand. It must be someone 18 or older. It cannot be you."),
    options=(
        Option("unknown", _("I don’t know yet"), _("The page has blank lines for that person to fill in.")),
        Option("known", _("I know who")),
    ),
    parts=(Part("name", _("Their full name"), missing=_("Type their name")), *address_parts(is_own=False)),
    parts_when="known",
    parts_title=_("That person"),
    address_optional=True,
    why=_("They sign a page that says when and how they did it. You may not do this yourself."),
    citation="Code Civ. Proc., §§ 1012, 1013a",
)

CASE_FACTS = (COURTHOUSE, CASE_NUMBER, PROSECUTOR)
CHOICES = (JUDGE, HEARING, ORDER, SERVER)
