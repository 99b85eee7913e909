"""The sentences of reasons, by code, marked for translation; translated outside."""

from __future__ import annotations

from collections.abc import Mapping

from petitions.law.sections import LISTED


def _(text: str) -> str:
    return text


_MISD_NOW = {
    "11357": _("Today this is a misdemeanor."),
    "11358": _("Growing more than six plants is a misdemeanor today, not a felony."),
    "11359": _("Having marijuana to sell is a misdemeanor today, no matter how much it was."),
    "11360": _("Selling marijuana is a misdemeanor today, not a felony."),
}
_U18 = _("You were under 18. Today this is no more than an infraction for a person that age.")
_STRIKE = _(
    "You had a very serious crime on your record before this case. For that, the law still allows a felony."
)
_STRIKE_OPEN = _(
    "It is open if a very serious crime came before this case. If it did, the law still allows a felony."
)
_SEX = _(
    "You had a crime that makes people register as sex offenders before this case. For that, the law still allows a felony."
)
_SEX_OPEN = _(
    "It is open if a crime that makes people register as sex offenders came before this case. If it did, the law still allows a felony."
)
_MINOR = _("Someone you knew was under 18 was to get it. For that, the law still allows a felony.")
_MINOR_OPEN = _(
    "It is open if someone you knew was under 18 was to get it. If so, the law still allows a felony."
)
_THIRD = _(
    "You may have two or more earlier convictions of this kind. It is not settled if that still allows a felony."
)

