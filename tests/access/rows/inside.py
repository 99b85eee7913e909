"""The rows of the pages within a matter, and of the script."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from petitions.access.roles import Action
from tests.access.rows.shape import NO_SUCH, NOT_ALLOWED, OK, Answer, Parts, StaffRow, of_matter, of_own

_CLINIC = "/clinic/matters/"


def _inside(
    rest: str, get: Answer = OK, post: Answer = NOT_ALLOWED, *, sent: Mapping[str, Any] | None = None
) -> StaffRow:
    """Name a page within a matter by its address."""

    def with_rest(parts: Parts) -> Parts:
        return lambda world: {**parts(world), "rest": rest}

    return StaffRow(
        "matter_inside",
        Action.EDIT_MATTERS,
        get=get,
        post=post,
        parts=with_rest(of_matter),
        own=with_rest(of_own),
        sent=sent or {},
    )


def _script_page(parts: Parts) -> Parts:
    return lambda world: {**parts(world), "place": "you", "key": "name-on-case"}


ROWS = (
    _inside("", _CLINIC),
    _inside("interview/begin/", _CLINIC),
    _inside("interview/result/"),
    _inside("interview/result/print/"),
    _inside("interview/result/result.pdf"),
    _inside("interview/convictions/"),
    _inside("interview/convictions/add/", OK, OK),
    _inside("interview/c1/remove/", OK, _CLINIC),
    _inside("interview/you/name-on-case/", OK, OK),
    _inside("interview/you/name-on-case/", OK, _CLINIC, sent={"part_name_on_case": "Testa Person"}),
    _inside("interview/c9/county/", _CLINIC, _CLINIC),
    _inside("interview/you/no-such-question/", NO_SUCH, NO_SUCH),
    _inside("papers/before/"),
    _inside("papers/"),
    _inside("papers/check/"),
    _inside("papers/ready/"),
    _inside("papers/request/", NOT_ALLOWED, _CLINIC),
    _inside("papers/all.pdf"),
    _inside("papers/clearrecord-papers.zip"),
    _inside("papers/clearrecord-case-1.pdf"),
    _inside("papers/clearrecord-case-2.pdf", NO_SUCH),
    _inside("papers/case-1/petition/"),
    _inside("papers/case-1/petition/page-1/"),
    _inside("papers/case-1/petition/page-1-small.png"),
    _inside("papers/after/", _CLINIC),
    _inside("after/letters/", "/after/letters/"),
    _inside("rap-sheet/", OK, OK),
    _inside("rap-sheet/", OK, _CLINIC, sent={"agreed": "on"}),
    _inside("rap-sheet/files/", _CLINIC, _CLINIC),
    _inside("rap-sheet/check/", _CLINIC),
    _inside("rap-sheet/check/finish/", NOT_ALLOWED, _CLINIC),
    _inside("read-your-record/", OK, _CLINIC),
    _inside("read-your-record/you/sheet/", OK, OK),
    _inside("law/"),
    _inside("other-help/"),
    # What would end, keep or replace answers, what belongs to no matter, and what is not there
    _inside("leave/", NO_SUCH, NO_SUCH),
    _inside("come-back/", NO_SUCH, NO_SUCH),
    _inside("answers/delete/", NO_SUCH, NO_SUCH),
    _inside("account/login/", NO_SUCH, NO_SUCH),
    _inside("clinic/", NO_SUCH, NO_SUCH),
    _inside("no-such-page/", NO_SUCH, NO_SUCH),
    StaffRow("matter_script", Action.EDIT_MATTERS, parts=of_matter, own=of_own),
    StaffRow(
        "matter_script_page",
        Action.EDIT_MATTERS,
        OK,
        OK,
        parts=_script_page(of_matter),
        own=_script_page(of_own),
    ),
)
