"""Addresses of the review desk."""

from __future__ import annotations

from django.urls import path

from petitions.clinic.review import views

_MATTER = "matters/<slug:matter>"

urlpatterns = [
    path("review/", views.review_queue, name="review_queue"),
    path(f"{_MATTER}/review/", views.review_matter, name="review_matter"),
    path(f"{_MATTER}/review/approve/", views.matter_approve, name="matter_approve"),
    path(f"{_MATTER}/review/seen/", views.matter_seen, name="matter_seen"),
    path(f"{_MATTER}/review/back/", views.matter_send_back, name="matter_send_back"),
    path(f"{_MATTER}/review/take/", views.matter_take, name="matter_take"),
    path(f"{_MATTER}/hand-over/", views.matter_hand_over, name="matter_hand_over"),
    path(f"{_MATTER}/assign/", views.matter_assign, name="matter_assign"),
    path(f"{_MATTER}/comment/", views.matter_comment, name="matter_comment"),
]
