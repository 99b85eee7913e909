"""A bucket that does not answer is told in a few seconds, by one kind page; nothing is half kept, and nothing is lost."""

from __future__ import annotations

import logging
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.checks import run_checks
from django.core.files.storage import storages
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from petitions.access.roles import Role
from petitions.clinic.printing import work as worker
from petitions.clinic.printing.making import Made
from petitions.clinic.printing.plan import Options
from petitions.interview.screening import today
from petitions.records.ended_keys import purge_ended_keys
from petitions.records.files.bucket import asking
from petitions.records.files.bucket.folder import BucketFolder
from petitions.records.files.bucket.keys import KeyObjects
from petitions.records.files.place import FilesAway
from petitions.records.files.stores import PRINTS, row_keys, store
from petitions.records.leases import Came
from petitions.records.matters.models import Matter
from petitions.records.matters.print_models import PrintState
from petitions.records.matters.printing import Wanted, ask_for_job
from petitions.records.models import EndedKey, Interview
from petitions.records.own_keys import own_key, own_key_or_new, written_together
from petitions.records.reviews.vault import Vault
from petitions.records.writing import delete_interview, start_interview
from tests.clinic.people import matter_of, office
from tests.records.files.in_bucket import ACCESS, files_in, stores_in, variables
from tests.reliability.test_full_disk import NEW_MATTER

CANARY = "CANARIA"
Away = Callable[[], None]


@pytest.fixture
def away(bucket: str, settings: Settings) -> Away:
    """Give what takes the store away: nothing listens any more at its address."""

    def go() -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        settings.STORAGES = stores_in(f"s3://{CANARY}/site?endpoint=http://127.0.0.1:{port}")

    return go


@pytest.mark.django_db
def test_a_new_matter_is_refused_by_one_kind_page_and_takes_no_number(
    away: Away, bucket: str, settings: Settings
) -> None:
    member = office().member(Role.ADMIN)
    member.client.raise_request_exception = False
    away()
    page = member.client.post("/clinic/matters/new/", NEW_MATTER)
    assert page.status_code == 503 and page.headers["Retry-After"]
    assert "What you saved before is still there." in page.content.decode()
    assert CANARY not in page.content.decode() and "127.0.0.1" not in page.content.decode()
    assert not Matter.objects.exists() and not Interview.objects.exists()
    settings.STORAGES = stores_in(bucket)
    assert member.client.post("/clinic/matters/new/", NEW_MATTER).status_code == 302
    assert Matter.objects.get().number == 1


@pytest.mark.django_db
def test_the_page_says_so_in_spanish_too(away: Away) -> None:
    away()
    client = Client(raise_request_exception=False, headers={"accept-language": "es"})
    page = client.post("/interview/begin/")
    assert page.status_code == 503 and "sigue ahí" in page.content.decode()


@pytest.mark.django_db
def test_health_says_so_in_a_few_seconds_without_a_name_and_is_well_again_by_itself(
    away: Away, bucket: str, settings: Settings
) -> None:
    start_interview()
    assert Client().get("/health/ready/").text == "ok\n"
    assert set(files_in("row_keys")) and not any("health" in name for name in files_in("row_keys"))
    away()
    began = time.monotonic()
    page = Client().get("/health/ready/")
    assert (page.status_code, page.text) == (503, "file store offline\n")
    assert time.monotonic() - began < 30
    settings.STORAGES = stores_in(bucket)
    assert Client().get("/health/ready/").status_code == 200


@pytest.mark.django_db
def test_a_store_that_takes_a_question_and_never_answers_is_left_soon(settings: Settings) -> None:
    start_interview()
    with socket.create_server(("127.0.0.1", 0)) as silent:
        settings.STORAGES = stores_in(f"s3://bucket?endpoint=http://127.0.0.1:{silent.getsockname()[1]}")
        began = time.monotonic()
        assert not store(PRINTS).answers()
        assert time.monotonic() - began < 10
        assert Client().get("/health/ready/").text == "file store offline\n"
        assert time.monotonic() - began < 30


def test_what_is_asked_is_bounded_and_goes_through_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    access = asking.Access("http://127.0.0.1:1", "us-east-1", ACCESS, "x" * 32)
    made = asking.client(access)
    assert made._endpoint.http_session._proxy_config._proxies == {}
    assert made._request_signer._credentials.method == "explicit", "no machine is asked for keys"
    found = made.meta.config
    assert (found.connect_timeout, found.read_timeout) == (5, 20)
    assert found.retries == {"total_max_attempts": 3, "mode": "standard"}
    assert "x" * 32 not in repr(access) and ACCESS not in repr(access)


@pytest.mark.django_db
def test_no_name_of_a_bucket_and_no_key_stands_in_an_error_or_in_the_log(
    away: Away, caplog: pytest.LogCaptureFixture
) -> None:
    folder = store(PRINTS).folder("one")
    folder.make()
    away()
    caplog.set_level(logging.DEBUG, logger="petitions")
    place = store(PRINTS).folder("one")
    calls: list[Callable[[], Any]] = [
        lambda: place.is_there, lambda: place.put("f", b"x"), lambda: place.read("f"), lambda: place.open("f"),
        place.names, place.destroy, place.sweep, place.make, lambda: own_key("row"), lambda: own_key_or_new("row"),
        lambda: store(PRINTS).folders(), lambda: storages[PRINTS].exists("f"), lambda: Vault(place, b"k" * 32).put("f", b""),
        lambda: Vault(place, b"k" * 32).has("f"),
    ]  # fmt: skip
    for call in calls:
        with pytest.raises(FilesAway) as told:
            call()
        assert str(told.value) == "" and told.value.__suppress_context__
    assert CANARY not in caplog.text


