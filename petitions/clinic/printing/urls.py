"""Addresses of print jobs and the check-out."""

from __future__ import annotations

from django.urls import path

from petitions.clinic.printing import checkout_views, views

urlpatterns = [
    path("print/", views.print_desk, name="print_desk"),
    path("print/new/", views.print_new, name="print_new"),
    path("print/check-out/", checkout_views.checkout, name="checkout"),
    path("print/check-out/check-out.pdf", checkout_views.checkout_sheet, name="checkout_sheet"),
    path("print/<slug:job>/", views.print_job, name="print_job"),
    path("print/<slug:job>/now/", views.print_job_now, name="print_job_now"),
    path("print/<slug:job>/stop/", views.print_stop, name="print_stop"),
    path("print/<slug:job>/taken/", views.print_taken, name="print_taken"),
    path("print/<slug:job>/file/", views.print_file, name="print_file"),
    path("matters/<slug:matter>/checklist/", checkout_views.checkout_tick, name="checkout_tick"),
]
