"""Every page knows who runs this site."""

from __future__ import annotations

import pytest
from django.template import engines
from django.test import Client, RequestFactory
from pytest_django import Settings


def test_a_page_can_say_who_runs_this_site_and_how_long_answers_are_kept(settings: Settings) -> None:
    settings.SITE_OPERATOR, settings.SITE_CONTACT = "Test Legal Aid", "help@example.org"
    page = engines["django"].from_string("{{ site_operator }} {{ site_contact }} {{ retention_hours }}")
    assert page.render({}, RequestFactory().get("/")) == "Test Legal Aid help@example.org 72"


@pytest.mark.parametrize("path", ["/", "/what-we-keep/", "/cleared/", "/nowhere/"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_the_footer_shows_who_runs_this_site_and_how_to_reach_them(
    settings: Settings, path: str, language: str
) -> None:
    settings.SITE_OPERATOR, settings.SITE_CONTACT = "Test Legal Aid", "help@example.org"
    client = Client()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    page = client.get(path).text
    assert "Test Legal Aid" in page and "help@example.org" in page
