"""Addresses of the pages; none carries a word that a person typed."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path, register_converter

from petitions.clinic.office import joining_views
from petitions.interview import (
    clerk_views,
    conviction_views,
    filing_views,
    keeping_views,
    law_views,
    other_help_views,
    pages,
    paper_views,
    reading_views,
    result_views,
    views,
)
from petitions.interview.after import date_views, help_views, reminder_views
from petitions.interview.after import views as after_views
from petitions.rapsheet.confirming import views as checking_views
from petitions.rapsheet.guide import views as guide_views
from petitions.rapsheet.handing import views as handing_views


class PlaceConverter:
    """``you``, or the id of a conviction."""

    regex = "you|c[1-9][0-9]{0,4}"

    def to_python(self, value: str) -> str:
        """Keep the text."""
        return value

    def to_url(self, value: str) -> str:
        """Keep the text."""
        return value


register_converter(PlaceConverter, "place")
_PAPER = "papers/case-<int:number>/<slug:document>"

_PUBLIC = [
    path("", pages.start, name="start"),
    path("start/<str:county>/", pages.start_in, name="start_in"),
    path("language/", pages.set_language, name="set_language"),
    path("what-we-keep/", pages.privacy, name="privacy"),
    path("cleared/", pages.cleared, name="cleared"),
    path("for-clinics/", pages.clinics, name="clinics"),
    path("other-help/", other_help_views.every_page, name="other_help_list"),
    path("other-help/counties/", other_help_views.places, name="other_help_places"),
    path("other-help/<slug:slug>/", other_help_views.one_page, name="other_help"),
    path("law/", law_views.law, name="law"),
    path("law/answers/", law_views.law_answers, name="law_answers"),
    path("law/<slug:slug>/", law_views.law_chapter, name="law_chapter"),
    path("leave/", views.leave, name="leave"),
    path("come-back/", keeping_views.come_back, name="come_back"),
    path("stay/", keeping_views.stay, name="stay"),
    path("answers/keep/", keeping_views.keep_answers, name="keep"),
    path("answers/delete/", keeping_views.delete_answers, name="delete"),
    path("interview/begin/", views.begin, name="begin"),
    path("interview/result/", result_views.result, name="result"),
    path("interview/result/print/", result_views.sheet, name="result_sheet"),
    path(f"interview/result/{result_views.FILE_NAME}", result_views.sheet_pdf, name="result_pdf"),
    path("interview/clerk/", clerk_views.clerk_slips, name="clerk_slips"),
    path("interview/convictions/", conviction_views.convictions, name="convictions"),
    path("interview/convictions/add/", conviction_views.add_conviction, name="add_conviction"),
    path("interview/<place:place>/remove/", conviction_views.remove_conviction, name="remove_conviction"),
    path("interview/<place:place>/<slug:key>/", views.question, name="question"),
    path("papers/before/", filing_views.before, name="before_papers"),
    path("papers/", filing_views.tasks, name="tasks"),
    path("papers/check/", filing_views.check, name="check"),
    path("papers/ready/", paper_views.papers, name="papers"),
    path("papers/request/", paper_views.choose_request, name="choose_request"),
    path("papers/all.pdf", paper_views.all_papers, name="all_papers"),
    path("papers/clearrecord-papers.zip", paper_views.zip_papers, name="zip_papers"),
    path("papers/clearrecord-case-<int:number>.pdf", paper_views.case_papers, name="case_papers"),
    path(f"{_PAPER}/", reading_views.paper_words, name="paper_words"),
    path(f"{_PAPER}/page-<int:page>/", reading_views.paper_page, name="paper_page"),
    path(
        f"{_PAPER}/page-<int:page>.png",
        reading_views.paper_picture,
        {"width": reading_views.LARGE},
        name="paper_picture",
    ),
    path(
        f"{_PAPER}/page-<int:page>-small.png",
        reading_views.paper_picture,
        {"width": reading_views.SMALL},
        name="paper_thumbnail",
    ),
    path("papers/after/", after_views.after, name="after"),
    path("papers/after/dates/", date_views.after_dates, name="after_dates"),
    path("papers/after/dates/dates.ics", date_views.after_calendar, name="after_calendar"),
    path("papers/after/dates/mail/", date_views.after_mail, name="after_mail"),
    path("papers/after/dates/asked/", date_views.after_mail_asked, name="after_mail_asked"),
    path("papers/after/<place:place>/<slug:step>/", after_views.after_step, name="after_step"),
    path("after/letters/", help_views.letters, name="letters"),
    path("after/state-record/", help_views.state_record, name="state_record"),
    path("rap-sheet/", handing_views.rap_sheet, name="rap_sheet"),
    path("rap-sheet/files/", handing_views.sheet_files, name="sheet_files"),
    path("rap-sheet/reading/", handing_views.sheet_reading, name="sheet_reading"),
    path("rap-sheet/reading/now/", handing_views.sheet_reading_now, name="sheet_reading_now"),
    path("rap-sheet/stop/", handing_views.sheet_stop, name="sheet_stop"),
    path("rap-sheet/stopped/", handing_views.sheet_stopped, name="sheet_stopped"),
    path("rap-sheet/pages/", handing_views.sheet_pages, name="sheet_pages"),
    path("rap-sheet/pages/go-on/", handing_views.sheet_go_on, name="sheet_go_on"),
    path("rap-sheet/pages/<int:number>/", handing_views.sheet_page, name="sheet_page"),
    path("rap-sheet/pages/<int:number>/picture/", handing_views.sheet_picture, name="sheet_picture"),
    path("rap-sheet/check/", checking_views.sheet_check, name="sheet_check"),
    path("rap-sheet/check/you/", checking_views.sheet_person, name="sheet_person"),
    path("rap-sheet/check/finish/", checking_views.sheet_finish, name="sheet_finish"),
    path("rap-sheet/check/<slug:name>/", checking_views.sheet_conviction, name="sheet_conviction"),
    path("read-your-record/", guide_views.read_it_yourself, name="read_it_yourself"),
    path("read-your-record/words/", guide_views.sheet_words, name="sheet_words"),
    path("read-your-record/<place:place>/<slug:step>/", guide_views.read_step, name="read_step"),
    path("invitation/<slug:code>/", joining_views.invitation, name="invitation"),
    path("reminder/<slug:code>/", reminder_views.reminder, name="reminder"),
]
"""What anyone may open; every other page is for members who signed in."""

for _pattern in _PUBLIC:
    _pattern.callback = login_not_required(_pattern.callback)

urlpatterns = [
    *_PUBLIC,
    path("account/", include("petitions.access.signing_in.urls")),
    path("clinic/", include("petitions.clinic.urls")),
    path("county/", include("petitions.review.screens.urls")),
    path("api/v1/", include("petitions.api.urls")),
]
