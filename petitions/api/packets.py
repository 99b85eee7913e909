"""Makes the court papers of one record with its filing facts, as the command ``packet`` does, and sends them as a ZIP."""

from __future__ import annotations

import io
import zipfile

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router

from petitions.api.contract import answers, body, named
from petitions.api.problems import NOT_PRINTED, Refused, refused
from petitions.api.sent import sent
from petitions.api.tokens import spend
from petitions.documents.build import BuiltPacket, packets_of
from petitions.documents.filing import FilingProblems
from petitions.documents.folder import MANIFEST, manifest_text
from petitions.documents.worker import NotPrinted, print_in_worker
from petitions.exchange.packet_input import read_packet_input

UNITS = 20
"""What a packet takes of a program's minute."""
NAME = "clearrecord-papers.zip"
_ZIP = "application/zip"
router = Router()


@router.post(
    "/packets",
    url_name="api_packets",
    operation_id="packets",
    summary="The filled court papers of one record, as PDF files in a ZIP with their manifest",
    openapi_extra={
        "requestBody": body(named("Record")),
        "responses": answers(
            {"type": "string", "format": "binary"}, content_type=_ZIP, said="The papers, and manifest.json."
        ),
        "parameters": [
            {
                "name": "language",
                "in": "query",
                "description": "The language of what is not for the court.",
                "schema": {"enum": ["en", "es"], "default": "en"},
            }
        ],
    },
)
def packets(request: HttpRequest) -> HttpResponse:
    """Print the papers; nothing is kept."""
    language = request.GET.get("language", "en")
    if language not in dict(settings.LANGUAGES):
        raise refused(400, "Choose en or es.", path="language")
    try:
        record, filing = read_packet_input(sent(request))
        spend(request, units=UNITS)
        on = record.on or timezone.localdate()
        packet = print_in_worker(packets_of(record, filing=filing, language=language, on=on, official=None))
    except FilingProblems as bad:
        raise Refused(400, bad.problems) from None
    except NotPrinted:
        raise refused(503, NOT_PRINTED) from None
    made = HttpResponse(_zipped(packet), content_type=_ZIP)
    made.headers["Content-Disposition"] = f'attachment; filename="{NAME}"'
    return made


def _zipped(packet: BuiltPacket) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for file in packet.files:
            archive.writestr(file.path, file.content)
        archive.writestr(MANIFEST, manifest_text(packet), compress_type=zipfile.ZIP_DEFLATED)
    return content.getvalue()
