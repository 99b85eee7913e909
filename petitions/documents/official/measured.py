"""Sets the texts of a form in its places by their printed widths; what a place does not hold gets its label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from petitions.documents.forms.official_petition import OfficialPetition
from petitions.documents.official.items import LABELS
from petitions.documents.official.placing import MEASURED_AT, Placed, place_texts
from petitions.documents.render import text_widths
from petitions.documents.typed import Stand

FONTS = '"Noto Sans", "Noto Serif", "DejaVu Sans", "Noto Sans CJK SC", sans-serif'


@dataclass(frozen=True, slots=True)
class AttachedLine:
    """A value of the attachment with the label that the form prints for it."""

    number: int
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class SetTexts:
    """What is printed in the places, and what is attached."""

    placed: tuple[Placed, ...]
    attached: tuple[AttachedLine, ...]


def set_texts(content: OfficialPetition) -> SetTexts:
    """Set every text as it is printed."""
    placed, attached = place_texts(content.texts, places=content.form.places, measure=_measure)
    return SetTexts(placed, tuple(AttachedLine(one.number, LABELS[one.item], one.text) for one in attached))


def _measure(texts: Sequence[str]) -> Sequence[float]:
    """Measure texts; what stands for a value takes the largest size, and the bulk lane then measures the value."""
    widths = text_widths(texts, font=f"{MEASURED_AT:g}pt {FONTS}")
    return [0.0 if isinstance(text, Stand) else width for text, width in zip(texts, widths, strict=True)]
