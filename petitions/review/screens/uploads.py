"""Seals files of a county review while they arrive, so that not one byte of them is readable on the disk."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest

from petitions.access.actors import actor_of
from petitions.access.roles import Action
from petitions.access.signing_in.again import recently_proved
from petitions.records.reviews.keeping import new_place, review_for, vault_of
from petitions.records.reviews.models import ReviewState
from petitions.records.reviews.vault import Draft, Vault
from petitions.review.screens.guards import AT_WORK

ROUTE = "county_upload"


class SealedUpload(UploadedFile):  # type: ignore[type-arg]  # generic in the stubs alone
    """A file that arrived whole and is sealed, not yet in its place: the view says whether it is kept."""

    def __init__(self, draft: Draft, *, place: str, name: str) -> None:
        super().__init__(None, name, "", draft.size)
        self.draft, self.place = draft, place


class SealedUploads(FileUploadHandler):
    """Takes the files of one page; those of all others go on to the next handler."""

    _vault: Vault | None = None
    _draft: Draft | None = None
    _place = ""

    def handle_raw_input(self, input_data: Any, META: Any, content_length: int, *_: Any, **__: Any) -> None:  # noqa: N803 - Django's name
        """Look at where the files go, who sends them and how much they are, before the first byte."""
        if self.request is not None and content_length <= settings.MOST_REVIEWED:
            self._vault = _vault_for(self.request)

    def new_file(self, *args: Any, **named: Any) -> None:
        """Begin a file."""
        super().new_file(*args, **named)
        if self._vault is not None:
            self._place = new_place()
            self._draft = self._vault.draft(self._place)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Seal a part of the file, or pass it on."""
        if self._draft is None:
            return raw_data
        try:
            self._draft.write(raw_data)
        except OSError:
            self._draft.drop()
            raise
        return None

    def file_complete(self, file_size: int) -> SealedUpload | None:
        """Return the file."""
        draft, self._draft = self._draft, None
        return SealedUpload(draft, place=self._place, name=self.file_name or "") if draft else None

    def upload_interrupted(self) -> None:
        """Take away what was sent by half."""
        if self._draft is not None:
            self._draft.drop()


def _vault_for(request: HttpRequest) -> Vault | None:
    """Return where the files of this request go; None where they go nowhere here. The view asks all of this again."""
    match = request.resolver_match
    if match is None or match.url_name != ROUTE:
        return None
    actor = actor_of(request)
    if actor is None or not actor.may(Action.REVIEW_COUNTY) or not recently_proved(request, within=AT_WORK):
        return None
    review = review_for(match.kwargs["review"], organization_id=actor.organization_id)
    return vault_of(review) if review is not None and review.state == ReviewState.GATHERING else None
