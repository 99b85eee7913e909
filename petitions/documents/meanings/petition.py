"""The lines of our own petition: its title, its facts, what the law provides, and what is asked for."""

from __future__ import annotations


def pgettext(_context: str, text: str) -> str:
    return text


LINES = (
    pgettext("court paper", "Application to Redesignate, or to Dismiss and Seal"),
    pgettext("court paper", "Petition to Recall Sentence, and to Resentence or Dismiss"),
    pgettext("court paper", "Request to Reduce or Dismiss a Juvenile Marijuana Offense"),
    pgettext("court paper", "1. The [role] is the person named in this case."),
    pgettext("court paper", "Name now: [value]"),
    pgettext("court paper", "Also known as: [value]"),
    pgettext("court paper", "2. The applicant asks for relief from these convictions:"),
    pgettext("court paper", "2. The petitioner asks for relief from these convictions:"),
    pgettext("court paper", "2. The applicant asks for relief from these juvenile court findings:"),
    pgettext("court paper", "§ 11357 § 11358 § 11359 § 11360 § 11362.1"),
    pgettext("court paper", "A blank stands for a fact that the [role] does not have at hand."),
    pgettext("court paper", "3. The facts"),
    pgettext("court paper", "The applicant has completed the sentence in this case."),
    pgettext(
        "court paper",
        "The petitioner is serving a sentence in this case at this time, in custody or under supervision.",
    ),
    pgettext(
        "court paper",
        "The juvenile court made the findings in the table under Welfare and Institutions Code section 602. Each act was done before the applicant turned 18. Section 11361.8, subdivision (m), applies.",
    ),
    pgettext("court paper", "The [role] states, on information and belief:"),
    pgettext(
        "court paper",
        "The [role] had no earlier conviction listed in Penal Code section 667, subdivision (e)(2)(C)(iv).",
    ),
    pgettext(
        "court paper",
        "The [role] had no earlier conviction listed in Penal Code section 290, subdivision (c).",
    ),
    pgettext(
        "court paper",
        "The [role] had no earlier conviction listed in Penal Code section 667, subdivision (e)(2)(C)(iv), or in Penal Code section 290, subdivision (c).",
    ),
    pgettext("court paper", "4. What the law provides"),
    pgettext(
        "court paper",
        "Subdivision (e) of section 11361.8 is for a person who has completed a sentence for an act that would have been no crime, or a lesser offense, had Proposition 64 been in effect when it was done.",
    ),
    pgettext(
        "court paper",
        "Subdivision (a) of section 11361.8 is for a person who is serving a sentence for an act that would have been no crime, or a lesser offense, had Proposition 64 been in effect when it was done.",
    ),
    pgettext(
        "court paper",
        "The court presumes that the applicant meets those terms. A party that opposes must prove by clear and convincing evidence that the applicant does not. Where the terms are met, the court must redesignate the conviction as a misdemeanor or an infraction, or dismiss and seal it as legally invalid (section 11361.8, subdivision (f)).",
    ),
    pgettext(
        "court paper",
        "The court presumes that the petitioner meets those terms. A party that opposes must prove by clear and convincing evidence that the petitioner does not. Where the terms are met, the court must recall the sentence and resentence the petitioner, or dismiss the sentence as legally invalid, unless it finds that to do so would pose an unreasonable risk of danger to public safety (section 11361.8, subdivision (b)).",
    ),
    pgettext(
        "court paper",
        "Proposition 64 made most marijuana offenses of a person under 18 infractions (Health and Safety Code sections 11357 to 11360). Their exceptions for adults with certain earlier convictions are not for a person under 18. The applicant asks the court to apply Proposition 64 to the findings in the table.",
    ),
    pgettext(
        "court paper",
        "The court presumes that the applicant qualifies. A party that opposes must prove by clear and convincing evidence that the applicant does not (section 11361.8, subdivisions (b) and (f)).",
    ),
    pgettext("court paper", "5. The [role] asks the court to order:"),
    pgettext("court paper", "6. How the court may decide"),
    pgettext(
        "court paper",
        "The applicant does not ask for a hearing and asks the court to decide on this paper (section 11361.8, subdivision (g)).",
    ),
    pgettext(
        "court paper",
        "The applicant asks the court to decide on this paper where it may do so without a hearing.",
    ),
    pgettext("court paper", "The [role] gives up the right to have the sentencing judge decide."),
    pgettext("court paper", "The [role] keeps the right to have the sentencing judge decide."),
    pgettext("court paper", "The [role] gives up the right to have the judge of the findings decide."),
    pgettext("court paper", "The [role] keeps the right to have the judge of the findings decide."),
    pgettext("court paper", "If that judge does not, the presiding judge may name another."),
    pgettext("court paper", "The [role] knows of the right to attend a hearing, and gives it up."),
    pgettext("court paper", "The [role] keeps the right to attend any hearing."),
    pgettext("court paper", "The [role] asks for notice of any hearing."),
)
