"""The addresses of the API; a token opens them, never a session."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, JsonResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_safe

from petitions.api.site import ROOT, api


@require_safe
def description(_request: HttpRequest) -> JsonResponse:
    """Describe the API in OpenAPI 3.1, for programs and whoever writes them."""
    return JsonResponse(api.get_openapi_schema(path_prefix=ROOT))


_patterns, _app, _namespace = api.urls
_OPERATIONS = [one for one in _patterns if isinstance(one, URLPattern) and one.name != "api-root"]
urlpatterns = [path("openapi.json", login_not_required(description), name="api_description"), *_OPERATIONS]

for _operation in _OPERATIONS:
    assert _operation.callback is not None
    _operation.callback = login_not_required(_operation.callback)
