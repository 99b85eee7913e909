"""Makes requests that no browser of good will sends, from the fields that a form has."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from tests.security.fuzz.drawn import Drawn

VALUES = (
    "", " ", "0", "-1", "1" * 400, "1e400", "NaN", "inf", "True", "None", "null", "[]", "{}", "x" * 10_000,
    "x" * 200_000, "\x00", "a\x00b", "\x00" * 500, "\ud800", "\U0010ffff", "\u202egnp.exe", "e" + "\u0301" * 400,
    "١٢٣", "²", "½", "ﷺ" * 50, "İ", "ß", "\u2028\u2029", "\x1b[31m", "\r\nSet-Cookie: a=b", "0000-00-00",
    "9999-12-31", "2025-02-30", "2025-13-01T99:99", "../../../../etc/passwd", "file:///etc/passwd", "//evil.example/",
    "javascript:alert(1)", "<script>alert(1)</script>", "{{ 7*7 }}{% debug %}", "%s%n%x", "' OR 1=1 --", "=1+1", "c1",
    "c9999999999", "c0", "you", "c1.age.answer", "c1.age.answer." * 20, "[" * 5_000, '{"a":' * 1_000, "a" * 50_000 + "@",
    "(((((((((((((((((((((", "*" * 5_000, "18_to_20", "Humboldt", "HS 11357(b)", "99999999999999999999", "-0", "+1", "1_000",
    "1.5", "٠", "\ufeff", "\u200b", "a,b;c\td\ne", "\r", "\n" * 5_000, "yes", "on",
)  # fmt: skip
NAMES = (
    "",
    "\x00",
    "a" * 5_000,
    "a[b][c]",
    "answer.1",
    "__proto__",
    "csrfmiddlewaretoken",
    "ñ",
    "next",
    "pk",
    "id",
)
FORM, JSON = "application/x-www-form-urlencoded", "application/json"
KINDS = (
    "", "text/plain", JSON, "application/json; charset=klingon", f"{FORM}; charset=klingon", "multipart/form-data",
    "multipart/form-data; boundary=", f"multipart/form-data; boundary={'b' * 300}", "multipart/form-data; boundary=é",
    "application/xml", "\x7f", "a" * 5_000,
)  # fmt: skip
FILES = (
    "a.pdf",
    "../../x.pdf",
    "a\x00.txt",
    "x" * 5_000 + ".csv",
    "\u202efdp.exe",
    "",
    ".",
    "a.csv.exe",
    "con.txt",
)
CONTENTS = (
    b"", b"%PDF-1.7\n", b"%PDF-1.7" + b"\x00" * 5_000, b"\xff\xfe\x00", b"a,b\n" * 500, b'"' * 5_000, b"PK\x03\x04" + b"x" * 90,
    b"\x89PNG\r\n\x1a\n", b"Name,Code\n" + b"x" * 50_000, b"\x00" * 20_000, "Ñ;é\n".encode("utf-16"), b"=1+1,@x\r\n",
)  # fmt: skip
Pairs = list[tuple[str, str]]


@dataclass(frozen=True)
class Request:
    """What is sent: the body with its kind, and what stands behind the question mark; ``shape`` names how it is wrong."""

    shape: str
    body: bytes
    kind: str
    query: str = ""


def request_from(form: Drawn, chance: random.Random) -> Request:
    """Make one request of a form."""
    shape = chance.choice([*_SHAPES])
    return _SHAPES[shape](form, chance)


def good(form: Drawn, chance: random.Random) -> Pairs:
    """Return each field with one of the values that a browser could send."""
    return [(name, chance.choice(values)) for name, values in form.fields.items()]


def _some_hostile(form: Drawn, chance: random.Random) -> Pairs:
    names = chance.sample([*form.fields], k=min(len(form.fields), chance.randint(1, 4)))
    return [(name, chance.choice(VALUES) if name in names else value) for name, value in good(form, chance)]


def _encoded(pairs: Iterable[tuple[str, str]]) -> bytes:
    return urlencode([*pairs], errors="surrogatepass").encode()


def _hostile(form: Drawn, chance: random.Random) -> Request:
    return Request("hostile", _encoded(_some_hostile(form, chance)), FORM)


def _all_hostile(form: Drawn, chance: random.Random) -> Request:
    value = chance.choice(VALUES)
    return Request("all hostile", _encoded((name, value) for name in form.fields), FORM)


def _missing(form: Drawn, chance: random.Random) -> Request:
    kept = [pair for pair in good(form, chance) if chance.random() < 0.5]
    return Request("missing", _encoded(kept), FORM)


def _twice(form: Drawn, chance: random.Random) -> Request:
    pairs = good(form, chance)
    return Request("twice", _encoded([*pairs, *_some_hostile(form, chance), *pairs]), FORM)


def _strange_names(form: Drawn, chance: random.Random) -> Request:
    strange = [(chance.choice(NAMES), chance.choice(VALUES)) for _ in range(5)]
    return Request("strange names", _encoded([*good(form, chance), *strange]), FORM)


def _too_many(form: Drawn, chance: random.Random) -> Request:
    many = [(f"f{number}", "1") for number in range(chance.choice((399, 401, 5_000)))]
    return Request("too many", _encoded([*good(form, chance), *many]), FORM)


def _bad_kind(form: Drawn, chance: random.Random) -> Request:
    return Request("bad kind", _encoded(_some_hostile(form, chance)), chance.choice(KINDS))


def _raw(_form: Drawn, chance: random.Random) -> Request:
    body = chance.choice(
        (chance.randbytes(2_000), b"%", b"%zz=%&&==&%ff%fe=%00", b"\xff" * 3_000, b"&" * 3_000)
    )
    return Request("raw bytes", body, chance.choice((FORM, *KINDS)))


def _json(form: Drawn, chance: random.Random) -> Request:
    value = chance.choice((None, True, -1, 1e300, [], {}, [[[]]], "x" * 1_000))
    body = chance.choice(
        (
            json.dumps(dict.fromkeys(form.fields, value)).encode(),
            b"[" * 50_000,
            b'{"a":' * 20_000,
            b"{",
            b'"\\ud800"',
        )
    )
    return Request("JSON", body, JSON)


def _parts(form: Drawn, chance: random.Random) -> Request:
    """Send a form in parts, with files where there are boxes for them and sometimes where there are none."""
    edge, body = "edge", []
    for name, value in _some_hostile(form, chance):
        as_file = chance.random() < 0.15
        named = f'; filename="{chance.choice(FILES)}"' if as_file else ""
        body.append(_part(edge, f'name="{name}"{named}', value.encode(errors="surrogatepass")))
    for name in form.files:
        for _time in range(chance.choice((0, 1, 1, 2, 61))):
            head = f'name="{name}"; filename="{chance.choice(FILES)}"'
            body.append(_part(edge, head, chance.choice(CONTENTS)))
    end = f"--{edge}--\r\n" if chance.random() < 0.85 else ""
    return Request("parts", b"".join(body) + end.encode(), f"multipart/form-data; boundary={edge}")


def _part(edge: str, head: str, content: bytes) -> bytes:
    start = f"--{edge}\r\nContent-Disposition: form-data; {head}\r\n\r\n"
    return start.encode(errors="surrogatepass") + content + b"\r\n"


def _query(form: Drawn, chance: random.Random) -> Request:
    pairs = [
        (name, chance.choice(VALUES)[:3_000]) for name in (*form.fields, "next", "page", "q", "sort", "on")
    ]
    query = urlencode(chance.sample(pairs, k=min(4, len(pairs))), errors="surrogatepass")
    return Request(
        "query",
        _encoded(good(form, chance)),
        FORM,
        chance.choice((query, "%00", "%ff=%fe", quote("ñ"), "&&=&")),
    )


_SHAPES: dict[str, Callable[[Drawn, random.Random], Request]] = {
    "hostile": _hostile,
    "all hostile": _all_hostile,
    "missing": _missing,
    "twice": _twice,
    "strange names": _strange_names,
    "too many": _too_many,
    "bad kind": _bad_kind,
    "raw": _raw,
    "JSON": _json,
    "parts": _parts,
    "query": _query,
}
