"""What a person takes along to come back: the code, its picture, and ways to send it to oneself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from django.utils.translation import gettext as _

from petitions.access.qr_code import QrCode, qr_code
from petitions.records.return_codes import in_groups


@dataclass(frozen=True, slots=True)
class ReturnSlip:
    """``text_message`` and ``mail`` are addresses that open the person's own apps."""

    code: str
    address: str
    until: datetime
    picture: QrCode
    text_message: str
    mail: str


def return_slip(code: str, *, address: str, until: datetime) -> ReturnSlip:
    """Make the slip. The code stands behind the # of the address, which no browser sends to any site."""
    shown = in_groups(code)
    words = quote(_("My code is %(code)s. I use it at %(address)s") % {"code": shown, "address": address})
    return ReturnSlip(
        code=shown,
        address=address,
        until=until,
        picture=qr_code(f"{address}#{code}"),
        text_message=f"sms:?&body={words}",
        mail=f"mailto:?subject={quote(_('My code'))}&body={words}",
    )