SENTENCES: Mapping[str, str] = {
    "N_ARREST": _("You were arrested but not convicted. This law changes convictions only."),
    "N_DIVERSION": _("You finished a program in place of a conviction. This law changes convictions only."),
    "N_JURISDICTION": _("This law works only in the California court that made the conviction."),
    "N_DATE": _(
        "It happened on or after November 9, 2016. The new, lighter rules applied to it from the start."
    ),
    "N_CLEARED": _("A court has used Proposition 64 for this conviction already."),
    "N_SECTION": _("Proposition 64 does not name this crime."),
    "N_CONSPIRACY": _(
        "This is a conspiracy. A court of appeal held that this law does not cover one where the act itself is still a crime."
    ),
    "N_PRISON": _(
        "The law against drugs in jail or prison is still in force. The state’s highest court said so."
    ),
    "R_SAME_CLASS": _(
        "Today’s law puts this act in the same class as your conviction, so there is nothing to lower."
    ),
    "R_REDESIGNATED": _(
        "A court has lowered this conviction already. We look at whether it can go lower still."
    ),
    "R_LAWFUL_21_POSSESS": _(
        "At 21 or older, you may have up to 28.5 grams of marijuana and 8 grams of hash today."
    ),
    "R_LAWFUL_21_GIVE": _(
        "At 21 or older, you may carry a little today. You may give it for free to someone who is 21 or older too."
    ),
    "R_LAWFUL_GROW": _(
        "At 21 or older, you may grow up to six plants at home today, if you keep the home rules."
    ),
    "R_LAWFUL_PRODUCE": _(
        "At 21 or older, you may keep at home all that your six plants give, even over the limit."
    ),
    "R_EDIBLE": _(
        "The weight of food or drink is not the weight of the marijuana in it. The true weight may be less."
    ),
    "R_INFRACTION_POSSESS": _("At 18 to 20, having a little is an infraction today, like a traffic ticket."),
    "R_INFRACTION_GROW_U21": _(
        "At 18 to 20, growing up to six plants is an infraction today, like a traffic ticket."
    ),
    "R_INFRACTION_HOME_RULES": _(
        "Today, to grow up to six plants without the home rules is an infraction. That is like a traffic ticket."
    ),
    "R_INFRACTION_MOVE": _(
        "Today, to give away or move a little can be an infraction. That is like a traffic ticket."
    ),
    "R_SCHOOL": _("Having marijuana at a school is still a misdemeanor for adults."),
    "R_PLANTS_PROOF": _("The prosecutor must prove that there were more than six plants."),
    "R_SALE_PROOF": _("The prosecutor may use old police reports to show that it was for sale, or was more."),
    "R_APPLICATION": _(
        "Your sentence is over, so your paper is an application. The law presumes that you qualify."
    ),
    "R_PETITION": _(
        "You still serve the sentence, so your paper is a petition. The court may refuse only for a real danger."
    ),
    "R_JUVENILE": _("This law works for juvenile court cases too. The request goes to the juvenile court."),
    "X_IMPORT_EXPORT": _(
        "More than the limit was taken across the state line. For that, the law still allows a felony."
    ),
    "U_IMPORT_EXPORT": _(
        "It is open if more than the limit was taken across the state line. If so, the law still allows a felony."
    ),
    "X_HIRED_U21": _("Someone of 20 or younger did the work. For that, the law still allows a felony."),
    "X_ENVIRONMENT": _("The grow harmed water, land, or wildlife. For that, the law still allows a felony."),
    "X_SMIT": _("A very serious crime counts only if it came before the marijuana case. Yours did not."),
    "U_OUTCOME": _("It is open how the case ended."),
    "U_JURISDICTION": _("It is open which court it was."),
    "U_OFFENSE_DATE": _("It is open if it happened before November 9, 2016."),
    "U_SECTION": _("It is open what the crime was. Each crime has its own rules."),
    "U_PREFIX": _(
        "It is open what it was: the crime, an attempt, a plan with others, or help after the crime."
    ),
    "U_PREDECESSOR": _("This is an old number of a marijuana law. It is not settled if this law covers it."),
    "U_MEASURING_SECTION": _(
        "This section did not exist before Proposition 64. Your papers may mean a different one."
    ),
    "U_CONFLICT": _("What you said and what the record says do not fit together."),
    "U_CONSPIRACY": _(
        "This is a conspiracy. If the act itself is legal today, a court may decide that nothing is left of it."
    ),
    "U_ACCESSORY": _(
        "You were convicted of helping after the fact. If the main crime is no felony today, a court may clear it."
    ),
    "U_ATTEMPT": _(
        "This was an attempt. The law does not name attempts, so a court must decide if it covers them."
    ),
    "U_PLEADED_DOWN_FROM_MARIJUANA": _(
        "This crime is not named. But it may have begun as a marijuana charge, and some prosecutors help then."
    ),
    "U_DANGER": _(
        "While you serve the sentence, the court may say no. It may do so for a very serious crime on your record."
    ),
    "U_MINOR_IN_ADULT_COURT": _(
        "You were, or may have been, under 18 in an adult court. It is not settled which paper is right."
    ),
    "U_AGE_AT_OFFENSE": _(
        "It is open how old you were. The rules differ under 18, at 18 to 20, and from 21."
    ),
    "U_LEVEL": _("It is open if it was a felony, a misdemeanor, or an infraction."),
    "U_SENTENCE_STATUS": _("It is open if your sentence is over. That decides which paper you need."),
    "U_SUBDIVISION": _("The letter after the section number is not known. Each letter is a different crime."),
    "U_PLANTS": _(
        "It is open if there were more than six plants. The prosecutor must prove that there were."
    ),
    "U_DRUG_FORM": _("It is open if it was marijuana or hash. Each has its own limit."),
    "U_FLOWER_GRAMS": _("It is open if it was more than 28.5 grams of marijuana."),
    "U_CONCENTRATE_GRAMS": _("It is open how much hash it was. The limits are 4 and 8 grams."),
    "U_CONDUCT": _("It is open what you did. Selling, giving, and moving have different rules."),
    "U_RECIPIENT_AGE": _("It is open how old the person was who got it."),
    "U_HOME_GROW_LAWFUL": _("It is open if the home rules were kept."),
    "U_ON_SCHOOL_GROUNDS": _("It is open if it was at a school."),
    "U_FROM_OWN_HOME_PLANTS": _("It is open if it came from your own home plants."),
    "U_HIRED_UNDER_21": _(
        "It is open if someone of 20 or younger did the work. If so, the law still allows a felony."
    ),
    "U_ENVIRONMENTAL_HARM": _(
        "It is open if the grow harmed water, land, or wildlife. If so, the law still allows a felony."
    ),
    **{f"R_MISD_NOW_{section}": sentence for section, sentence in _MISD_NOW.items()},
    **{f"R_INFRACTION_U18_{section}": _U18 for section in LISTED},
    **{f"X_SUPER_STRIKE_{section}": _STRIKE for section in LISTED[1:]},
    **{f"U_SUPER_STRIKE_{section}": _STRIKE_OPEN for section in LISTED[1:]},
    **{f"X_SEX_OFFENSE_{section}": _SEX for section in LISTED[1:]},
    **{f"U_SEX_OFFENSE_{section}": _SEX_OPEN for section in LISTED[1:]},
    **{f"X_SOLD_TO_MINOR_{section}": _MINOR for section in LISTED[2:]},
    **{f"U_SOLD_TO_MINOR_{section}": _MINOR_OPEN for section in LISTED[2:]},
    **{f"U_TWO_PRIORS_{section}": _THIRD for section in LISTED[1:]},
}
