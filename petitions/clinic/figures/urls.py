"""Addresses of the figures of an organization."""

from __future__ import annotations

from django.urls import path

from petitions.clinic.figures import views

urlpatterns = [
    path("figures/", views.figures, name="figures"),
    path("figures/figure.svg", views.figure_svg, name="figure_svg"),
    path("figures/figure.csv", views.figure_csv, name="figure_csv"),
]
