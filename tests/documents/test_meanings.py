"""The meaning of each line of a court paper: none is missing, none is stale, and what was typed stays as it is."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from functools import cache
from types import ModuleType

import pytest
from django.utils.translation import override

from petitions.documents import stated_facts
from petitions.documents.filing import Server
from petitions.documents.meanings import CONTEXT, LINES, line_of, meaning_of
from petitions.documents.official import items, spoken
from petitions.documents.packet import Packets, Paper
from petitions.documents.pages import twin
from petitions.law.facts import Petitioner
from petitions.law.terms import Level, Relief
from petitions.templatetags.beside import beside, printed_line
from tests.documents.every_paper import TRACKS, by_a_lawyer, many_counts, two_cases, with_blanks
from tests.documents.official.editions import CURRENT, OLD, filled
from tests.documents.samples import (
    ATTORNEY,
    a_conviction,
    a_determination,
    a_filing,
    a_filing_case,
    on_track,
    packets,
)

SERVER = Server("Sam Server", ("1 Any Street", "Oakland, CA 94612"))
OTHER_CHOICES = a_filing_case(waive_original_judge=False, waive_appearance=True, server=SERVER)
CLEAN = Petitioner(super_strikes=(), sex_offenses=())
LONG = "Wilhelmina " * 20
_LINE = re.compile(r"<(p|h\d|th|dt|dd|td)\b[^>]*>(.*?)</\1>", re.DOTALL)
_TYPED = re.compile(r"<bdi[^>]*>[^<]*</bdi>")
_LETTERS = re.compile(r"[^\W\d_]")


@cache
def made() -> tuple[Packets, ...]:
    """Return all samples."""
    return (*_on_our_paper(), *_on_the_form())


def _on_our_paper() -> Iterator[Packets]:
    """Assemble papers so that every line of every template is printed at least once."""
    for track in TRACKS:
        for level in Level:
            counted = {"convictions": (a_conviction(level=level),)}
            for floor in (Relief.MISDEMEANOR, Relief.INFRACTION, Relief.DISMISS_SEAL):
                for ceiling in (Relief.INFRACTION, Relief.MISDEMEANOR, Relief.DISMISS_SEAL):
                    found = a_determination(track=track, floor=min(floor, ceiling), ceiling=ceiling)
                    yield packets(**counted, determinations=(found,), petitioner=CLEAN)
        yield on_track(track, filing=a_filing(OTHER_CHOICES))
        yield on_track(track, filing=a_filing(a_filing_case(), attorney=ATTORNEY))
    selling = (a_conviction(section="11359", subdivision=None, level=Level.FELONY),)
    yield packets(selling, petitioner=CLEAN)
    yield packets(selling, petitioner=Petitioner(sex_offenses=()))
    yield packets(selling, petitioner=Petitioner(super_strikes=()))
    yield from (with_blanks(), by_a_lawyer(), many_counts(3), two_cases())
    yield packets(filing=a_filing(attorney=ATTORNEY, email="a.very.long.address.indeed@mail.example.org"))


def _on_the_form() -> Iterator[Packets]:
    yield filled(CURRENT)
    yield filled(CURRENT, filing=a_filing(name_on_case=LONG, attorney=ATTORNEY))
    nameless = a_filing(a_filing_case(case_number=None), name_on_case=LONG)
    yield filled(CURRENT, filing=nameless, convictions=(a_conviction(case_number=None),))
    yield filled(
        CURRENT,
        filing=a_filing(a_filing_case(case_number="X" * 60)),
        convictions=(a_conviction(case_number="X" * 60),),
    )


def court_papers(packet: Packets) -> Iterator[Paper]:
    """Return the papers that are English in every language."""
    return (paper for case in packet.cases for paper in case.papers if paper.document != "cover-sheet")


@cache
def printed() -> dict[str, str]:
    """Return every printed line with its HTML."""
    twins = (twin(paper) for one in made() for paper in court_papers(one))
    return {printed_line(found[2]): found[2] for one in twins for found in _LINE.finditer(one)}


def is_ours(inner: str) -> bool:
    """Say whether a line has a word that nobody typed."""
    return bool(_LETTERS.search(re.sub(r"<[^>]+>", "", _TYPED.sub("", inner)).replace("(blank)", "")))


def of_the_directory() -> set[str]:
    """Return the lines that are a name or an address of a court or an office."""
    found: set[str] = set()
    for one in made():
        for case in one.cases:
            court, office = case.sheet.court, case.sheet.prosecutor
            found |= {court.courthouse.name, court.address_line, office.name, *office.address_lines}
    return found


def test_every_printed_line_of_ours_has_a_meaning() -> None:
    ours = {line for line, inner in printed().items() if is_ours(inner)} - of_the_directory()
    assert len(ours) > 150
    assert sorted(line for line in ours if line_of(line) is None) == []


def test_a_new_line_without_a_meaning_is_found() -> None:
    assert line_of("The applicant asks for something new.") is None
    assert is_ours("The applicant asks for something new.")
    assert not is_ours("<bdi>Maria Example</bdi>,")


def texts_in(module: ModuleType) -> set[str]:
    """Return the texts that a module prints: all of its strings but docstrings and the names of things."""
    tree = ast.parse(inspect.getsource(module))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    found = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    }
    return {text for text in found if " " in text.strip()}


def test_every_fact_that_a_petition_may_state_has_a_meaning() -> None:
    laws = {text for text in texts_in(stated_facts) if text.startswith("Penal Code")}
    facts = texts_in(stated_facts) - laws
    assert len(facts) >= 14
    assert sorted(fact for fact in facts if line_of(f"No. 1: {fact}.") is None) == []


@pytest.mark.parametrize("module", [items, spoken])
def test_every_label_of_the_form_has_a_meaning(module: ModuleType) -> None:
    labels = texts_in(module)
    assert len(labels) >= 4
    assert sorted(label for label in labels if line_of(label) is None) == []


def test_no_meaning_is_of_a_line_that_no_paper_prints() -> None:
    used = {line_of(line) for line in printed()}
    for line in printed():
        used |= set(_parts(line))
    facts = {f"No. 1: {fact}." for fact in texts_in(stated_facts)}
    for fact in facts:
        used |= set(_parts(fact))
    labels = (
        texts_in(items)
        | texts_in(spoken)
        | {*items.LABELS.values(), *items.BOX_LABELS.values(), *items.BLANK_LABELS.values()}
    )
    used |= {line_of(label) for label in labels}
    rare = {
        "Rev. [value]",
        "New [value]",
        "See att., item [value]",
        "Att. [value]",
        "E-mail:",
        "(SBN [value])",
        "Attorney for [role] [value]",
    }
    assert sorted(set(LINES) - used - rare) == []


def test_the_old_edition_of_the_form_has_a_meaning_too() -> None:
    lines = {
        printed_line(found[2]): found[2]
        for paper in court_papers(filled(OLD))
        for found in _LINE.finditer(twin(paper))
    }
    ours = {line for line, inner in lines.items() if is_ours(inner)} - of_the_directory()
    assert sorted(line for line in ours if line_of(line) is None) == []


def test_every_meaning_is_spanish_and_has_the_same_marks() -> None:
    marks = re.compile(r"\[(?:value|blank|numbers|part)\]")
    with override("es"):
        from django.utils.translation import pgettext  # noqa: PLC0415

        for line in LINES:
            said = pgettext(CONTEXT, line)
            assert sorted(marks.findall(said)) == sorted(marks.findall(line)), line
            assert said != line or line == "[blank]", line


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("The petitioner keeps the right to attend any hearing.", "Usted conserva el derecho a estar en toda audiencia."),
        ("Case No. CR-05-1234", "Número de caso: CR-05-1234"),
        ("Case No. (blank)", "Número de caso: (en blanco)"),
        ("Date: (blank) Time: (blank)", "Fecha: (en blanco) Hora: (en blanco)"),
        (
            "Nos. 1, 2 and 5: failing that, recall of sentence and resentencing as a misdemeanor.",
            "N.º 1, 2, 5: y si tampoco, retirar la sentencia y dictar otra sentencia, como delito menor.",
        ),
        ("Item 2. Defendant", "Punto 2. Persona acusada (usted)"),
        ("Name now: Petition [value]", "Nombre de hoy: Petition [value]"),
        ("Maria Example", None),
        ("No. 1: something that no paper asks for.", None),
    ],
)  # fmt: skip
def test_a_line_is_said_in_spanish_with_its_values_as_they_are(line: str, meaning: str | None) -> None:
    with override("es"):
        assert meaning_of(line) == meaning


def test_each_line_stands_beside_its_meaning_in_the_order_of_the_paper() -> None:
    with override("es"):
        page = beside(twin(packets().cases[0].papers[1]))
    english = [
        printed_line(found[2])
        for found in re.finditer(r"<(p|h\d)(?: [^>]*)?>(.*?)</\1>", page)
        if "means" not in found[0]
    ]
    assert english == [
        printed_line(found[2])
        for found in re.finditer(r"<(p|h\d)(?: [^>]*)?>(.*?)</\1>", twin(packets().cases[0].papers[1]))
    ]
    pair = re.search(
        r'<div class="pair"><h3>3\. The facts</h3><p class="means" lang="es">3\. Los hechos</p></div>', page
    )
    assert pair and 'lang="en"' not in page
    assert "<td" in page and not re.search(r"<td[^>]*>[^<]*<span class=\"means\"", page)
    assert "<p><bdi>Maria Example</bdi></p>\n" in page


def test_what_a_person_typed_is_escaped_in_the_meaning_as_well() -> None:
    made = packets(filing=a_filing(name_now="<b>Maria & Now</b>"))
    with override("es"):
        page = beside(twin(made.cases[0].papers[1]))
    assert "<b>" not in page
    assert "Nombre de hoy: &lt;b&gt;Maria &amp; Now&lt;/b&gt;" in page


def _parts(line: str) -> Iterator[str]:
    """Return the lines of the catalogue within a line with numbers, or with an item."""
    found = re.fullmatch(r"(?:Nos?\. [\d, and]+: (.+)\.|Item \d+\. (.+))", line)
    rest = (found[1] or found[2]) if found else ""
    while rest:
        inner = line_of(rest)
        if inner is None:
            return
        yield inner
        rest = rest.removeprefix(inner.split("[part]")[0]) if "[part]" in inner else ""
