"""The API does what its description says: many calls made from it get only answers that it names, and of its shape."""

from __future__ import annotations

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from petitions.api.site import ROOT, api
from tests.api.programs import program

pytestmark = [pytest.mark.long, pytest.mark.django_db]
schema = schemathesis.openapi.from_dict(api.get_openapi_schema(path_prefix=ROOT))
schema.app = get_wsgi_application()
NOT_ASKED = [positive_data_acceptance]
"""No schema says that a day must exist, or that a court lies in California; test_screening.py sends what is accepted."""


@pytest.fixture
def token(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr("petitions.access.api_tokens.counting.UNITS_A_MINUTE", 10**6)
    return program().secret


@schema.parametrize()
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_answer_is_one_that_the_description_names(case: schemathesis.Case, token: str) -> None:
    case.call_and_validate(headers={"Authorization": f"Bearer {token}"}, excluded_checks=NOT_ASKED)
