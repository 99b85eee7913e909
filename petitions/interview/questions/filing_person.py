"""Questions for the court papers on the person: names, mail, and who files."""

from __future__ import annotations

from petitions.interview.questions.address import address_parts
from petitions.interview.questions.shapes import Kind, Option, Part, Question, Scope


def _(text: str) -> str:
    return text


NAME_ON_CASE = Question(
    key="name-on-case",
    facts=("name_on_case",),
    scope=Scope.FILER,
    kind=Kind.PARTS,
    heading=_("What name is on your court papers?"),
    short=_("Name on the case"),
    hint=_("Write it as the court did, even if it was wrong."),
    parts=(Part("name_on_case", _("Name on the case"), missing=_("Type the name"), autocomplete="name"),),
    why=_("The clerk finds your case by this name."),
    where=_("Look for “People v.” and a name."),
)

NAME_NOW = Question(
    key="name-now",
    facts=("name_now",),
    scope=Scope.FILER,
    kind=Kind.PARTS,
    heading=_("Is that still your name?"),
    short=_("Name now"),
    options=(
        Option("same", _("Yes, the same name")),
        Option("other", _("No, I have a different name now")),
    ),
    parts=(Part("name_now", _("Your name now"), missing=_("Type your name"), autocomplete="name"),),
    parts_when="other",
    why=_("You sign with the name that you have now."),
)

OTHER_NAMES = Question(
    key="other-names",
    facts=("other_names",),
    scope=Scope.FILER,
    kind=Kind.NAMES,
    heading=_("Are there other names on your record?"),
    short=_("Other names"),
    hint=_("Write one name on each line. Leave it blank if there are none."),
    optional=True,
    why=_("Some records carry a nickname or a wrong spelling. This helps the clerk find them all."),
)

MAILING_ADDRESS = Question(
    key="mail",
    facts=("mailing_address",),
    scope=Scope.FILER,
    kind=Kind.PARTS,
    heading=_("Where can you safely get mail?"),
    short=_("Mailing address"),
    hint=_("The court writes to this address. It will be on a public paper."),
    points=(
        _("No safe place? You can use a friend’s address, if they agree"),
        _("A shelter or clinic may take mail for you. Ask them first"),
        _("The post office can hold it: write “General Delivery” as the street, then the city and ZIP code"),
    ),
    options=(
        Option("yes", _("I have an address")),
        Option(
            "no",
            _("I don’t have one yet"),
            _("Your papers will have blank lines. Write an address in before you file."),
        ),
    ),
    parts=address_parts(is_own=True),
    parts_when="yes",
    why=_("The court and the prosecutor send their answers by mail."),
    citation="Cal. Rules of Court, rule 2.111",
)

CONTACT = Question(
    key="contact",
    facts=("phone", "email"),
    scope=Scope.FILER,
    kind=Kind.PARTS,
    heading=_("Do you want to add a phone number or e-mail?"),
    short=_("Phone and e-mail"),
    hint=_("You may leave both blank. They go on a public paper."),
    optional=True,
    parts=(
        Part(
            "phone",
            _("Phone (optional)"),
            longest=40,
            autocomplete="tel",
            form="phone",
        ),
        Part("email", _("E-mail (optional)"), longest=200, autocomplete="email", form="email"),
    ),
    why=_("The clerk may call if something is missing. The clerk may not refuse papers without them."),
    citation="Cal. Rules of Court, rule 2.118",
)

ATTORNEY = Question(
    key="lawyer",
    facts=("attorney",),
    scope=Scope.FILER,
    kind=Kind.PARTS,
    heading=_("Will a lawyer file this for you?"),
    short=_("Lawyer"),
    hint=_("You do not need one to file."),
    options=(
        Option("no", _("No, I file it myself")),
        Option("yes", _("Yes, a lawyer files it")),
    ),
    parts=(
        Part("name", _("Lawyer’s full name"), missing=_("Type the lawyer’s name")),
        Part("bar_number", _("State Bar number (optional)"), longest=20),
        Part("firm", _("Office or firm (optional)")),
        *address_parts(is_own=False),
        Part("phone", _("Phone (optional)"), longest=40, form="phone"),
        Part("email", _("E-mail (optional)"), form="email"),
    ),
    parts_when="yes",
    parts_title=_("The lawyer"),
    why=_("The top of your papers says who files them."),
    citation="Cal. Rules of Court, rule 2.111",
)

PERSON = (NAME_ON_CASE, NAME_NOW, OTHER_NAMES, MAILING_ADDRESS, CONTACT, ATTORNEY)
