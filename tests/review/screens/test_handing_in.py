"""Files that are handed in are sealed as they come; nothing of them is readable on the disk, whatever happens."""

from __future__ import annotations

import io
from pathlib import Path
from unittest.mock import patch

import pytest
from django.test import Client

from petitions.access.roles import Role
from petitions.records.files.stores import REVIEWS, store
from petitions.records.reviews.keeping import files_of, vault_of
from petitions.records.reviews.models import CountyReview
from tests.access.signing_in.members import just_proved
from tests.clinic.people import Member, new_member
from tests.records.files.in_bucket import files_in
from tests.review.screens.offices import content, gathering, reviewer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("each_store")]
CANARY = b"CANARIA,NANDU"
MUCH = CANARY * 300_000


def kept_files() -> dict[str, bytes]:
    return files_in(REVIEWS)


def named(sent: bytes, name: str = "county.dat") -> io.BytesIO:
    file = io.BytesIO(sent)
    file.name = name
    return file


def sent(client: Client, review: CountyReview, *files: io.BytesIO) -> int:
    return client.post(f"/county/{review.pk}/files/send/", {"files": list(files)}).status_code


def given(member: Member) -> tuple[CountyReview, list[bytes]]:
    review = CountyReview.objects.get(organization=member.organization)
    vault = vault_of(review)
    assert vault is not None
    return review, [vault.get(one.place) for one in files_of(review)]


def test_files_come_whole_and_in_order_and_are_sealed_on_the_disk() -> None:
    member = reviewer()
    review = gathering(member)
    assert sent(just_proved(member), review, named(MUCH, "one.dat"), named(content(), "two.csv")) == 302
    assert given(member)[1] == [MUCH, content()]
    assert all(CANARY not in kept for kept in kept_files().values())


def test_nothing_touches_the_folder_of_temporary_files() -> None:
    member = reviewer()
    review = gathering(member)
    with (
        patch("tempfile.NamedTemporaryFile", side_effect=AssertionError),
        patch("tempfile.mkstemp", side_effect=AssertionError),
    ):
        assert sent(just_proved(member), review, named(MUCH)) == 302


@pytest.mark.parametrize("role", [one for one in Role if one != Role.COUNTY])
def test_who_may_not_hands_in_nothing(role: Role) -> None:
    member = reviewer()
    review = gathering(member)
    stranger = new_member(member.organization, role)
    assert sent(just_proved(stranger), review, named(MUCH)) == 404
    assert list(kept_files()) == []


def test_without_a_proof_nothing_is_kept_not_even_sealed() -> None:
    member = reviewer()
    review = gathering(member)
    assert sent(member.client, review, named(MUCH)) == 302
    assert given(member)[1] == []
    assert list(kept_files()) == []


def test_a_member_of_another_office_hands_in_nothing() -> None:
    review = gathering(reviewer())
    assert sent(just_proved(reviewer("Other County")), review, named(MUCH)) == 404
    assert list(kept_files()) == []


def test_what_breaks_off_leaves_nothing() -> None:
    member = reviewer()
    review = gathering(member)
    with (
        patch("petitions.records.reviews.vault.Draft.write", side_effect=OSError("disk full")),
        pytest.raises(OSError, match="disk full"),
    ):
        sent(just_proved(member), review, named(MUCH))
    assert list(kept_files()) == []


def test_an_empty_file_is_not_kept() -> None:
    member = reviewer()
    review = gathering(member)
    sent(just_proved(member), review, named(b""))
    assert given(member)[1] == []


def test_after_it_has_begun_no_file_is_taken() -> None:
    member = reviewer()
    review = gathering(member, content())
    client = just_proved(member)
    with patch("petitions.review.screens.result_views.run_apart"):
        client.post(f"/county/{review.pk}/begin/")
        sent(client, review, named(MUCH))
    assert len(given(member)[1]) == 1


def test_a_file_is_taken_out_with_all_its_bytes() -> None:
    member = reviewer()
    review = gathering(member, content())
    place = files_of(review)[0].place
    just_proved(member).post(f"/county/{review.pk}/files/take-out/", {"place": place})
    assert list(kept_files()) == []


def test_only_names_that_the_folder_of_the_server_offers_are_taken(tmp_path: Path, settings: object) -> None:
    settings.COUNTY_REVIEW_FOLDER = str(tmp_path)  # type: ignore[attr-defined]
    (tmp_path / "county.dat").write_bytes(content())
    (tmp_path / "notes.txt").write_bytes(b"no")
    (tmp_path / "link.dat").symlink_to("/etc/passwd")
    member = reviewer()
    review = gathering(member)
    client = just_proved(member)
    page = client.get(f"/county/{review.pk}/files/").content.decode()
    assert "county.dat" in page
    assert "notes.txt" not in page
    assert "link.dat" not in page
    names = ["../secret.dat", "link.dat", "/etc/passwd", "county.dat"]
    client.post(f"/county/{review.pk}/files/pick/", {"names": names})
    assert [one.is_taken for one in files_of(review)] == [False]


def test_without_that_setting_no_folder_is_offered() -> None:
    member = reviewer()
    review = gathering(member)
    just_proved(member).post(f"/county/{review.pk}/files/pick/", {"names": ["county.dat"]})
    assert not files_of(review).exists()


def test_a_folder_that_a_killed_process_left_behind_is_in_nobodys_way() -> None:
    member, key = reviewer(), "0" * 24
    left = store(REVIEWS).folder(key)
    left.make()
    left.put("half", b"written by a process that was killed before its row was kept")
    review = gathering(member, content(3), review_id=key)
    vault = vault_of(review)
    assert vault is not None and not vault.has("half") and files_of(review).count() == 1
