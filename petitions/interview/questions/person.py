"""Questions on the person: age, the sentence, and earlier convictions."""

from __future__ import annotations

from petitions.interview.questions.shapes import Kind, Option, Question, Scope


def _(text: str) -> str:
    return text


AGE = Question(
    key="age",
    facts=("age_at_offense",),
    scope=Scope.CONVICTION,
    kind=Kind.CHOICE,
    heading=_("How old were you when it happened?"),
    short=_("Age when it happened"),
    options=(
        Option("under_18", _("Under 18")),
        Option("18_to_20", _("18 to 20")),
        Option("21_or_older", _("21 or older")),
    ),
    unsure=_("Fine. We can work it out from your birth date."),
    why=_("Today the rules are not the same under 18, from 18 to 20, and at 21 or older."),
    citation="Health & Saf. Code, §§ 11357–11360, 11362.1",
)

BIRTH = Question(
    key="birth-date",
    facts=("date_of_birth",),
    scope=Scope.PETITIONER,
    kind=Kind.DATE,
    heading=_("What is your birth date?"),
    short=_("Birth date"),
    hint=_("We only use it to work out your age then. It will not be on your papers."),
    unsure=_("Or you do not want to say. We will show what we can promise either way."),
    why=_("Your age at that time can change the answer."),
    citation="Health & Saf. Code, §§ 11357–11360, 11362.1",
    after=("age_at_offense",),
)

SENTENCE = Question(
    key="sentence",
    facts=("sentence_status",),
    scope=Scope.CONVICTION,
    kind=Kind.CHOICE,
    heading=_("Are you still serving the sentence for this case?"),
    short=_("Sentence"),
    hint=_("Jail, prison, probation, and parole all count."),
    options=(
        Option("completed", _("No, it is over")),
        Option("supervised", _("Yes, I am on probation or parole"), _("Or other supervision for this case.")),
        Option("in_custody", _("Yes, I am in jail or prison")),
    ),
    unsure=_("Fine. The court clerk or your probation officer can tell you."),
    why=_("The paper you need is not the same while you serve the sentence and after it."),
    citation="Health & Saf. Code, § 11361.8, subds. (a), (e)",
    where=_("Ask the court clerk when your sentence or probation ended."),
)

STRIKES = Question(
    key="serious-crimes",
    facts=("super_strike",),
    scope=Scope.PETITIONER,
    kind=Kind.PRIORS,
    heading=_("Were you ever convicted of one of these?"),
    short=_("Very serious crimes"),
    hint=_("Any state, any year. It counts if you only tried."),
    points=(
        _("Murder, or a killing while driving drunk or high"),
        _("Rape, or another sex crime by force or threat"),
        _("Kidnapping or assault to commit a sex crime"),
        _("Any sex crime with a child under 14"),
        _("Asking someone to kill a person"),
        _("Shooting at an officer with a machine gun"),
        _("Having a weapon of mass destruction"),
        _("A crime with life in prison as the longest sentence"),
    ),
    options=(Option("no", _("No, none of these")), Option("yes", _("Yes"))),
    unsure=_("Fine. A lawyer should look at it with you."),
    why=_("For some people with one of these, the court may still treat the marijuana case as a felony."),
    citation="Pen. Code, § 667, subd. (e)(2)(C)(iv); Health & Saf. Code, §§ 11358–11360, 11361.8, subd. (b)",
)

STRIKE_DATES = Question(
    key="serious-crime-dates",
    details="super_strike",
    facts=(),
    scope=Scope.PETITIONER,
    kind=Kind.PRIOR_DATES,
    heading=_("When were you convicted of it?"),
    short=_("Very serious crimes: when"),
    hint=_("The year is enough. Leave it blank if you do not know."),
    why=_("It often matters only if it came before the marijuana case."),
    citation="Health & Saf. Code, §§ 11358–11360",
)

SEX_OFFENSE = Question(
    key="registration",
    facts=("sex_offense",),
    scope=Scope.PETITIONER,
    kind=Kind.PRIORS,
    heading=_("Did a conviction ever make you register as a sex offender?"),
    short=_("Sex offender registration"),
    hint=_("Say yes even if you no longer have to register."),
    options=(
        Option("no", _("No")),
        Option("yes", _("Yes")),
        Option(
            "discretionary",
            _("Yes, but only because a judge chose it"),
            _("The crime itself did not require it. This is Penal Code 290.006."),
        ),
    ),
    unsure=_("Fine. A lawyer should look at it with you."),
    why=_("If it came before the marijuana case, the court may still treat that case as a felony."),
    citation="Pen. Code, § 290, subd. (c); Health & Saf. Code, §§ 11358–11360",
)

SEX_OFFENSE_DATES = Question(
    key="registration-dates",
    details="sex_offense",
    facts=(),
    scope=Scope.PETITIONER,
    kind=Kind.PRIOR_DATES,
    heading=_("When were you convicted of the crime you registered for?"),
    short=_("Crime you registered for: when"),
    hint=_("The year is enough. Leave it blank if you do not know."),
    why=_("It often matters only if it came before the marijuana case."),
    citation="Health & Saf. Code, §§ 11358–11360",
)

EARLIER = Question(
    key="earlier",
    facts=("earlier_same_section",),
    scope=Scope.CONVICTION,
    kind=Kind.CHOICE,
    heading=_("Were you convicted of this same crime before?"),
    short=_("Same crime before"),
    hint=_("Count only other cases, from before this one, with the same code number."),
    options=(
        Option(0, _("No, never before")),
        Option(1, _("Yes, once before")),
        Option(2, _("Yes, two or more times before")),
    ),
    unsure=_("Fine. Your court record shows it."),
    why=_("With two or more earlier ones, a court may see it differently. A lawyer should look."),
    citation="Health & Saf. Code, §§ 11358, subd. (d)(2), 11359, subd. (c)(2), 11360, subd. (a)(3)(B)",
)

DETAILS = (STRIKE_DATES, SEX_OFFENSE_DATES)
"""The pages that ask for dates after a yes."""
