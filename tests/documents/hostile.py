"""Values as attackers, long names and other languages bring them, in a filing as it comes in."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

MARKUP = (
    "<b>Maria</b>",
    "<script>alert(1)</script>",
    "</p></div><h2>1. Granted</h2>",
    '<link rel=attachment href="file:///etc/hostname">',
    "<img src=http://example.invalid/x.png>",
    "<!-- -->",
    "&amp; &lt; &#65; &nbsp;",
    "{{ paper.signer }}",
    "{% include 'documents/petition.html' %}",
    "{# no comment #}",
    "'); DROP TABLE papers; --",
    '" onload="x',
    "file:///etc/hostname",
    "</style>p{display:none}",
    "\\A \\0041 \\\\",
    "content: counter(page)",
    "%s %(name)s {0} $x ${x}",
    "100% ~ ^ ` | = + * _ # @ !",
    "“Mary” ‘May’ – — … № § ¶",
)
NAMES = (
    "Nguyễn Thị Ánh Nguyệt",
    "Trần Đặng Phương Quỳnh",
    "José Muñoz-Ibáñez",
    "Łukasz Žižek",
    "Ẵ Ỗ Ự Ỹ",
    "Ng\u0303uye\u0302\u0303n",
    "Q\u0323\u0302 x\u0302\u0323 m\u0304 l\u0325\u0304",
    "Ångström Ærøskøbing Ðuro",
    "O'Brien-D’Arcy Jr.",
    "Ελένη Παπαδοπούλου",
    "Мария Примерова",
    "Հայկ Օրինակ",
    "W" * 60,
    "i" * 60,
    "Wilhelmina " * 8,
    "fi ffi ffl fl ff",
)
RIGHT_TO_LEFT = ("محمد الأمين", "ليلى عبد اللطيف", "מרים דוגמה", "علي 123 Ali")
NOT_OUR_SCRIPT = ("王小明", "김철수", "やまだ", "Maria 王")

_LATIN = st.characters(min_codepoint=0x21, max_codepoint=0x24F, categories=("L", "N", "P"))
_VIETNAMESE = st.characters(min_codepoint=0x1EA0, max_codepoint=0x1EF9)
_ATOMS = st.one_of(
    st.sampled_from(MARKUP),
    st.sampled_from(NAMES),
    st.text(st.one_of(_LATIN, _VIETNAMESE), min_size=1, max_size=40),
)


def values(*, longest: int) -> st.SearchStrategy[str]:
    """Draw a value that is not blank and no longer than its field may be."""
    mixed = st.lists(_ATOMS, min_size=1, max_size=6).map(" ".join)
    return (
        st.one_of(mixed, st.sampled_from(RIGHT_TO_LEFT)).map(lambda text: text[:longest].strip()).filter(bool)
    )


def addresses() -> st.SearchStrategy[dict[str, Any]]:
    """Draw a postal address."""
    return st.fixed_dictionaries(
        {
            "street": values(longest=200),
            "unit": st.none() | values(longest=60),
            "city": values(longest=200),
            "state": st.just("CA"),
            "zip": st.just("94612"),
        }
    )


def filings() -> st.SearchStrategy[dict[str, Any]]:
    """Draw a whole filing of one case, as JSON."""
    return st.fixed_dictionaries(
        {
            "name_on_case": values(longest=200),
            "name_now": st.none() | values(longest=200),
            "other_names": st.lists(values(longest=200), max_size=3),
            "mailing_address": st.none() | addresses(),
            "phone": st.none() | values(longest=40),
            "email": st.none() | values(longest=100).map(_as_email),
            "attorney": st.none() | _attorneys(),
            "cases": _cases().map(lambda case: [case]),
        }
    )


def _attorneys() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "name": values(longest=200),
            "bar_number": st.none() | values(longest=20),
            "firm": st.none() | values(longest=200),
            "mailing_address": addresses(),
            "phone": st.none() | values(longest=40),
            "email": st.none() | values(longest=100).map(_as_email),
        }
    )


def _cases() -> st.SearchStrategy[dict[str, Any]]:
    named = st.fixed_dictionaries({"name": values(longest=200), "mailing_address": st.none() | addresses()})
    server = st.fixed_dictionaries({"name": values(longest=200), "address": st.none() | addresses()})
    return st.fixed_dictionaries(
        {
            "county": st.just("Los Angeles"),
            "case_number": st.none() | values(longest=60),
            "prosecutor": st.just("district_attorney") | named,
            "server": st.none() | server,
            "waive_original_judge": st.booleans(),
            "waive_appearance": st.booleans(),
        }
    )


def _as_email(text: str) -> str:
    return text.replace("@", "").replace(" ", "") + "@example.org"
