"""The columns of a list of clients: what each is called in a file, in English and Spanish, and which answer it is."""

from __future__ import annotations

from dataclasses import dataclass

from petitions.interview.code_words import plain_words


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``question`` and ``control`` say which cell it fills; blank ones say which petitioner a row is about."""

    key: str
    head: str
    also: tuple[str, ...] = ()
    question: str = ""
    control: str = "text"


COLUMNS = (
    Column("reference", "File", ("REFERENCE", "FILE NUMBER", "EXPEDIENTE", "REFERENCIA")),
    Column("name", "Name", ("NAME ON CASE", "PETITIONER", "CLIENT", "NOMBRE", "PERSONA"), "name-on-case", "part_name_on_case"),
    Column("language", "Language", ("IDIOMA",)),
    Column("street", "Street", ("ADDRESS", "CALLE", "DIRECCION"), "mail", "part_street"),
    Column("unit", "Unit", ("APARTMENT", "APT", "UNIDAD"), "mail", "part_unit"),
    Column("city", "City", ("CIUDAD",), "mail", "part_city"),
    Column("state", "State", ("ESTADO",), "mail", "part_state"),
    Column("zip", "ZIP", ("ZIP CODE", "POSTAL CODE", "CODIGO POSTAL"), "mail", "part_zip"),
    Column("phone", "Phone", ("TELEPHONE", "TELEFONO"), "contact", "part_phone"),
    Column("email", "E-mail", ("EMAIL", "CORREO", "CORREO ELECTRONICO"), "contact", "part_email"),
    Column("county", "County", ("CONDADO",), "county"),
    Column("case_number", "Case number", ("CASE", "CASE NO", "NUMERO DE CASO", "CASO"), "case-number"),
    Column("code", "Code", ("CRIME", "CHARGE", "SECTION", "CODIGO", "DELITO"), "crime"),
    Column("level", "Level", ("CLASS", "NIVEL"), "level", "answer"),
    Column("offense_date", "Offense date", ("DATE OF OFFENSE", "ARREST DATE", "FECHA DEL HECHO"), "when"),
    Column("conviction_date", "Conviction date", ("CONVICTED", "DISPOSITION DATE", "FECHA DE CONDENA"), "convicted-when"),
    Column("age", "Age", ("AGE AT OFFENSE", "EDAD"), "age", "answer"),
    Column("sentence", "Sentence", ("SERVING", "SENTENCIA"), "sentence", "answer"),
    Column("ending", "Ending", ("DISPOSITION", "RESULTADO"), "ending", "answer"),
    Column("court", "Court", ("CORTE", "TRIBUNAL"), "court", "answer"),
)  # fmt: skip
PERSON = ("name-on-case", "mail", "contact")
"""Questions about the petitioner; the others are about the count of the row."""
_BY_HEAD = {name: column for column in COLUMNS for name in (column.head, *column.also)}


_KNOWN = {plain_words(name): column for name, column in _BY_HEAD.items()}


def column_named(head: str) -> Column | None:
    """Return the column with this head, in any spelling that is known."""
    return _KNOWN.get(plain_words(head))
