"""Other ways to get help, by code: what each is called, how it is done, and a page that helps."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from petitions.interview.wording.outcomes import Text

SELF_HELP = "https://selfhelp.courts.ca.gov/clean-your-record"
LEGAL_AID = "https://www.lawhelpca.org/"
OWN_RECORD = "https://oag.ca.gov/fingerprints/record-review"


@dataclass(frozen=True, slots=True)
class StepWords:
    """One thing to do: what it is called, how to do it, and a page that helps."""

    title: Text
    text: Text
    link: str = ""
    link_name: Text = ""
    on_paper: Text = ""
    """How to do it, for paper, where the words speak of the page; empty: the same words."""

    @property
    def paper_text(self) -> Text:
        """Say how to do it where there is no button to press."""
        return self.on_paper or self.text

    @property
    def paper_link(self) -> str:
        """Return the address as one types it."""
        return self.link.removeprefix("https://")


SELF_HELP_NAME = _("The courts’ page on clearing a record")
LEGAL_AID_NAME = _("Find free legal help near you")
OWN_RECORD_NAME = _("How to get your own record")

FALLBACKS: dict[str, StepWords] = {
    "DISMISSAL_1203": StepWords(
        _("Ask for a dismissal under Penal Code 1203.4"),
        _(
            "If you have finished your sentence or probation, a judge may dismiss the case. It works for "
            "most crimes. The form is CR-180. The court has it for free."
        ),
        SELF_HELP,
        SELF_HELP_NAME,
    ),
    "RECORD_DESTRUCTION_11361_5": StepWords(
        _("Ask the court to destroy the old record"),
        _(
            "By law, records of small marijuana cases should be destroyed after two years. Ask the clerk if "
            "it was done. If not, ask for it under Health and Safety Code 11361.5."
        ),
    ),
    "ARREST_SEALING_851_91": StepWords(
        _("Ask to seal the arrest"),
        _(
            "If you were arrested but not convicted, the court can seal the arrest record under "
            "Penal Code 851.91. The form is CR-409."
        ),
        SELF_HELP,
        SELF_HELP_NAME,
    ),
    "DIVERSION_1203_43": StepWords(
        _("Take back the old plea"),
        _(
            "Some programs had you plead guilty first. Under Penal Code 1203.43, the court can undo that plea "
            "if you finished the program. The form is CR-180."
        ),
        SELF_HELP,
        SELF_HELP_NAME,
    ),
    "FEDERAL_PARDON": StepWords(
        _("Check for a federal pardon"),
        _(
            "In 2022 and 2023, the President pardoned many people for having marijuana. You can ask the "
            "Justice Department for a paper that proves it."
        ),
        "https://www.justice.gov/pardon",
        _("The federal pardon office"),
    ),
    "OTHER_STATE_COURT": StepWords(
        _("Ask in the state that convicted you"),
        _("Many states now clear marijuana cases. Ask the court there, or legal aid in that state."),
    ),
    "REDUCE_17B": StepWords(
        _("Ask to lower the felony under Penal Code 17(b)"),
        _(
            "If you got probation or county jail for a felony, a judge may be able to make it a misdemeanor. "
            "The form is CR-180. It does not work for every felony, so ask a lawyer."
        ),
        SELF_HELP,
        SELF_HELP_NAME,
    ),
    "ASK_LAWYER": StepWords(
        _("Ask a lawyer for free"),
        _(
            "Call the public defender of the county, or legal aid. Many hold free clinics for clearing "
            "records. Bring this page."
        ),
        LEGAL_AID,
        LEGAL_AID_NAME,
    ),
    "ASK_PROSECUTOR": StepWords(
        _("Ask the prosecutor"),
        _(
            "Some District Attorneys clear cases that began as a marijuana charge. A lawyer or the public "
            "defender can ask for you."
        ),
    ),
    "ASK_AUTOMATIC_RELIEF": StepWords(
        _("Ask if it was cleared by itself"),
        _(
            "Courts had to clear every case that the prosecutor did not fight in time, even one like yours. "
            "Ask the clerk before you do anything else."
        ),
    ),
    "ASK_LAWYER_WOBBLER": StepWords(
        _("Ask a lawyer about a misdemeanor"),
        _(
            "Here the law says “may,” not “must.” A judge can still make it a misdemeanor. A lawyer or the "
            "public defender can ask for that."
        ),
        LEGAL_AID,
        LEGAL_AID_NAME,
    ),
    "CHECK_COURT_FILE": StepWords(
        _("Look at the court file"),
        _(
            "Ask the clerk of the court for the case file. Look for the code of the crime, the date, "
            "and how the case ended. Then come back and change your answers."
        ),
    ),
    "JUVENILE_SEALING_781": StepWords(
        _("Ask to seal your whole juvenile record"),
        _(
            "The juvenile court can seal everything from when you were under 18, not only this case. Ask the "
            "probation office or your old lawyer."
        ),
        SELF_HELP,
        SELF_HELP_NAME,
    ),
}
"""By the code of another way to get help."""
