"""The rows of the review desk."""

from __future__ import annotations

from petitions.access.roles import Action
from tests.access.rows.shape import NOT_ALLOWED, StaffRow, of_matter, of_own

_MATTER, _QUEUE = "/clinic/matters/", "/clinic/review/"
_COMMENT = {"text": "Please look at the date."}


def _of(name: str, action: Action, post: str | int, **sent: str) -> StaffRow:
    return StaffRow(name, action, get=NOT_ALLOWED, post=post, parts=of_matter, own=of_own, sent=sent)


ROWS = (
    StaffRow("review_queue", Action.REVIEW),
    StaffRow("review_matter", Action.SEE_MATTERS, parts=of_matter, own=of_own),
    _of("matter_approve", Action.REVIEW, _QUEUE, version="1"),
    _of("matter_seen", Action.REVIEW, _MATTER),
    _of("matter_send_back", Action.REVIEW, _QUEUE, **_COMMENT),
    _of("matter_take", Action.REVIEW, _MATTER),
    _of("matter_hand_over", Action.EDIT_MATTERS, _MATTER),
    _of("matter_assign", Action.EDIT_MATTERS, "/clinic/"),
    _of("matter_comment", Action.EDIT_MATTERS, _MATTER, **_COMMENT),
)
