"""Addresses of the staff pages, part by part; none carries a word of a petitioner."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("petitions.clinic.desk.urls")),
    path("", include("petitions.clinic.inside.urls")),
    path("", include("petitions.clinic.review.urls")),
    path("", include("petitions.clinic.printing.urls")),
    path("", include("petitions.clinic.after.urls")),
    path("", include("petitions.clinic.figures.urls")),
    path("", include("petitions.clinic.lists.urls")),
    path("", include("petitions.clinic.ending.urls")),
    path("", include("petitions.clinic.courts.urls")),
    path("", include("petitions.clinic.office.urls")),
]
