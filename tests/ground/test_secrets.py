"""No key and no token is among the files; what looks for them finds each kind."""

from __future__ import annotations

import secrets
import string
from collections.abc import Callable
from datetime import date

import pytest

from benchmarks.secrets_search import _in_patches, in_tree, kinds_in
from petitions.records.new_keys import new_settings

LETTERS = string.ascii_letters + string.digits


def drawn(length: int, letters: str = LETTERS) -> str:
    return "".join(secrets.choice(letters) for _letter in range(length))


SECRETS: dict[str, Callable[[], str]] = {
    "a private key": lambda: "-----BEGIN RSA " + "PRIVATE KEY-----",
    "a key of Amazon": lambda: "AKIA" + drawn(16, string.ascii_uppercase),
    "a token of GitHub": lambda: "ghp_" + drawn(36),
    "a token of GitLab": lambda: "glpat-" + drawn(20),
    "a token of Slack": lambda: "xoxb-" + drawn(24),
    "a key of Google": lambda: "AIza" + drawn(35),
    "a key of Stripe": lambda: "sk_live_" + drawn(24),
    "a key of Anthropic or OpenAI": lambda: "sk-ant-" + drawn(40),
    "a token of PyPI": lambda: "pypi-" + drawn(60),
    "a signed token": lambda: ".".join(("eyJ" + drawn(20), "eyJ" + drawn(20), drawn(30))),
    "a password in an address": lambda: f"postgresql://clear:{drawn(12)}@db/records",
    "a key of this site": lambda: f"CLEARRECORD_KEYS=k1:{drawn(43)}=",
    "a secret of this site": lambda: f'SECRET_KEY = "{drawn(50)}"',
}


def test_each_secret_in_a_file_of_settings_is_found() -> None:
    told = new_settings("clear.example", on=date(2026, 11, 29), database="sqlite:///x", var="/x")
    found = [kind for line in told.splitlines() for kind in kinds_in(line)]
    assert sorted(found) == ["a key of this site", "a key of this site", "a secret of this site"]


@pytest.mark.parametrize("kind", SECRETS)
def test_each_kind_of_secret_is_found(kind: str) -> None:
    assert kind in kinds_in(f"x = 1  # {SECRETS[kind]()}")


def test_plain_words_are_no_secret() -> None:
    assert not kinds_in("SECRET_KEY is missing; write postgresql://USER:PASSWORD@HOST/NAME and NAME:KEY")


def test_no_file_of_this_project_holds_a_secret() -> None:
    assert not [*in_tree()]


def test_a_secret_that_was_added_once_and_taken_out_again_is_found_with_its_place() -> None:
    patch = [
        "commit " + "a" * 40,
        "Words",
        "+++ b/some/file.py",
        "@@ -1 +1 @@",
        "-old",
        "+" + SECRETS["a token of GitHub"](),
    ]
    [found] = _in_patches(patch)
    assert (found.place, found.kind) == ("aaaaaaaaaaaa some/file.py", "a token of GitHub")
