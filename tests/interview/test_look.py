"""The look keeps its promises: contrast, no inline style or script, one heading, links that land."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from pytest_django import Settings

from petitions.interview.questions import REGISTRY, Scope
from tests.interview.walk import Walk, card

ROOT = Path(settings.BASE_DIR)
CSS = (ROOT / "static" / "site.css").read_text(encoding="utf-8")
PAGES = [path for path in (ROOT / "templates").rglob("*.html") if "documents" not in path.parts]
TEXT_PAIRS = [
    ("ink", "paper"),
    ("ink", "card"),
    ("ink", "wash"),
    ("ink", "warn-wash"),
    ("soft", "paper"),
    ("soft", "card"),
    ("soft", "wash"),
    ("soft", "warn-wash"),
    ("accent", "paper"),
    ("accent", "card"),
    ("accent", "wash"),
    ("accent", "warn-wash"),
    ("on-accent", "accent"),
    ("on-accent", "accent-deep"),
    ("warn", "warn-wash"),
    ("error", "error-wash"),
    ("error", "paper"),
    ("focus-ink", "focus"),
]
SHAPE_PAIRS = [("edge", "paper"), ("edge", "card"), ("accent", "card"), ("error", "paper")]


def tokens(dark: bool) -> dict[str, str]:
    """Return the colors of a theme; the dark one changes the light one."""
    light = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", CSS.split("@media", 1)[0]))
    block = re.search(r"prefers-color-scheme: dark\) \{\s*:root \{(.*?)\}", CSS, re.DOTALL)
    assert block is not None
    return {**light, **dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block[1]))} if dark else light


def brightness(color: str) -> float:
    parts = [int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((brightness(one), brightness(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_can_be_read(text: str, ground: str, dark: bool) -> None:
    theme = tokens(dark)
    assert contrast(theme[text], theme[ground]) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("shape", "ground"), SHAPE_PAIRS)
def test_edges_of_controls_can_be_seen(shape: str, ground: str, dark: bool) -> None:
    theme = tokens(dark)
    assert contrast(theme[shape], theme[ground]) >= 3


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_has_inline_style_or_script(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert not re.search(r"<style|<script(?! src=)|\sstyle=|\son[a-z]+=|javascript:", text)
    assert "|safe" not in text


def test_every_color_is_a_token() -> None:
    outside = re.sub(r"--[\w-]+: #[0-9a-f]{3,6};", "", CSS.split("@media print")[0])
    assert not re.findall(r"#[0-9a-f]{3,6}\b", outside)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/what-we-keep/", "/cleared/"])
def test_a_page_has_its_frame(client: Client, path: str) -> None:
    text = client.get(path).content.decode()
    assert text.count("<h1") == 1
    assert 'href="#main"' in text and 'id="main"' in text
    assert "Español" in text and "Leave and clear" in text
    assert "ClearRecord is free. It is not a court, not a government office, and not a lawyer." in text


@pytest.mark.django_db
def test_the_footer_names_who_runs_the_site(client: Client, settings: object) -> None:
    settings.SITE_OPERATOR = "Redwood Legal Aid"  # type: ignore[attr-defined]
    settings.SITE_CONTACT = "help@example.org"  # type: ignore[attr-defined]
    text = client.get("/").content.decode()
    assert "Redwood Legal Aid runs this site." in text
    assert "mailto:help@example.org" in text


@pytest.mark.django_db
def test_the_start_page_says_how_long_answers_are_kept(client: Client, settings: object) -> None:
    settings.RETENTION_HOURS = 5  # type: ignore[attr-defined]
    assert "stay away for 5 hours" in client.get("/").content.decode()


@pytest.mark.django_db
def test_the_language_switch_keeps_the_page(client: Client) -> None:
    response = client.post("/language/", {"language": "es", "next": "/what-we-keep/"})
    assert response.headers["Location"] == "/what-we-keep/"
    assert client.cookies[settings.LANGUAGE_COOKIE_NAME].value == "es"
    assert '<html lang="es">' in client.get("/").content.decode()


@pytest.mark.django_db
def test_the_language_switch_of_every_question_keeps_the_place() -> None:
    walked = Walk().begin().go("/interview/c1/county/").answer(**card("Humboldt"))
    walked.go("/interview/you/serious-crimes/").answer(**card("yes"))
    for question in REGISTRY:
        place = "you" if question.scope in (Scope.PETITIONER, Scope.FILER) else "c1"
        path = f"/interview/{place}/{question.key}/?next=check"
        [back] = re.findall(r'name="next" value="([^"]*)"', walked.go(path).text)
        response = walked.client.post("/language/", {"language": "es", "next": back})
        assert response.headers["Location"] == path


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["https://evil.example/", "//evil.example", "javascript:x", "", "\\\\evil"])
def test_the_language_switch_leads_nowhere_else(client: Client, page: str) -> None:
    assert client.post("/language/", {"language": "es", "next": page}).headers["Location"] == "/"


@pytest.mark.django_db
def test_a_language_that_we_do_not_have_changes_nothing(client: Client) -> None:
    client.post("/language/", {"language": "xx"})
    assert settings.LANGUAGE_COOKIE_NAME not in client.cookies


@pytest.mark.django_db
def test_the_language_is_not_changed_by_a_link(client: Client) -> None:
    assert client.get("/language/").status_code == 405


def test_a_language_from_right_to_left_turns_the_page_and_every_language_is_offered(
    settings: Settings,
) -> None:
    settings.LANGUAGES = [*settings.LANGUAGES, ("ar", "Arabic")]
    client = Client()
    assert "dir=" not in client.get("/").content.decode().split("<head>")[0]
    client.cookies["language"] = "ar"
    page = client.get("/").content.decode()
    assert '<html lang="ar" dir="rtl">' in page
    for code, name in (("en", "English"), ("es", "Español")):
        assert f'value="{code}" lang="{code}">{name}</button>' in page


def test_the_style_sheet_names_start_and_end_so_that_pages_turn() -> None:
    assert not re.findall(r"[{;]\s*[\w-]*(?:left|right)[\w-]*:|: (?:left|right);", CSS)
    uneven = re.findall(r"(?:padding|margin): ([^\s;]+) ([^\s;]+) ([^\s;]+) ([^\s;]+);", CSS)
    assert [sides for sides in uneven if sides[1] != sides[3]] == []