@pytest.mark.django_db
def test_a_row_is_deleted_while_the_store_is_away_and_its_key_goes_with_the_purge(
    away: Away,
    bucket: str,
    settings: Settings,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    key = start_interview({"n": 1})
    away()
    with django_capture_on_commit_callbacks(execute=True):
        delete_interview(key)
    assert EndedKey.objects.exists()
    settings.STORAGES = stores_in(bucket)
    assert own_key(key) is not None
    purge_ended_keys(now=timezone.now())
    assert own_key(key) is None and not EndedKey.objects.exists()


@pytest.mark.django_db
def test_a_new_row_of_a_list_costs_one_question_and_a_row_that_is_read_twice_one_too(
    bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    objects: Any = type(row_keys().objects)  # type: ignore[attr-defined]
    whole = objects._ask
    monkeypatch.setattr(
        objects, "_ask", lambda self, what, **words: (asked.append(what), whole(self, what, **words))[1]
    )
    with written_together():
        made = [own_key_or_new(f"row {n}") for n in range(5)]
        assert [own_key_or_new(f"row {n}") for n in range(5)] == made
    assert asked == ["put_object"] * 5
    asked.clear()
    with written_together():
        assert [own_key(f"row {n}") for n in range(5)] == made
        assert [own_key_or_new(f"row {n}") for n in range(5)] == made
    assert asked == ["get_object"] * 5
    asked.clear()
    own_key_or_new("row 1")
    assert asked == ["get_object"]


@pytest.mark.django_db
def test_a_bucket_that_keeps_what_is_destroyed_is_told_before_the_site_is_served(
    bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found() -> set[str | None]:
        told = run_checks(include_deployment_checks=True)
        return {
            one.id
            for one in told
            if (one.id or "").startswith("petitions.") and (one.id or "")[-3:] in ("010", "011")
        }

    kept: Any = row_keys()
    assert found() == set() and files_in("row_keys") == {}
    versions = {"VersioningConfiguration": {"Status": "Enabled"}}
    asking.client(kept.objects.access).put_bucket_versioning(Bucket=kept.bucket_name, **versions)
    assert found() == {"petitions.W010"}
    monkeypatch.setattr(type(kept.objects), "put_new", type(kept.objects).put)
    assert found() == {"petitions.W010", "petitions.E010"}


@pytest.mark.django_db
def test_a_bucket_that_does_not_answer_is_told_before_the_site_is_served(away: Away) -> None:
    away()
    assert row_keys().faults() == ["away"] and isinstance(row_keys(), KeyObjects)


@pytest.mark.django_db
def test_a_job_waits_for_a_store_that_is_away_however_often_it_is_tried_and_is_printed_then(
    bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "_HOLD_EVERY", 600.0)
    monkeypatch.setattr(worker, "make", lambda *_given, **_named: Made(b"%PDF", 2))
    monkeypatch.setattr(worker, "stack", lambda *_given, **_named: SimpleNamespace(content=b"%PDF"))
    member = office().member(Role.REVIEWER)
    job = ask_for_job(
        [Wanted(matter_of(member, answers={"n": 1}), 1, "")],
        organization_id=member.organization.pk,
        user_id=member.user.pk,
        token="t",
        options={"print": Options().as_json(), "language": "en", "on": today().isoformat()},
    )
    put = BucketFolder.put

    def nowhere(_folder: BucketFolder, _name: str, _content: bytes) -> None:
        raise FilesAway

    monkeypatch.setattr(BucketFolder, "put", nowhere)
    assert [worker.do_some(job) for _time in range(5)] == [Came.OVER] * 5
    monkeypatch.setattr(BucketFolder, "put", put)
    assert worker.work(job)
    job.refresh_from_db()
    assert job.state == PrintState.DONE and set(files_in(PRINTS)) == {f"{job.pk}/result"}


@pytest.mark.services
def test_a_process_that_is_killed_while_it_sends_leaves_no_file_and_what_it_sent_is_swept(
    bucket: str,
) -> None:
    folder = store(PRINTS).folder("one")
    folder.make()
    program = (
        "import sys; from petitions.records.files.stores import store\n"
        "begun = store('prints').folder('one').begin('file')\n"
        "begun.write(bytes(20 << 20)); print('sent', flush=True); sys.stdin.read()"
    )
    around = {**os.environ, **variables(bucket), "DJANGO_SETTINGS_MODULE": "clearrecord.settings"}
    process = subprocess.Popen(
        [sys.executable, "-c", program], env=around, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None and process.stdout.readline() == "sent\n"
    process.kill()
    process.wait()
    found: Any = store(PRINTS)
    assert files_in(PRINTS) == {} and len(found.objects.uploads(found.prefix)) == 1
    folder.sweep()
    assert found.objects.uploads(found.prefix) == []
