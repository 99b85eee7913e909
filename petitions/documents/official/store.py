"""Keeps the official forms that whoever runs this site has added: one folder each, written whole or not at all."""

from __future__ import annotations

import hashlib
import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from petitions.documents.official.blank_form import new_fields, official_form, open_form
from petitions.documents.official.form import Edition, OfficialForm
from petitions.documents.official.mapping import FormProblems, known_mappings, read_mapping
from petitions.documents.official.recognize import Recognized, mapping_for, recognize
from petitions.documents.whole_folder import put_folder

LOOK_AGAIN_AFTER = 90
"""Days after which the courts' site may well have a newer edition."""

_PDF, _MAPPING, _ABOUT = "form.pdf", "mapping.toml", "about.json"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Addition:
    """A form that was looked at and can be used. ``mapping`` is the text of its own mapping file, if it has one."""

    form: OfficialForm
    pdf: bytes
    mapping: str | None


@dataclass(frozen=True, slots=True)
class Installed:
    """A form that is installed. ``form`` None: its files are damaged."""

    folder: str
    added: date | None
    sha256: str | None
    form: OfficialForm | None

    def days_since(self, on: date) -> int:
        """Count the days since it was added."""
        return (on - self.added).days if self.added else 0


def check_addition(pdf: bytes, *, mapping: str | None) -> Addition:
    """Look a form over before anything is kept; raise FormProblems with what is in the way."""
    with open_form(pdf):
        recognized = recognize(pdf)
    found = mapping_for(recognized, given=read_mapping(mapping) if mapping is not None else None)
    if found is None:
        raise FormProblems(*_unknown(recognized, pdf=pdf))
    return Addition(official_form(pdf, mapping=found), pdf, mapping)


def add(addition: Addition, *, folder: Path, on: date) -> None:
    """Keep a form, in place of an earlier copy of the same edition."""
    place = folder / _name(addition.form.edition)
    put_folder(place, write=lambda new: _write(addition, folder=new, on=on), prefix=".adding-")


def installed(folder: Path) -> tuple[Installed, ...]:
    """List what is installed, by name and so by edition."""
    if not folder.is_dir():
        return ()
    return tuple(_read(place) for place in sorted(folder.iterdir()) if _is_form(place))


def form_in_use(folder: Path) -> OfficialForm | None:
    """Return the newest edition that is installed and whole."""
    forms = [one.form for one in installed(folder) if one.form]
    return max(forms, key=lambda one: one.edition.day, default=None)


def _unknown(recognized: Recognized, *, pdf: bytes) -> Iterator[str]:
    yield f"{recognized.edition.name} is an edition that is not known here."
    yield from (f"{name}: this field is new." for name in new_fields(pdf, known=known_mappings()))
    yield "Write a mapping file as docs/official_forms.md says, and add --mapping FILE."


def _name(edition: Edition) -> str:
    return f"{edition.form.lower()}_{edition.day.isoformat()}"


def _is_form(place: Path) -> bool:
    return place.is_dir() and bool(re.fullmatch(r"[a-z]+-\d+_\d{4}-\d{2}-\d{2}", place.name))


def _write(addition: Addition, *, folder: Path, on: date) -> None:
    folder.mkdir()
    (folder / _PDF).write_bytes(addition.pdf)
    if addition.mapping is not None:
        (folder / _MAPPING).write_text(addition.mapping, encoding="utf-8")
    about = {"added": on.isoformat(), "sha256": hashlib.sha256(addition.pdf).hexdigest()}
    (folder / _ABOUT).write_text(json.dumps(about) + "\n", encoding="utf-8")


def _read(place: Path) -> Installed:
    """Read an installed form; one that is damaged is never filled in, and whoever runs the site is told."""
    try:
        return _whole(place)
    except (OSError, ValueError, KeyError, TypeError, FormProblems):
        _log.error("The official form %s is damaged; add it again with official_forms add.", place.name)
        return Installed(place.name, None, None, None)


def _whole(place: Path) -> Installed:
    about = json.loads((place / _ABOUT).read_text(encoding="utf-8"))
    pdf, own = (place / _PDF).read_bytes(), place / _MAPPING
    sha256 = hashlib.sha256(pdf).hexdigest()
    if about["sha256"] != sha256:
        raise FormProblems("The file is not the one that was added.")
    mapping = own.read_text(encoding="utf-8") if own.exists() else None
    return Installed(place.name, date.fromisoformat(about["added"]), sha256, _prepared(pdf, mapping))


@lru_cache(maxsize=4)
def _prepared(pdf: bytes, mapping: str | None) -> OfficialForm:
    return check_addition(pdf, mapping=mapping).form
