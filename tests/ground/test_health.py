"""A load balancer learns whether the database answers."""

from __future__ import annotations

import pytest
from django.db import OperationalError, connection
from django.test import Client

pytestmark = pytest.mark.urls("tests.ground.site_urls")


@pytest.mark.django_db
def test_a_site_with_its_database_is_well() -> None:
    page = Client().get("/healthz")
    assert (page.status_code, page.text) == (200, "ok\n")


@pytest.mark.django_db
def test_a_site_without_its_database_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> None:
        raise OperationalError

    monkeypatch.setattr(connection, "cursor", away)
    assert Client().get("/healthz").status_code == 503
