"""Questions on what happened: how the case ended, where, when, and which crime it was."""

from __future__ import annotations

from petitions.interview.questions.shapes import Kind, Option, Question, Scope


def _(text: str) -> str:
    return text


OUTCOME = Question(
    key="ending",
    facts=("outcome",),
    scope=Scope.CONVICTION,
    kind=Kind.CHOICE,
    heading=_("How did your marijuana case end?"),
    short=_("How the case ended"),
    hint=_("Think of one conviction. You can add more later."),
    options=(
        Option(
            "convicted",
            _("I was convicted"),
            _("You pleaded guilty or no contest, or you lost at trial. Probation counts too."),
        ),
        Option(
            "diverted",
            _("I did a program and was not convicted"),
            _("For example, you took drug classes and the case was dropped. This is called diversion."),
        ),
        Option(
            "arrest_only",
            _("I was arrested, but not convicted"),
            _("The case was dropped, you won, or it is still open."),
        ),
    ),
    unsure=_("Fine. We will tell you how to find out."),
    why=_("This law changes convictions. If you were only arrested, a different law helps you."),
    citation="Health & Saf. Code, § 11361.8, subds. (a), (e)",
    where=_("Look for “disposition” on your court papers, or ask the court clerk."),
    aside=_("I am asking for someone who has died"),
    aside_page="someone-who-died",
)

COURT = Question(
    key="court",
    facts=("jurisdiction",),
    scope=Scope.CONVICTION,
    kind=Kind.CHOICE,
    heading=_("Which court was it?"),
    short=_("Court"),
    hint=_("Most cases were in a county court. It is called a superior court."),
    options=(
        Option("california_adult", _("A California county court"), _("Old municipal courts count too.")),
        Option("california_juvenile", _("A California juvenile court"), _("A court for people under 18.")),
        Option("federal", _("A federal court"), _("The papers say “United States of America.”")),
        Option("other_state", _("A court in another state")),
        Option("tribal_or_military", _("A tribal or military court")),
    ),
    unsure=_("Fine. The top of your court papers names the court."),
    why=_("Only the California court that made the conviction can change it under this law."),
    citation="Health & Saf. Code, § 11361.8, subds. (a), (e), (m)",
    where=_("Look at the top of the first page of any paper from the court."),
)

WHEN = Question(
    key="when",
    facts=("offense_date",),
    scope=Scope.CONVICTION,
    kind=Kind.DATE,
    heading=_("When did it happen?"),
    short=_("When it happened"),
    hint=_("This is the day of the arrest, not the court date. The year is enough."),
    unsure=_("Fine. We will ask when you were convicted."),
    why=_("The law changed on November 9, 2016. This law is for what happened before that day."),
    citation="Health & Saf. Code, § 11361.8, subds. (a), (e)",
    where=_("Look for “offense date” or “violation date” on your court papers."),
)

CONVICTED_WHEN = Question(
    key="convicted-when",
    facts=("conviction_date",),
    scope=Scope.CONVICTION,
    kind=Kind.DATE,
    heading=_("When were you convicted?"),
    short=_("When you were convicted"),
    hint=_("This is the day you pleaded, or the day the trial ended. The year is enough."),
    unsure=_("Fine. We will show what we can promise either way."),
    why=_("It can show that the case is old enough, or which crime came first."),
    citation="Health & Saf. Code, § 11361.8, subds. (a), (e)",
    where=_("Look for “plea,” “conviction date,” or “judgment” on your court papers."),
)

