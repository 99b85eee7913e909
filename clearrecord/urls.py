"""Joins the site's own addresses with those of the petitions, and names the error pages."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path

from clearrecord import errors
from clearrecord.health import live, ready
from clearrecord.metrics import metrics

urlpatterns = [
    path("healthz", login_not_required(ready), name="healthz"),
    path("health/live/", login_not_required(live), name="health_live"),
    path("health/ready/", login_not_required(ready), name="health_ready"),
    path("metrics", login_not_required(metrics), name="metrics"),
    path("", include("petitions.urls")),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.failed
