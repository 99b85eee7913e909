"""Addresses of retention, transfer and deletion."""

from __future__ import annotations

from django.urls import path

from petitions.clinic.ending import handing_views, views

_MATTER = "matters/<slug:matter>"

urlpatterns = [
    path("endings/", views.endings, name="endings"),
    path("endings/offers/<slug:transfer>/", handing_views.transfer_answer, name="transfer_answer"),
    path(f"{_MATTER}/close/", views.matter_close, name="matter_close"),
    path(f"{_MATTER}/delete/", views.matter_delete, name="matter_delete"),
    path(f"{_MATTER}/hand-out/", handing_views.matter_hand_out, name="matter_hand_out"),
]
