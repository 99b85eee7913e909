"""Keys come from one line of text, and no error or log repeats it."""

from __future__ import annotations

import base64

import pytest
from django.core.exceptions import ImproperlyConfigured

from petitions.records.keys import key_ring

KEY = base64.b64encode(bytes(range(32))).decode()
OTHER = base64.b64encode(bytes(range(1, 33))).decode()


def test_the_first_key_seals_and_all_open() -> None:
    ring = key_ring(f"k2:{KEY}, k1:{OTHER}")
    assert ring.current == "k2"
    assert set(ring.keys) == {"k1", "k2"}


@pytest.mark.parametrize(
    "written",
    [
        "",
        " , ",
        "k1",
        f":{KEY}",
        "k1:not base64!",
        "k1:" + base64.b64encode(b"short").decode(),
        f"bad name:{KEY}",
    ],
)
def test_a_bad_key_is_refused_without_repeating_it(written: str) -> None:
    with pytest.raises(ImproperlyConfigured) as refused:
        key_ring(written)
    assert "NAME:KEY" in str(refused.value)
    assert KEY not in str(refused.value)


def test_two_keys_of_one_name_are_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match="same name"):
        key_ring(f"k1:{KEY},k1:{OTHER}")


def test_a_key_ring_shows_names_only() -> None:
    assert repr(key_ring(f"k1:{KEY}")) == "KeyRing(k1)"
