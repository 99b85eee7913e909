"""Rehearses the pages for whoever runs a host: each command of them, on an empty Debian with its own systemd.

``.venv/bin/python benchmarks/rehearsal.py`` writes what it saw into docs/rehearsal.json. It wants root, debootstrap, systemd-container and
slirp4netns, takes about a quarter of an hour, and fetches Debian's and Python's packages. What is committed is what is rehearsed.
Then it makes the image by the steps of the Dockerfile, in folders of Debian, and runs the site in it.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.page_commands import HOST_PAGES, ROOT, commands
from benchmarks.rehearsal_image import made
from benchmarks.rehearsal_machine import Machine, empty_debian

RECORD = ROOT / "docs/rehearsal.json"
HOST, PLACE = "clear.example", "/opt/clearrecord"
_AUTHORITY = "/var/lib/caddy/.local/share/caddy/pki/authorities/local/root.crt"
_VISIT = f"{PLACE}/.venv/bin/python benchmarks/rehearsal_visit.py https://{HOST} {_AUTHORITY}"
_LAST_WORDS = 160
_FENCES = "from petitions.rapsheet.files.cell.fences import cut_the_network as cut; print(cut())"
_TRIED = f"""printf '[Service]\\nType=oneshot\\nExecStart={PLACE}/.venv/bin/python -c "{_FENCES}"\\n' \\
>/run/systemd/system/clearrecord-tried.service && systemctl daemon-reload && systemctl start clearrecord-tried.service \\
&& journalctl --unit clearrecord-tried.service --output cat | grep -E 'True|False'"""
"""A unit that moves into a network without a way out, as whatever opens the file of a stranger does."""
_SERVICES = ("web", "worker", "purge", "remind", "backup", "backup-keys")


def main() -> None:
    """Rehearse, and write the record."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument(
        "--folder", type=Path, default=ROOT / "var/rehearsal", help="where the machine is made"
    )
    arguments.add_argument(
        "--keep", action="store_true", help="leave the machine running in the end, and wait"
    )
    arguments.add_argument(
        "--image", action="store_true", help="only make the image, and keep what stands of the rest"
    )
    given = arguments.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    if given.image:
        _keep({**json.loads(RECORD.read_text(encoding="utf-8")), **_image(given.folder)})
        return
    machine = _machine(given.folder)
    try:
        machine.start()
        _keep({**_rehearsed(machine, given.folder), **_image(given.folder)})
        if given.keep:
            input("The machine runs. Enter ends it.")
    finally:
        machine.stop()


def _keep(record: dict[str, Any]) -> None:
    RECORD.write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"Every command ended well; written to {RECORD}.")


def _image(folder: Path) -> dict[str, Any]:
    steps, seen = made(folder, debian=folder / "debian", wheels=_wheels(folder))
    return {"image": steps, "seen in the image": seen}


def _machine(folder: Path) -> Machine:
    empty_debian(folder / "debian", folder / "host")
    shown = {"/srv/clearrecord.git": _repository(folder), "/srv/wheels": _wheels(folder)}
    shown["/srv/forms"] = _forms(folder)
    host = folder / "host"
    (host / "etc/pip.conf").write_text("[global]\nno-index = true\nfind-links = /srv/wheels\n")
    with (host / "etc/hosts").open("a") as hosts:
        hosts.write(f"127.0.0.1 localhost {HOST}\n")
    local = host / "etc/systemd/system/caddy.service.d/rehearsal.conf"
    local.parent.mkdir(parents=True)
    local.write_text("[Service]\nEnvironment=CADDY_OPTIONS=local_certs\n")
    return Machine(host, shown, folder / "machine.log")


def _repository(folder: Path) -> Path:
    """Return a repository with what is committed here, as ``main``."""
    place = folder / "clearrecord.git"
    subprocess.run(["rm", "-rf", str(place)], check=True)
    subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch=main", str(place)], check=True)
    subprocess.run(["git", "push", "--quiet", str(place), "HEAD:refs/heads/main"], cwd=ROOT, check=True)
    return place


def _wheels(folder: Path) -> Path:
    """Return a folder with every package that requirements.txt pins; each was checked by its hash, and is again."""
    place = folder / "wheels"
    fetch = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--require-hashes",
        "--only-binary",
        ":all:",
    ]
    subprocess.run([*fetch, "--dest", str(place), "-r", "requirements.txt"], cwd=ROOT, check=True)
    return place


def _forms(folder: Path) -> Path:
    """Return a folder with a stand-in for the court's form, which is no part of this project."""
    place = folder / "forms"
    place.mkdir(exist_ok=True)
    made = "import django, sys; django.setup(); from tests.documents.official.stand_in import stand_in; sys.stdout.buffer.write(stand_in())"
    with (place / "CR-400.pdf").open("wb") as file:
        around = {**os.environ, "DJANGO_SETTINGS_MODULE": "clearrecord.settings", "PYTHONPATH": str(ROOT)}
        subprocess.run([sys.executable, "-c", made], cwd=ROOT, env=around, stdout=file, check=True)
    return place


