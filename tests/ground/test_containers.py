"""The image and its containers: what linters say of them, and that they are made of what a host is made of."""

from __future__ import annotations

import http.server
import json
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks.image_steps import steps
from clearrecord import serving
from tests.ground.test_run import ROOT

BIN = Path(sys.executable).parent
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
RECORD: dict[str, Any] = json.loads((ROOT / "docs/rehearsal.json").read_text(encoding="utf-8"))
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
OURS = ("prepare", "web", "worker")
KNOWN = {
    "CL-0004": {"prepare", "web", "worker"},  # the image of the site itself, which its operator builds
    "CL-0005": {"proxy"},  # the web server in front is open to the world, and nothing else is
    "CL-0019": {"database", "redis", "proxy"},  # digests: an operator pins them, as docs/deploy.md says
}
"""What compose-lint finds and why that stays: rules by the services they are about."""


def linted(program: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(BIN / program), *words], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )


def test_the_dockerfile_has_nothing_that_hadolint_finds() -> None:
    ended = linted("hadolint", "Dockerfile")
    assert ended.returncode == 0, ended.stdout


def test_hadolint_would_find_something(tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_text("FROM debian\nRUN cd /tmp && sudo apt-get install git\n")
    assert linted("hadolint", str(tmp_path / "Dockerfile")).returncode == 1


def test_the_composition_is_one_by_the_schema_of_compose(tmp_path: Path) -> None:
    by_schema = ("check-jsonschema", "--builtin-schema", "vendor.compose-spec")
    ended = linted(*by_schema, "compose.yaml")
    assert ended.returncode == 0, ended.stdout
    (tmp_path / "wrong.yaml").write_text(
        (ROOT / "compose.yaml").read_text().replace("read_only:", "readonly:")
    )
    assert linted(*by_schema, str(tmp_path / "wrong.yaml")).returncode == 1


def test_the_composition_has_nothing_that_compose_lint_finds_but_what_is_meant() -> None:
    found: dict[str, set[str]] = {}
    said = json.loads(linted("compose-lint", "--format", "json", "compose.yaml").stdout)
    for one in said["findings"]:
        found.setdefault(one["rule_id"], set()).add(one["service"])
    assert found == KNOWN


def test_the_image_has_the_packages_of_a_host_and_nothing_else() -> None:
    said = subprocess.run(
        ["bash", "-c", '. bin/setup.sh; echo "${SITE_PACKAGES[@]} ${READING_PACKAGES[@]}"'],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    lines = DOCKERFILE.replace("\\\n", " ").splitlines()
    asked = [
        line.partition("--no-install-recommends")[2].partition("&&")[0]
        for line in lines
        if "apt-get install" in line
    ]
    names = {name for line in asked for name in line.split()}
    beside = {"python3.11", "python3.11-venv", "postgresql-client", "ca-certificates"}
    assert names == {*said.stdout.split(), *beside}


def test_the_image_is_of_debian_by_name_in_one_place_and_not_root() -> None:
    assert re.findall(r"^ARG BASE=(.+)$", DOCKERFILE, re.MULTILINE) == ["debian:bookworm-slim"]
    assert set(re.findall(r"^FROM (\S+)", DOCKERFILE, re.MULTILINE)) == {"${BASE}", "base"}
    assert re.findall(r"^USER (.+)$", DOCKERFILE, re.MULTILINE)[-1] == "10001:10001"
    assert "--require-hashes --only-binary :all:" in DOCKERFILE


def test_what_goes_into_the_image_is_named_and_holds_no_data_or_key() -> None:
    lines = [
        one for one in (ROOT / ".dockerignore").read_text().splitlines() if one and not one.startswith("#")
    ]
    assert lines[0] == "*" and {"**/*.env", "**/__pycache__"} <= set(lines)
    let_in = {one.removeprefix("!") for one in lines if one.startswith("!")}
    assert not [one for one in let_in if not (ROOT / one).exists()]
    assert not let_in & {"var", ".git", ".venv", ".env", "clearrecord.env", "tests"}
    assert {"/clearrecord.env", "/.env"} <= set((ROOT / ".gitignore").read_text().splitlines())


def test_each_step_of_the_image_is_one_that_the_rehearsal_ran() -> None:
    ran = [one["step"] for one in RECORD["image"]]
    does = ("FROM", "ENV", "RUN", "COPY", "WORKDIR")
    assert [str(one) for one in steps(DOCKERFILE) if one.word in does] == ran, "run benchmarks/rehearsal.py"


def test_the_site_was_ready_in_the_image_without_rights_on_a_file_system_that_only_reads() -> None:
    seen = RECORD["seen in the image"]
    assert (seen["who runs it"], seen["its rights"].strip("0")) == ("10001", "")
    assert (seen["it can write to its program"], seen["papers"], seen["the probe"]) == (
        "no",
        "%PDF-",
        "ready",
    )
    assert "no issues" in seen["check --deploy"]


@pytest.mark.parametrize("name", COMPOSE["services"])
def test_each_container_writes_nothing_it_need_not_and_gains_no_right(name: str) -> None:
    service = COMPOSE["services"][name]
    assert service["read_only"] is True and service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service.get("cap_add", []) == (["NET_BIND_SERVICE"] if name == "proxy" else [])
    assert all(service[bound] for bound in ("mem_limit", "pids_limit", "cpus"))
    assert bool(service.get("ports")) == (name == "proxy")


def test_the_database_and_the_queue_have_no_way_out() -> None:
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    assert all(COMPOSE["services"][name]["networks"] == ["inside"] for name in ("database", "redis"))


def test_the_site_is_served_as_on_a_host() -> None:
    assert 'CMD ["gunicorn", "--config", "python:clearrecord.serving"]' in DOCKERFILE
    assert serving.wsgi_app == "clearrecord.wsgi" and "command" not in COMPOSE["services"]["web"]
    assert COMPOSE["services"]["proxy"]["environment"]["SITE_UPSTREAM"] == "web:8000"


@contextmanager
def answering(status: int, said: str) -> Iterator[tuple[int, list[str]]]:
    hosts: list[str] = []

    class Ready(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            hosts.append(f"{self.path} {self.headers['Host']}")
            self.send_response(status)
            self.end_headers()
            self.wfile.write(said.encode())

        def log_message(self, *_about: object) -> None:
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Ready)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_address[1], hosts
    finally:
        server.shutdown()


def probed(port: int) -> subprocess.CompletedProcess[str]:
    told = {"WEB_BIND": f"0.0.0.0:{port}", "ALLOWED_HOSTS": "clear.example,other.example"}
    return subprocess.run(
        [sys.executable, "deploy/probe.py"],
        cwd=ROOT,
        env=told,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_the_probe_asks_as_a_visitor_does_and_says_what_is_wrong() -> None:
    with answering(200, "ok\n") as (port, hosts):
        assert probed(port).returncode == 0 and hosts == ["/health/ready/ clear.example"]
    with answering(503, "migrations missing\n") as (port, _hosts):
        ended = probed(port)
        assert ended.returncode == 1 and "migrations missing" in ended.stderr
    assert "nobody answers" in probed(port).stderr
