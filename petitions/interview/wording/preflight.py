"""What pre-flight says, by the code of a finding: the reason in a few words, and what to do."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from petitions.interview.wording.outcomes import Text


@dataclass(frozen=True, slots=True)
class PreflightWords:
    """The reason, and what to do about it or what was checked."""

    title: Text
    text: Text


STOPS = {
    "NO_PAPERS": PreflightWords(
        _("There is nothing to ask for"),
        _("From your answers there is no paper to file. See your result for what else may help."),
    ),
    "NO_REQUEST": PreflightWords(
        _("It is not clear what to ask for"),
        _(
            "The court must see if you still serve the sentence or not. Please look at your answers on the "
            "sentence. We do not make papers that a clerk would send back."
        ),
    ),
    "SERVED_BY_SELF": PreflightWords(
        _("You may not give the copy yourself"),
        _(
            "The person who gives the copy has your name. It must be someone else. If it is not you, choose “I "
            "don’t know yet.” Then that person writes in the name by hand."
        ),
    ),
}

YOURS = {
    "DEFENDER_FIRST": PreflightWords(
        _("Talk to the public defender first"),
        _("You still serve this sentence. Talk to the public defender before you file. It is free."),
    ),
    "DEFENDER_PHONE": PreflightWords(
        _("Talk to the public defender first"),
        _("You still serve this sentence. Call the public defender before you file: %(phone)s. It is free."),
    ),
    "LAWYER_LOOK": PreflightWords(
        _("Show it to a lawyer first"),
        _("Something in this case is still open. A lawyer can say if it is wise to file now."),
    ),
    "NO_CASE_NUMBER": PreflightWords(
        _("There is no case number"),
        _("Your papers will have a blank line for it. The clerk can find it by your name. Then write it in."),
    ),
    "NUMBER_IS_PRIVATE": PreflightWords(
        _("This looks like a Social Security number"),
        _("It may not stand on a court paper. Take it out, and type the case number."),
    ),
    "NUMBER_IS_DATE": PreflightWords(
        _("The case number looks like a date"),
        _("Please look at your court papers again. If it is right, leave it."),
    ),
    "NUMBER_IS_PHONE": PreflightWords(
        _("The case number looks like a phone number"),
        _("Please look at your court papers again. If it is right, leave it."),
    ),
    "NUMBER_IS_STATE_ID": PreflightWords(
        _("The case number looks like a state ID number"),
        _(
            "The state gives each person a number with an A and eight digits. The court has a number of its own."
        ),
    ),
    "ODD_NUMBER": PreflightWords(
        _("The case number looks too short"),
        _(
            "Most have at least three digits. Please look at your court papers again. If it is right, leave it."
        ),
    ),
    "COURT_NOT_CHOSEN": PreflightWords(
        _("You did not choose a courthouse"),
        _(
            "This county has more than one. We use the main one. Call the clerk and ask which one had your case."
        ),
    ),
    "COURT_UNSURE": PreflightWords(
        _("We are not sure of the courthouse"),
        _("Call the clerk before you go, and ask if these papers go there."),
    ),
    "COURT_BLANK": PreflightWords(
        _("The court’s address is blank"),
        _("We do not know it for sure. Ask the clerk, and write it on each paper."),
    ),
    "PROSECUTOR_BLANK": PreflightWords(
        _("The prosecutor’s address is blank"),
        _("We do not know it for sure. Ask the clerk, and write it on the proof of service."),
    ),
    "PROSECUTOR_PHONE": PreflightWords(
        _("The prosecutor’s address is blank"),
        _("We do not know it for sure. Ask at %(phone)s, and write it on the proof of service."),
    ),
    "COUNT_BLANKS": PreflightWords(
        _("A fact of the case is blank"),
        _("Your papers will have a blank line. If you know it, add it here, or write it in by hand."),
    ),
    "OTHER_COUNTS": PreflightWords(
        _("The case has more than this"),
        _(
            "These papers change only a part of the case. The rest stays as it is. Tell the clerk so, and do not be "
            "surprised if the case still shows."
        ),
    ),
    "CASE_TWICE": PreflightWords(
        _("One case is in your list twice"),
        _(
            "Two of them have the same county and number. They go on one set of papers. If they are two cases, "
            "check the numbers."
        ),
    ),
    "NUMBER_TWICE": PreflightWords(
        _("Two counties have the same case number"),
        _("That is rare. Check the county and the number of each case."),
    ),
    "SHORT_NAME": PreflightWords(
        _("The name has only one word"),
        _("Write the whole name, as it stands on your court papers. The clerk looks for it."),
    ),
    "NAMES_DIFFER": PreflightWords(
        _("Your two names have no word in common"),
        _("Your papers show both. Check them. Bring a paper that shows how your name was changed."),
    ),
    "NO_ADDRESS": PreflightWords(
        _("There is no mailing address"),
        _("The court must be able to write to you. Write one at the top of each paper before you file."),
    ),
    "LONG_NAMES": PreflightWords(
        _("Your name and address are very long"),
        _("They take more lines than the first page has for them. Make them shorter if you can."),
    ),
    "OLD_EDITION": PreflightWords(
        _("The form is an old edition"),
        _("There is a newer one. Ask the clerk if they take this one."),
    ),
}

BY_HAND = {
    "SIGN": PreflightWords(
        _("Sign and date"),
        _("Sign the request with a pen, and write the date. Papers without a name on the line come back."),
    ),
    "SIGN_LAWYER": PreflightWords(
        _("Your lawyer signs and dates"),
        _("Do not sign for the lawyer. Papers without a name on the line come back."),
    ),
    "SERVER": PreflightWords(
        _("Someone else gives the copy"),
        _("Ask a person of 18 or older who has no part in the case. They fill in and sign the proof."),
    ),
    "SERVER_NAMED": PreflightWords(
        _("Someone else gives the copy"),
        _("The person you named gives or mails it, then fills in and signs the proof. You may not do it."),
    ),
    "COPIES": PreflightWords(
        _("Make two copies"),
        _("The court keeps the first. One copy is for the prosecutor, and one is for you."),
    ),
    "ENVELOPE": PreflightWords(
        _("If you file by mail, add an envelope"),
        _("Put your address and a stamp on it. The clerk sends your copy back in it."),
    ),
    "NO_ORDER": PreflightWords(
        _("Ask if the court wants a ready order"),
        _("You chose to have none. Some courts want one. The clerk can tell you."),
    ),
}

GOOD = {
    "REQUEST": PreflightWords(
        _("The request is clear"),
        _(
            "The paper asks for one thing, and its title says the same. It fits what you said of the sentence."
        ),
    ),
    "CASE_NUMBER": PreflightWords(
        _("The case number is there"), _("It is on each paper. Is it the same as on your court papers?")
    ),
    "COURT": PreflightWords(
        _("The papers name the right court"), _("They go to the court that made the conviction.")
    ),
    "PROSECUTOR": PreflightWords(
        _("The papers say who gets a copy"), _("The name and address are on the proof of service.")
    ),
    "COUNTS": PreflightWords(
        _("Every conviction of the case is in it"),
        _("There are %(number)s. Where they need more room, the papers go on to the next page."),
    ),
    "WAIVERS": PreflightWords(
        _("You chose about the judge and the hearing"),
        _("The papers say what you chose. We never give up a right for you."),
    ),
    "ORDER": PreflightWords(
        _("A ready order is with the papers"), _("Some courts want one. The judge signs it, not you.")
    ),
    "ADDED_PAGE": PreflightWords(
        _("A long text may not fit its line"),
        _("Then it stands whole on an added page, and the form says so."),
    ),
    "NAME": PreflightWords(
        _("Your name is on each paper"), _("Is it written as the court wrote it, even if that was wrong?")
    ),
    "TWO_NAMES": PreflightWords(
        _("Both your names are on the papers"),
        _("The old one is for the clerk to find the case. You sign with the one you have now."),
    ),
    "LAWYER_ADDRESS": PreflightWords(
        _("The lawyer’s address is at the top"), _("The court writes to your lawyer.")
    ),
    "ADDRESS": PreflightWords(
        _("Your mailing address is at the top"),
        _("The court writes to you there. Tell the clerk if you move."),
    ),
}

_WORDS = {**STOPS, **YOURS, **BY_HAND, **GOOD}


def words_of(code: str) -> PreflightWords:
    """Return the words of a finding."""
    return _WORDS[code]
