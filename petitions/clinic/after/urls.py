"""Addresses of what became of the cases."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
