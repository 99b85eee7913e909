"""Addresses of the interview, the script and the RAP sheet within a matter."""

from __future__ import annotations

from django.urls import path

from petitions.clinic.inside import script_views, views

urlpatterns = [
    path("matters/<slug:matter>/at/", views.matter_inside, {"rest": ""}, name="matter_inside"),
    path("matters/<slug:matter>/at/<path:rest>", views.matter_inside, name="matter_inside"),
    path("matters/<slug:matter>/script/", script_views.matter_script, name="matter_script"),
    path(
        "matters/<slug:matter>/script/<place:place>/<slug:key>/",
        script_views.matter_script_page,
        name="matter_script_page",
    ),
]
