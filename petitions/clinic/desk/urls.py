"""Addresses of the desk: the list of matters, and one matter."""

from __future__ import annotations

from django.urls import path

from petitions.clinic.desk import views

urlpatterns = [
    path("", views.matters, name="matters"),
    path("matters/<slug:matter>/", views.matter_page, name="matter"),
]
