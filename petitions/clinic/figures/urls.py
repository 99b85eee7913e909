"""Addresses of the figures of an organization."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
