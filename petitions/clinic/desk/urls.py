"""Addresses of the desk: the list of matters, and one matter."""

from __future__ import annotations

from django.urls import path

from petitions.clinic.desk import entry_views, list_views, views

urlpatterns = [
    path("", list_views.matters, name="matters"),
    path("matters/give/", list_views.matters_assign, name="matters_assign"),
    path("matters/new/", entry_views.new_matter, name="new_matter"),
    path("matters/<slug:matter>/", views.matter_page, name="matter"),
    path("matters/<slug:matter>/cells/", views.matter_cell, name="matter_cell"),
    path("matters/<slug:matter>/rows/", views.matter_rows, name="matter_rows"),
    path("matters/<slug:matter>/paste/", entry_views.matter_paste, name="matter_paste"),
]
