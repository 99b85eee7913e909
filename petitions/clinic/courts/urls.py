"""Addresses of the directory of courts; its counties and rows are named by words of the directory."""

from __future__ import annotations

from django.urls import path

from petitions.clinic.courts import views

urlpatterns = [
    path("courts/", views.court_directory, name="court_directory"),
    path(f"courts/{views.FILE_NAME}", views.court_changes, name="court_changes"),
    path("courts/<slug:county>/", views.court_county, name="court_county"),
    path("courts/<slug:county>/<slug:entry>/", views.court_edit, name="court_edit"),
    path("courts/<slug:county>/<slug:entry>/still-right/", views.court_confirm, name="court_confirm"),
    path(
        "courts/<slug:county>/changes/<slug:change>/take-back/", views.court_take_back, name="court_take_back"
    ),
]
