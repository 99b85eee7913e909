"""Addresses of the interview, the script and the RAP sheet within a matter."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
