"""Addresses of what became of the cases."""

from __future__ import annotations

from django.urls import path

from petitions.clinic.after import case_views, views

_CASE = "matters/<slug:matter>/follow-up/<slug:place>"

urlpatterns = [
    path("follow-up/", views.follow_up, name="follow_up"),
    path("follow-up/note/", views.follow_up_many, name="follow_up_many"),
    path("follow-up/due/", views.due, name="due"),
    path("follow-up/hearings.ics", views.hearings, name="hearings"),
    path("matters/<slug:matter>/follow-up/hearings.ics", case_views.matter_hearings, name="matter_hearings"),
    path(f"{_CASE}/", case_views.case_steps, name="case_steps"),
    path(f"{_CASE}/take-back/", case_views.case_take_back, name="case_take_back"),
    path(f"{_CASE}/tell-again/", case_views.case_tell_again, name="case_tell_again"),
]
