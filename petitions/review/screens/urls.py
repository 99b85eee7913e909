"""Addresses of the county reviews; none carries a word of a person, nor a number from the file."""

from __future__ import annotations

from django.urls import path

from petitions.review.screens import export_views, paper_views, person_views, result_views, setup_views

_ONE = "<slug:review>/"
urlpatterns = [
    path("", setup_views.county_reviews, name="county_reviews"),
    path("new/", setup_views.county_new, name="county_new"),
    path(_ONE, result_views.county_review, name="county_review"),
    path(f"{_ONE}files/", setup_views.county_files, name="county_files"),
    path(f"{_ONE}files/send/", setup_views.county_upload, name="county_upload"),
    path(f"{_ONE}files/pick/", setup_views.county_pick, name="county_pick"),
    path(f"{_ONE}files/take-out/", setup_views.county_take_out, name="county_take_out"),
    path(f"{_ONE}begin/", setup_views.county_begin, name="county_begin"),
    path(f"{_ONE}now/", setup_views.county_now, name="county_now"),
    path(f"{_ONE}stop/", setup_views.county_stop, name="county_stop"),
    path(f"{_ONE}delete/", setup_views.county_delete, name="county_delete"),
    path(f"{_ONE}compare/", result_views.county_compare, name="county_compare"),
    path(f"{_ONE}charts/", result_views.county_charts, name="county_charts"),
    path(f"{_ONE}charts/chart.svg", result_views.county_chart_svg, name="county_chart_svg"),
    path(f"{_ONE}charts/chart.csv", result_views.county_chart_csv, name="county_chart_csv"),
    path(f"{_ONE}problems/", result_views.county_problems, name="county_problems"),
    path(f"{_ONE}convictions/", person_views.county_table, name="county_table"),
    path(f"{_ONE}convictions/<int:row>/", person_views.county_person, name="county_person"),
    path(f"{_ONE}take/", export_views.county_exports, name="county_exports"),
    path(f"{_ONE}take/sheet/<slug:kind>/", export_views.county_spreadsheet, name="county_spreadsheet"),
    path(f"{_ONE}take/changes/<slug:kind>/", export_views.county_changes, name="county_changes"),
    path(f"{_ONE}take/summary/", export_views.county_summary, name="county_summary"),
    path(f"{_ONE}take/report/<slug:kind>/", export_views.county_report, name="county_report"),
    path(f"{_ONE}sign/", export_views.county_sign, name="county_sign"),
    path(f"{_ONE}papers/", paper_views.county_papers, name="county_papers"),
    path(f"{_ONE}papers/make/", paper_views.county_papers_make, name="county_papers_make"),
    path(f"{_ONE}papers/now/", paper_views.county_papers_now, name="county_papers_now"),
    path(f"{_ONE}papers/stop/", paper_views.county_papers_stop, name="county_papers_stop"),
    path(f"{_ONE}papers/take/", paper_views.county_papers_take, name="county_papers_take"),
    path(f"{_ONE}papers/cases/", paper_views.county_papers_cases, name="county_papers_cases"),
    path(f"{_ONE}sign/open-again/", export_views.county_open_again, name="county_open_again"),
]
