"""Where sealed files are kept is read from the environment; what is no store is refused, and nothing of it repeated."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from clearrecord.file_stores import file_stores
from tests.records.files.in_bucket import variables


def test_without_a_bucket_nothing_of_it_is_loaded() -> None:
    program = (
        "import django, sys; django.setup()\n"
        "from petitions.records.files.stores import all_stores; all_stores()\n"
        "print([one for one in sys.modules if one.split('.')[0] in ('boto3', 'botocore', 'storages')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True, text=True, check=True, env={"DJANGO_SETTINGS_MODULE": "clearrecord.settings", "PATH": ""},
    )  # fmt: skip
    assert json.loads(done.stdout.replace("'", '"')) == []


def test_where_files_stand_is_read_from_the_environment() -> None:
    own = file_stores({}, is_production=True)
    assert own["sheets"]["BACKEND"].endswith("FolderStorage") and own["row_keys"]["BACKEND"].endswith(
        "KeyFiles"
    )
    given = variables("s3://bucket/a/b?region=eu-west-1&encryption=AES256")
    found = file_stores({**given, "CLEARRECORD_ROW_KEYS": "/mnt/keys"}, is_production=True)
    assert found["row_keys"]["BACKEND"].endswith("KeyFiles")
    told = found["prints"]["OPTIONS"]
    assert (told["bucket_name"], told["location"], told["region_name"]) == (
        "bucket",
        "a/b/prints",
        "eu-west-1",
    )
    assert told["object_parameters"] == {"ServerSideEncryption": "AES256"} and told["endpoint_url"] is None
    other = file_stores({**given, "CLEARRECORD_ROW_KEYS": "s3://keys/only"}, is_production=True)["row_keys"]
    assert (other["OPTIONS"]["bucket_name"], other["OPTIONS"]["location"]) == ("keys", "only")
    machine = file_stores({"FILES_URL": "s3://bucket?credentials=machine"}, is_production=True)["sheets"]
    assert machine["OPTIONS"]["access_key"] is None


@pytest.mark.parametrize(
    "url",
    [
        "https://CANARIA", "s3://", "s3://CANARIA@bucket", "s3://bucket?CANARIA=1", "s3://bucket?encryption=CANARIA",
        "s3://bucket?endpoint=CANARIA", "s3://bucket?endpoint=http://canaria.example", "s3://bucket?credentials=CANARIA",
        "s3://bucket?endpoint=http://[CANARIA",
    ],
)  # fmt: skip
def test_what_is_no_bucket_is_refused_and_not_repeated(url: str) -> None:
    with pytest.raises(ImproperlyConfigured) as told:
        file_stores(variables(url), is_production=True)
    assert "canaria" not in str(told.value).lower() and "FILES_URL" in str(told.value)


def test_a_bucket_without_its_keys_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match="FILES_ACCESS_KEY"):
        file_stores({"FILES_URL": "s3://bucket"}, is_production=True)
