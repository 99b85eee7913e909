"""The rows of one's own sign-in, which any member opens for themselves, whatever their role."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from petitions.access.models import User
from tests.access.rows.shape import NOT_ALLOWED, OK, Answer
from tests.access.signing_in.members import passkey

AGAIN, ENROL = "/account/again/", "/account/"
LIST = "/account/passkeys/"


def of_passkey(user: User) -> Mapping[str, Any]:
    return {"pk": passkey(user).pk}


@dataclass(frozen=True)
class OwnRow:
    """What a route answers to a member who proved a moment ago who they are; ``stale`` to one whose proof is old.

    Whoever has no second step is led to the enrolment, unless ``enrols``; who is not signed in, to the sign-in.
    """

    name: str
    get: Answer = OK
    post: Answer = NOT_ALLOWED
    stale: Answer | None = None
    enrols: bool = False
    parts: Callable[[User], Mapping[str, Any]] = field(default=lambda _user: {})


OWN_ROWS = (
    OwnRow("mfa_index", enrols=True),
    OwnRow("account_reauthenticate", post=OK, enrols=True),
    OwnRow("mfa_reauthenticate", post=OK),
    OwnRow("mfa_reauthenticate_webauthn", get=AGAIN, post=AGAIN),
    OwnRow("account_change_password", post=OK),
    OwnRow("mfa_activate_totp", post=OK, stale=AGAIN, enrols=True),
    OwnRow("mfa_deactivate_totp", post=OK, stale=AGAIN),
    OwnRow("mfa_view_recovery_codes", stale=AGAIN),
    OwnRow("mfa_generate_recovery_codes", post="/account/codes/", stale=AGAIN),
    OwnRow("mfa_download_recovery_codes", stale=AGAIN),
    OwnRow("mfa_list_webauthn"),
    OwnRow("mfa_add_webauthn", post=OK, stale=AGAIN, enrols=True),
    OwnRow("mfa_remove_webauthn", post=LIST, stale=AGAIN, parts=of_passkey),
    OwnRow("mfa_edit_webauthn", post=OK, stale=AGAIN, parts=of_passkey),
)
