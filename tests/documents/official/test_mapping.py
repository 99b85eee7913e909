"""Mapping files: complete or refused, and held to the form that they are for."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from petitions.documents.official import mapping
from petitions.documents.official.form import CURRENT, read_edition
from petitions.documents.official.items import Item, Kind
from petitions.documents.official.mapping import FormProblems, known_mappings, read_mapping
from petitions.documents.official.recognize import recognize
from petitions.documents.official.store import check_addition
from tests.documents.official.editions import old_pdf
from tests.documents.official.stand_in import BUTTONS, stand_in

FOLDER = Path(mapping.__file__).parent / "mappings"
NEWER = "Rev. March 1, 2027"


def current() -> str:
    return (FOLDER / "cr_400_2024_01.toml").read_text(encoding="utf-8")


def newer() -> str:
    return current().replace('edition = "Rev. January 1, 2024"', f'edition = "{NEWER}"')


def problems(text: str, *, pdf: bytes | None = None) -> str:
    read = partial(check_addition, pdf, mapping=text) if pdf else partial(read_mapping, text)
    with pytest.raises(FormProblems) as bad:
        read()
    return "\n".join(bad.value.problems)


def test_two_editions_are_mapped_out_of_the_box() -> None:
    assert [one.edition.name for one in known_mappings()] == [
        "CR-400 New July 1, 2017",
        "CR-400 Rev. January 1, 2024",
    ]
    assert known_mappings()[-1].edition.day == CURRENT


def test_the_edition_of_2017_has_21_fields_and_that_of_2024_has_33() -> None:
    assert [len(one.fields) for one in known_mappings()] == [21, 33]


def test_number_and_edition_are_read_from_the_page() -> None:
    assert recognize(stand_in()).edition.name == "CR-400 Rev. January 1, 2024"
    assert recognize(old_pdf()).edition.name == "CR-400 New July 1, 2017"


@pytest.mark.parametrize("wording", ["Rev. Smarch 1, 2024", "Rev. February 30, 2024", "Revised 2024", ""])
def test_an_edition_without_a_day_is_none(wording: str) -> None:
    assert read_edition("CR-400", wording=wording) is None


def test_an_unknown_edition_says_which_fields_are_new() -> None:
    with pytest.raises(FormProblems) as bad:
        check_addition(stand_in(NEWER, ("Interpreter[0]",)), mapping=None)
    told = "\n".join(bad.value.problems)
    assert f"CR-400 {NEWER} is an edition that is not known here." in told
    assert "CR-400[0].Page1[0].Interpreter[0]: this field is new." in told
    assert "AttyBarNo" not in told and not [button for button in BUTTONS if button in told]


def test_a_new_edition_with_a_whole_mapping_is_taken() -> None:
    text = newer().replace("unused_fields = []", 'unused_fields = ["CR-400[0].Page1[0].Interpreter[0]"]')
    addition = check_addition(stand_in(NEWER, ("Interpreter[0]",)), mapping=text)
    assert addition.form.edition.name == f"CR-400 {NEWER}" and not addition.form.edition.is_old


def test_a_new_field_that_is_not_named_is_refused() -> None:
    told = problems(newer(), pdf=stand_in(NEWER, ("Interpreter[0]",)))
    assert "Interpreter[0]: this field is new; map it, or name it in unused_fields." in told


def test_a_known_edition_with_other_fields_than_it_should_have_is_refused() -> None:
    with pytest.raises(FormProblems) as bad:
        check_addition(stand_in(more_fields=("Surprise[0]",)), mapping=None)
    assert "Surprise[0]: this field is new" in bad.value.problems[0]


@pytest.mark.parametrize("item", list(Item))
def test_a_mapping_without_one_of_the_items_is_refused(item: Item) -> None:
    told = problems(re.sub(rf"^{item} = .*\n", "", newer(), flags=re.MULTILINE))
    assert told == f"{item}: say where this is: in fields, areas or not_on_form."


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('form = "CR-400"', 'form = "CR-180"', 'form: write "CR-400".'),
        ('edition = "Rev. March 1, 2027"', 'edition = "soon"', "edition: write it as the foot"),
        ('edition = "Rev. March 1, 2027"', "edition = 7", "edition: write it as the foot"),
        ("[areas]", 'colour = "x"\n[areas]', "colour: the form has no such item."),
        ("not_on_form = []", "", "not_on_form: this is missing."),
        ("not_on_form = []", "not_on_form = 7", "not_on_form: write a list of texts."),
        ("not_on_form = []", "not_on_form = []\nextra = 1", "extra: this key is not known; take it out."),
        ("not_on_form = []", 'not_on_form = ["fax"]', "fax: name this once."),
        ("not_on_form = []", 'not_on_form = ["hat"]', "hat: the form has no such item."),
        ('words = ["PETITION/APPLICATION", "11361.8"]', "words = []", "words: name at least one text"),
        ("left_blank = []", 'left_blank = ["name"]', "name: this may not be left blank"),
        ("unused_fields = []", 'unused_fields = ["a", "a"]', "a: this field is named twice."),
        ("[areas]", "[areas]\nfax = [1, 2, 3]", "areas: write ITEM = [left, bottom, right, top]"),
        ("[areas]", "[areas]\nfax = [9, 9, 1, 1]", "areas: write ITEM"),
        ("[areas]", '[areas]\nfax = [1, 2, 30, "x"]', "areas: write ITEM"),
        ("[areas]", "[areas]\nfax = [nan, 2, 30, 40]", "areas: write ITEM"),
        ('AttyPartyInfo[0].Fax[0]"', "AttyPartyInfo[0].Fax[0]", "The mapping file is not TOML."),
    ],
)
def test_a_mapping_is_refused_with_one_clear_sentence(old: str, new: str, told: str) -> None:
    assert old in newer()
    assert told in problems(newer().replace(old, new))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("AttyPartyInfo[0].Fax[0]", "AttyPartyInfo[0].Telefax[0]", "fax: the form has no field CR-400[0]"),
        ('words = ["PETITION/APPLICATION"', 'words = ["HORSE"', "The words that the mapping names"),
        (NEWER, "Rev. March 2, 2027", "The mapping file is for CR-400 Rev. March 2, 2027, and this is"),
    ],
)
def test_a_mapping_that_does_not_fit_its_form_is_refused(old: str, new: str, told: str) -> None:
    assert told in problems(newer().replace(old, new), pdf=stand_in(NEWER))


def test_a_text_may_not_go_to_a_box_nor_outside_the_page() -> None:
    swapped = newer().replace("fax = ", "x = ").replace("section_11357 = ", "fax = ")
    told = problems(swapped.replace("x = ", "section_11357 = ", 1), pdf=stand_in(NEWER))
    assert "fax: the field" in told and "section_11357: the field" in told and "another kind" in told
    fax = re.search(r"^fax = (.*)$", newer(), flags=re.MULTILINE)
    assert fax
    moved = newer().replace(fax[0], "").replace("[areas]", "[areas]\nfax = [600, 10, 700, 20]")
    moved = moved.replace("unused_fields = []", f"unused_fields = [{fax[1]}]")
    assert problems(moved, pdf=stand_in(NEWER)) == "fax: this lies outside the page."


def test_every_item_that_is_written_by_hand_has_no_label_of_ours() -> None:
    assert [item for item in Item if item.kind is Kind.BLANK] == [
        Item.COURT_DATE,
        Item.COURT_TIME,
        Item.COURT_DEPARTMENT,
        Item.SIGNATURE_DATE,
    ]


def shapes() -> list[Any]:
    return ["", "x = 1", "[fields]\nname = 7", "fields = 7", "areas = 7", "form = []", "edition = []"]


@pytest.mark.parametrize("text", shapes())
def test_anything_that_is_toml_is_answered_with_sentences(text: str) -> None:
    assert problems(text)
