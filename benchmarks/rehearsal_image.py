"""Makes the image by the steps of the Dockerfile, and runs the site in it as Compose would: not root, on a file system that only reads."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path
from typing import Any

from benchmarks.image_steps import Image

_NAME = "clear.example"
_VAR = "/var/lib/clearrecord"
_PATIENCE = 90
_AROUND = "set -a && . /run/secrets/clearrecord.env && set +a && cd /opt/clearrecord"
_WRITES = "touch /opt/clearrecord/x 2>/dev/null || touch /etc/x 2>/dev/null && echo yes || echo no"


def made(place: Path, *, debian: Path, wheels: Path) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """Return the steps with their seconds, and what was seen of the site within."""
    image, done = Image(place / "image", debian=debian, wheels=wheels), []
    try:
        for step, seconds in image.make():
            print(f"  {str(step)[:150]} ({seconds} s)", flush=True)
            done.append({"step": str(step), "seconds": seconds})
    except subprocess.CalledProcessError as failed:
        raise RuntimeError(f"{failed.stdout}\n{failed.stderr}") from failed
    return done, _seen(Box(image, place))


class Box:
    """A container of the image: uid 10001, no rights, nothing to write to but its volume and its /tmp, no network outside."""

    def __init__(self, image: Image, place: Path) -> None:
        self._image, self._kept, self._secrets = image, place / "image-kept", place / "image-secrets"
        for folder in (self._kept, self._secrets):
            subprocess.run(["rm", "-rf", str(folder)], check=True)
            folder.mkdir(parents=True)
        subprocess.run(["chown", "10001:10001", str(self._kept)], check=True)

    def settings(self) -> None:
        """Write the settings as the page says, by the image itself."""
        database = f"--database sqlite:///{_VAR}/site.sqlite3 --var {_VAR}"
        told = self.run(
            f"CLEARRECORD_VAR=/tmp python manage.py new_settings {_NAME} {database}", settings=False
        )
        (self._secrets / "clearrecord.env").write_text(told, encoding="ascii")

    def command(self, inside: str, *, settings: bool = True) -> list[str]:
        """Return what runs a command in it."""
        around = [f"--setenv={name}={value}" for name, value in self._image.now.around.items()]
        before = _AROUND if settings else "cd /opt/clearrecord"
        return [
            *(
                "systemd-nspawn",
                "--quiet",
                f"--directory={self._image.now.folder}",
                "--register=no",
                "--keep-unit",
            ),
            *(
                "--private-network",
                "--read-only",
                "--tmpfs=/tmp:mode=1777",
                "--no-new-privileges=yes",
                "--as-pid2",
            ),
            *("--drop-capability=all", "--user=clearrecord", f"--bind={self._kept}:{_VAR}", "--console=pipe"),
            *(f"--bind-ro={self._secrets}:/run/secrets", *around, "bash", "-c", f"{before} && {inside}"),
        ]

    def run(self, inside: str, *, settings: bool = True) -> str:
        """Run a command; return what it printed."""
        done = subprocess.run(
            self.command(inside, settings=settings), capture_output=True, text=True, check=False
        )
        if done.returncode != 0:
            raise RuntimeError(f"{inside}\n{done.stdout}\n{done.stderr}")
        return done.stdout


def _seen(box: Box) -> dict[str, str]:
    box.settings()
    seen = {
        "who runs it": box.run("id -u").strip(),
        "its rights": box.run("grep CapEff /proc/self/status").split()[1],
        "it can write to its program": box.run(_WRITES).strip(),
        "check --deploy": box.run("python manage.py check --deploy --fail-level WARNING").strip(),
        "prepare": box.run("python manage.py prepare").strip(),
    }
    papers = "python manage.py packet docs/record.json --output /tmp/papers && head -c 5 /tmp/papers/all.pdf"
    seen["papers"] = box.run(papers).strip()[-5:]
    serve = "(gunicorn --config python:clearrecord.serving & echo $! >/tmp/pid) && "
    serve += (
        f"for second in $(seq {_PATIENCE}); do python deploy/probe.py 2>/dev/null && break; sleep 1; done; "
    )
    began = time.monotonic()
    seen["the probe"] = box.run(
        f"{serve} python deploy/probe.py && echo ready; kill $(cat /tmp/pid); wait"
    ).strip()
    print(f"  the site was ready and gone again within {time.monotonic() - began:.0f} s", flush=True)
    for name, value in seen.items():
        print(f"  {name}: {value}", flush=True)
    return seen
