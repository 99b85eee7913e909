"""Addresses of print jobs and the check-out."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
