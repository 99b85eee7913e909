"""A passkey in software: makes and proves a credential as a browser with a device does."""

from __future__ import annotations

import hashlib
import json
import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.cose import ES256
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData

_PRESENT = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV


def _text(raw: bytes) -> str:
    return urlsafe_b64encode(raw).decode().rstrip("=")


@dataclass
class Device:
    """One device, for one site."""

    site: str = "testserver"
    origin: str = "https://testserver"
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    id: bytes = field(default_factory=lambda: secrets.token_bytes(16))

    def made(self, options: dict[str, Any] | None = None) -> dict[str, Any]:
        """Return what a browser sends of a new passkey."""
        known = AttestedCredentialData.create(
            b"\0" * 16, self.id, ES256.from_cryptography_key(self.key.public_key())
        )
        data = AuthenticatorData.create(self._site, _PRESENT | AuthenticatorData.FLAG.AT, 0, bytes(known))
        said = {"attestationObject": _text(bytes(AttestationObject.create("none", data, {})))}
        return self._sent({"clientDataJSON": _text(self._client("create", options)), **said})

    def proved(self, options: dict[str, Any]) -> dict[str, Any]:
        """Return what a browser sends of one that is used."""
        client, data = self._client("get", options), AuthenticatorData.create(self._site, _PRESENT, 1)
        signature = self.key.sign(bytes(data) + hashlib.sha256(client).digest(), ec.ECDSA(SHA256()))
        said = {"authenticatorData": _text(bytes(data)), "signature": _text(signature)}
        return self._sent({"clientDataJSON": _text(client), **said})

    @property
    def _site(self) -> bytes:
        return hashlib.sha256(self.site.encode()).digest()

    def _client(self, kind: str, options: dict[str, Any] | None) -> bytes:
        challenge = (options or {"publicKey": {"challenge": _text(b"none")}})["publicKey"]["challenge"]
        return json.dumps(
            {"type": f"webauthn.{kind}", "challenge": challenge, "origin": self.origin}
        ).encode()

    def _sent(self, response: dict[str, str]) -> dict[str, Any]:
        return {"id": _text(self.id), "rawId": _text(self.id), "type": "public-key", "response": response}