CLEARED = Question(
    key="changed",
    facts=("later_relief",),
    scope=Scope.CONVICTION,
    kind=Kind.MANY,
    heading=_("Has a court changed this conviction since then?"),
    short=_("Changed by a court"),
    hint=_("By 2023, courts had to clear many of these on their own. Pick all that apply."),
    options=(
        Option("none", _("No"), _("You checked, and it is still on your record.")),
        Option("prop_64_dismissed", _("Dismissed under Proposition 64")),
        Option("prop_64_redesignated", _("Lowered under Proposition 64")),
        Option("prop_64_order", _("Changed under Proposition 64, but I don’t know how")),
        Option("prop_47", _("Lowered to a misdemeanor under Proposition 47")),
        Option("reduced_17b", _("Lowered to a misdemeanor by a judge"), _("This is called a 17(b) order.")),
        Option("dismissed_1203", _("Dismissed after probation"), _("This is called a 1203.4 order.")),
    ),
    unsure=_("Or you have not checked. We will show you how to check."),
    why=_("If it is done already, you need no new papers. If it was lowered, it may go lower."),
    citation="Health & Saf. Code, §§ 11361.8, 11361.9",
    where=_("Ask the court clerk, or get your own record from the Department of Justice."),
)

CRIME = Question(
    key="crime",
    facts=("code", "section", "subdivision", "prefix"),
    scope=Scope.CONVICTION,
    kind=Kind.CRIME,
    heading=_("What was the crime?"),
    short=_("Crime"),
    hint=_("Pick the crime on your record. Or type its code from your papers."),
    options=(
        Option("11357", _("Having marijuana or hash"), _("HS 11357")),
        Option("11358", _("Growing marijuana"), _("HS 11358")),
        Option("11359", _("Having marijuana to sell"), _("HS 11359")),
        Option("11360", _("Selling, giving away, or moving marijuana"), _("HS 11360")),
        Option("other", _("A different crime"), _("Please type its code below.")),
    ),
    unsure=_("Fine. We will tell you where to look."),
    why=_("Each crime has its own rules today."),
    citation="Health & Saf. Code, §§ 11357–11360, 11361.8",
    where=_("Look for letters and numbers like “HS 11357(b)” next to “charge” or “count.”"),
    drawing="interview/_where_the_code_is.html",
)

LEVEL = Question(
    key="level",
    facts=("level",),
    scope=Scope.CONVICTION,
    kind=Kind.CHOICE,
    heading=_("Was it a felony or a misdemeanor?"),
    short=_("Level"),
    hint=_("Answer for the day you were convicted."),
    options=(
        Option("felony", _("A felony"), _("The most serious kind. Prison was possible.")),
        Option("misdemeanor", _("A misdemeanor"), _("Less serious. At most county jail.")),
        Option("infraction", _("An infraction"), _("Like a traffic ticket. Only a fine.")),
    ),
    unsure=_("Fine. We will use what the law was at that time."),
    why=_("A court can only lower a conviction to something less serious than it was."),
    citation="Health & Saf. Code, § 11361.8, subds. (a), (e)",
    where=_("Look for F, M, or I next to the code on your court papers."),
)

COUNTY = Question(
    key="county",
    facts=("county",),
    scope=Scope.CONVICTION,
    kind=Kind.COUNTY,
    heading=_("Which county was the case in?"),
    short=_("County"),
    hint=_("This is the county of the court, not where you live."),
    unsure=_("Fine. You will need it later to make your papers."),
    why=_("Some counties have cleared many of these already. Your papers go to a court in this county."),
    citation="Health & Saf. Code, § 11361.8, subd. (i)",
    where=_("The top of your court papers says “County of …”."),
)

PLEADED_DOWN = Question(
    key="deal",
    facts=("pleaded_down_from_marijuana",),
    scope=Scope.CONVICTION,
    kind=Kind.CHOICE,
    heading=_("Did a marijuana charge become this charge?"),
    short=_("Deal from a marijuana charge"),
    hint=_("Some people pleaded to a different charge as part of a deal."),
    options=(Option("yes", _("Yes")), Option("no", _("No"))),
    unsure=_("Fine. Your first court papers show the first charge."),
    why=_("This law does not name this crime. Some prosecutors help if it began as a marijuana charge."),
    citation="Health & Saf. Code, § 11361.8",
    where=_("Compare the “complaint” with the “plea” in your court papers."),
)

HAPPENED = (OUTCOME, COURT, WHEN, CLEARED, CRIME, PLEADED_DOWN)
CLASS_THEN = (CONVICTED_WHEN, LEVEL)
"""Asked last, and only where the answer depends on what the crime was then; the papers print both."""
