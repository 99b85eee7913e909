"""Says what the law gives each conviction of the records that a program sends, as the command ``screen`` does."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from ninja import Router

from petitions.api.contract import answers, body, named
from petitions.api.problems import TOO_MUCH, Refused, refused
from petitions.api.sent import sent
from petitions.api.tokens import spend
from petitions.exchange.determinations_json import determinations_json
from petitions.exchange.reading import BadInput, read_record
from petitions.exchange.record_files import EMPTY_LIST
from petitions.law.determine import determine
from petitions.law.facts import Record

MOST_RECORDS = 100
MOST_CONVICTIONS = 100
"""In one record."""
router = Router()


def _one_or_list(name: str) -> dict[str, Any]:
    many = {"type": "array", "minItems": 1, "maxItems": MOST_RECORDS, "items": named(name)}
    return {"anyOf": [named(name), many]}


@router.post(
    "/screen",
    url_name="api_screen",
    operation_id="screen",
    summary="What the law gives each conviction, with its reason and citation",
    openapi_extra={
        "requestBody": body(_one_or_list("Record")),
        "responses": answers(
            _one_or_list("Determination"), said="One answer for each record, in their order."
        ),
    },
)
def screen(request: HttpRequest) -> HttpResponse:
    """Decide one record, or each of a list; nothing is kept."""
    given = sent(request)
    many = given if isinstance(given, list) else [given]
    if not many:
        raise refused(400, EMPTY_LIST)
    if len(many) > MOST_RECORDS:
        raise refused(413, TOO_MUCH.format(most=f"{MOST_RECORDS} records"))
    spend(request, units=len(many))
    on = timezone.localdate()
    records = _read(many, is_list=isinstance(given, list))
    found = [
        determinations_json(determine(record, on=record.on or on), record_id=record.id) for record in records
    ]
    return JsonResponse(found if isinstance(given, list) else found[0], safe=False)


def _read(many: list[object], *, is_list: bool) -> list[Record]:
    on, records, problems = timezone.localdate(), [], []
    for index, value in enumerate(many):
        place = f"[{index}]." if is_list else ""
        try:
            record = read_record(value, on=on)
        except BadInput as bad:
            problems += [(f"{place}{path}", sentence) for path, sentence in bad.problems]
            continue
        if len(record.convictions) > MOST_CONVICTIONS:
            problems.append((f"{place}convictions", TOO_MUCH.format(most=f"{MOST_CONVICTIONS} convictions")))
        records.append(record)
    if problems:
        raise Refused(400, problems)
    return records
