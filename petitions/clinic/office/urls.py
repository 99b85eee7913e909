"""Addresses of members, invitations, profiles and the audit log."""

from __future__ import annotations

from django.urls import path

from petitions.clinic.office import audit_views, glass_views, profile_views, program_views, views
from petitions.exchange.tables import CSV, XLSX

urlpatterns = [
    path("home/", views.office_home, name="office_home"),
    path("office/", views.office, name="office"),
    path("office/invite/", views.office_invite, name="office_invite"),
    path("office/invitations/<slug:invitation>/withdraw/", views.office_withdraw, name="office_withdraw"),
    path("office/members/<int:member>/", views.office_member, name="office_member"),
    path("office/programs/", program_views.office_programs, name="office_programs"),
    path("office/programs/<slug:program>/end/", program_views.office_program_end, name="office_program_end"),
    path("office/switch/", views.office_switch, name="office_switch"),
    path("office/name/", profile_views.office_profile, name="office_profile"),
    path("office/attorneys/new/", profile_views.office_attorney, name="office_attorney_new"),
    path("office/attorneys/<slug:attorney>/", profile_views.office_attorney, name="office_attorney"),
    path("office/retention/", profile_views.office_retention, name="office_retention"),
    path("matters/<slug:matter>/attorney/", profile_views.matter_attorney, name="matter_attorney"),
    path("audit-log/", audit_views.audit_log, name="audit_log"),
    path("audit-log/audit-log.csv", audit_views.audit_export, {"kind": CSV}, name="audit_export"),
    path("audit-log/audit-log.xlsx", audit_views.audit_export, {"kind": XLSX}, name="audit_export_xlsx"),
    path("break-glass/", glass_views.break_the_glass, name="break_glass"),
]
