"""What is grave wants a proof of a moment ago: lists taken out, members, the end of matters, keys, county reviews (S12)."""

from __future__ import annotations

import re

from tests.access.rows.gathered import STAFF_ROWS
from tests.access.rows.sign_in import OWN_ROWS

_GRAVE = re.compile(r"export|invite|member$|retention|delete|hand_out|endings|^county_")
WITHOUT = {
    "export_plain": "figures without a name, address or case number",
    "county_papers_now": "how far papers are, asked by a page that wanted the proof",
    "county_now": "how far a review is, asked by a page that wanted the proof",
}
"""Routes that sound grave and are not, with why."""
OF_ONES_OWN = {
    "mfa_activate_totp", "mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes",
    "mfa_download_recovery_codes", "mfa_add_webauthn", "mfa_remove_webauthn", "mfa_edit_webauthn",
}  # fmt: skip


def test_every_grave_route_of_staff_wants_a_proof_of_a_moment_ago() -> None:
    grave = {row.name for row in STAFF_ROWS if _GRAVE.search(row.name)}
    assert len(grave) > 30
    assert grave - {row.name for row in STAFF_ROWS if row.fresh} == set(WITHOUT)


def test_every_key_of_ones_own_sign_in_does_too() -> None:
    assert {row.name for row in OWN_ROWS if row.stale} == OF_ONES_OWN
