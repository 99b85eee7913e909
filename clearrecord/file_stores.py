"""Where sealed files and the keys of rows are kept: folders of this machine by default, a bucket where FILES_URL names one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from clearrecord import environment

_STORES = {
    "sheets": "CLEARRECORD_SHEETS",
    "prints": "CLEARRECORD_PRINTS",
    "reviews": "CLEARRECORD_REVIEWS",
    "row_keys": "CLEARRECORD_ROW_KEYS",
}
PLACES = tuple(_STORES.values())
"""The settings that name a folder, or a bucket of its own, for one store."""
_SETTINGS = {
    "sheets": "SHEETS_DIR",
    "prints": "PRINTS_DIR",
    "reviews": "REVIEWS_DIR",
    "row_keys": "ROW_KEYS_DIR",
}
_HOW = "write s3://BUCKET/FOLDER?region=REGION, for other stores than Amazon’s also endpoint=https://HOST."
_KNOWN = frozenset({"endpoint", "region", "encryption", "encryption_key", "credentials"})
_ENCRYPTIONS = ("", "AES256", "aws:kms")
_HERE = ("127.0.0.1", "localhost", "::1")


def file_stores(given: Mapping[str, str], *, is_production: bool) -> dict[str, Any]:
    """Return the four stores for Django's STORAGES; raise ImproperlyConfigured for what is no store, repeating nothing.

    A setting of one store goes before FILES_URL: a folder, or a bucket of its own.
    """
    whole = environment.text(given, "FILES_URL")
    stores = {}
    for name, setting in _STORES.items():
        own = environment.text(given, setting)
        if own.startswith("s3:"):
            stores[name] = _bucket(setting, own, given, name=name, folder="", is_production=is_production)
        elif whole and not own:
            stores[name] = _bucket(
                "FILES_URL", whole, given, name=name, folder=name, is_production=is_production
            )
        else:
            stores[name] = _folder(name)
    return stores


def _folder(name: str) -> dict[str, Any]:
    kind = "key_files.KeyFiles" if name == "row_keys" else "folders.FolderStorage"
    return {"BACKEND": f"petitions.records.files.{kind}", "OPTIONS": {"setting": _SETTINGS[name]}}


def _bucket(
    setting: str, url: str, given: Mapping[str, str], *, name: str, folder: str, is_production: bool
) -> dict[str, Any]:
    """Return a bucket; boto3 is loaded only once it is asked for."""
    parts = urlsplit(url)
    asked = dict(parse_qsl(parts.query, keep_blank_values=True))
    endpoint = asked.get("endpoint", "")
    if parts.scheme != "s3" or not parts.netloc or "@" in parts.netloc or not asked.keys() <= _KNOWN:
        raise ImproperlyConfigured(f"{setting}: {_HOW}")
    if asked.get("encryption", "") not in _ENCRYPTIONS:
        raise ImproperlyConfigured(f"{setting}: encryption is AES256 or aws:kms.")
    _refuse_open(setting, endpoint, is_production=is_production)
    kind = "keys.KeyObjects" if name == "row_keys" else "storage.BucketStorage"
    options = {
        "bucket_name": parts.netloc,
        "location": "/".join(part for part in (unquote(parts.path).strip("/"), folder) if part),
        "endpoint_url": endpoint or None,
        "region_name": asked.get("region") or "us-east-1",
        "object_parameters": _encryption(asked),
        "alias": name,
        **_credentials(asked, given),
    }
    return {"BACKEND": f"petitions.records.files.bucket.{kind}", "OPTIONS": options}


def _refuse_open(setting: str, endpoint: str, *, is_production: bool) -> None:
    """Refuse a way on which others can read along: keys of rows go over it as they are."""
    try:
        parts = urlsplit(endpoint)
        is_address = not endpoint or (parts.scheme in ("http", "https") and bool(parts.hostname))
    except ValueError:
        is_address = False
    if not is_address:
        raise ImproperlyConfigured(f"{setting}: {_HOW}")
    if is_production and parts.scheme == "http" and parts.hostname not in _HERE:
        raise ImproperlyConfigured(f"{setting}: the endpoint must begin with https://.")


def _encryption(asked: Mapping[str, str]) -> dict[str, str]:
    given = {
        "ServerSideEncryption": asked.get("encryption", ""),
        "SSEKMSKeyId": asked.get("encryption_key", ""),
    }
    return {name: value for name, value in given.items() if value}


def _credentials(asked: Mapping[str, str], given: Mapping[str, str]) -> dict[str, Any]:
    """Return who asks: the keys that are given; those that the machine itself is given only where that is asked for."""
    who = asked.get("credentials", "")
    access, secret = (
        environment.text(given, "FILES_ACCESS_KEY"),
        environment.secret(given, "FILES_SECRET_KEY"),
    )
    if who not in ("", "machine"):
        raise ImproperlyConfigured("FILES_URL: credentials is machine, or is left out.")
    if who == "machine":
        return {"access_key": None, "secret_key": None}
    if not access or not secret:
        raise ImproperlyConfigured("FILES_ACCESS_KEY, FILES_SECRET_KEY: both must be set for a bucket.")
    return {"access_key": access, "secret_key": secret}
