"""Addresses of import and export."""

from __future__ import annotations

from django.urls import path, re_path

from petitions.clinic.lists import views

urlpatterns = [
    path("lists/", views.lists, name="lists"),
    re_path(r"^lists/template\.(?P<kind>csv|xlsx)$", views.import_template, name="import_template"),
    path("lists/import/", views.import_file, name="import_file"),
    path("lists/import/<slug:draft>/", views.import_draft, name="import_draft"),
    path("lists/import/<slug:draft>/to-correct.csv", views.import_bad, name="import_bad"),
    path("lists/export/", views.export_plain, name="export_plain"),
    path("lists/export/with-names/", views.export_identified, name="export_identified"),
]