def _rehearsed(machine: Machine, folder: Path) -> dict[str, Any]:
    record: dict[str, Any] = {
        "on": machine.run("date --iso-8601").strip(),
        "host": machine.run(". /etc/os-release; echo $PRETTY_NAME").strip(),
        "systemd": machine.run("systemctl --version").splitlines()[0],
        "pages": {},
        "seen": {},
    }
    at = "/"
    for page in HOST_PAGES:
        if page == "docs/upgrade.md":
            _new_version(folder)
        record["pages"][page], at = _page(machine, page, at)
        seen = machine.run(_VISIT, at=PLACE).strip()
        print(f"  a visit: {seen}", flush=True)
        record["seen"][f"a visit after {page}"] = seen
    record["seen"] |= _looked_at(machine)
    machine.stop()
    machine.start()
    record["seen"]["a visit after the machine was restarted"] = _after_a_restart(machine)
    return record


def _page(machine: Machine, page: str, at: str) -> tuple[list[dict[str, Any]], str]:
    done = []
    for command in commands(page):
        if command.startswith("cd "):
            at = command.removeprefix("cd ")
            done.append({"command": command, "seconds": 0.0, "said": ""})
            continue
        print(f"# {command}", flush=True)
        began = time.monotonic()
        ended = machine.ran(
            command, at=at, around={"CURL_CA_BUNDLE": _AUTHORITY} if "curl" in command else None
        )
        seconds = round(time.monotonic() - began, 1)
        print(ended.stdout, flush=True)
        if ended.returncode != 0:
            print(machine.run("journalctl --no-pager --lines 60 --unit 'clearrecord-*'", check=False))
            sys.exit(f"{page}: {command} ended with {ended.returncode} after {seconds} s.")
        done.append({"command": command, "seconds": seconds, "said": _last_words(ended.stdout)})
    return done, at


def _last_words(said: str) -> str:
    """Return the last line without what only holds for this run, or is secret."""
    last = ([line for line in said.splitlines() if line.strip()] or [""])[-1].strip()[:_LAST_WORDS]
    return re.sub(r"(/invitation/)\S+", r"\1…", last)


def _new_version(folder: Path) -> None:
    """Put another version beside, as its makers would: the same, with a word more."""
    work = folder / "work"
    subprocess.run(["rm", "-rf", str(work)], check=True)
    subprocess.run(["git", "clone", "--quiet", str(folder / "clearrecord.git"), str(work)], check=True)
    with (work / "README.md").open("a") as readme:
        readme.write("\nA version after this one.\n")
    who = ["-c", "user.name=Rehearsal", "-c", "user.email=rehearsal@example.org"]
    subprocess.run(["git", *who, "commit", "--quiet", "-am", "Next"], cwd=work, check=True)
    subprocess.run(["git", "push", "--quiet", "origin", "HEAD:main"], cwd=work, check=True)


def _looked_at(machine: Machine) -> dict[str, str]:
    """See that the site is closed where it should be, and how each unit is judged."""
    seen = {
        "over HTTP": _headers(machine, f"http://{HOST}/"),
        "the web server of itself": machine.run("curl --silent http://localhost:2020/").strip(),
        "units as systemd reads them": machine.run(
            "systemd-analyze verify /etc/systemd/system/clearrecord-*.*[er] && echo sound"
        ).strip(),
        "a file of a stranger is opened without a network": machine.run(_TRIED).strip(),
        "figures without a token": _headers(machine, f"https://{HOST}/metrics"),
        "failed units": machine.run("systemctl --failed --no-legend --plain").strip() or "none",
        "backups": machine.run("stat -c '%a %U' /var/backups/clearrecord*/*.tar | sort | uniq -c").strip(),
        "the program can be written to by the site": machine.run(
            f"runuser -u clearrecord -- test -w {PLACE} && echo yes || echo no"
        ).strip(),
        "the settings can be read by others": machine.run(
            "runuser -u nobody -- cat /etc/clearrecord/clearrecord.env 2>/dev/null && echo yes || echo no"
        ).strip(),
    }
    for name in _SERVICES:
        unit = f"clearrecord-{name}.service"
        said = machine.run(f"systemd-analyze security --no-pager {unit}", check=False).splitlines()
        seen[f"exposure of {unit}"] = said[-1].partition(":")[2].strip() if said else "not told"
    for name in ("web", "worker"):
        unit = f"clearrecord-{name}.service"
        told = machine.run(
            f"echo $(systemctl is-active {unit}) $(systemctl show --property=NRestarts --value {unit})"
        )
        seen[f"{unit} is, and was started again unasked"] = told.strip()
    for name in ("purge", "remind"):
        machine.run(f"systemctl start clearrecord-{name}.service")
        seen[f"clearrecord-{name}.service"] = machine.run(
            f"systemctl show --property=Result --value clearrecord-{name}.service"
        ).strip()
    for name, value in seen.items():
        print(f"  {name}: {value}", flush=True)
    return seen


def _headers(machine: Machine, address: str) -> str:
    said = machine.run(f"curl --silent --head {address}", CURL_CA_BUNDLE=_AUTHORITY).splitlines()
    kept = [line.strip() for line in said if line.lower().startswith(("http/", "location"))]
    return "; ".join(kept)


def _after_a_restart(machine: Machine) -> str:
    last = time.monotonic() + 120
    while True:
        ended = machine.ran(_VISIT, at=PLACE)
        if ended.returncode == 0 or time.monotonic() > last:
            break
        time.sleep(2)
    if ended.returncode != 0:
        sys.exit(f"The site did not come back:\n{ended.stdout}")
    print(f"  after a restart: {ended.stdout.strip()}", flush=True)
    return ended.stdout.strip()


if __name__ == "__main__":
    main()
