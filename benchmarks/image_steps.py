"""Runs the steps of the Dockerfile in folders of Debian, where there is no engine of containers: one folder for each stage."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.page_commands import ROOT

_LINE = re.compile(r"^([A-Z]+)\s+(.*)$", re.DOTALL)
_NAMED = re.compile(r"\$\{?(\w+)\}?")


@dataclass(frozen=True, slots=True)
class Step:
    """One instruction: its word, and all behind it in one line."""

    word: str
    rest: str

    def __str__(self) -> str:
        """Write it as it stands in the file."""
        return f"{self.word} {self.rest}"


@dataclass
class Stage:
    """One stage while it is made."""

    folder: Path
    around: dict[str, str] = field(default_factory=dict)
    at: str = "/"


def steps(text: str) -> list[Step]:
    """Read a Dockerfile; comments are dropped, lines that go on are joined."""
    kept = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
    joined = re.sub(r"\\\n\s*", "", kept)
    found = (_LINE.match(line) for line in joined.splitlines())
    return [Step(one[1], one[2].strip()) for one in found if one]


class Image:
    """The stages of a Dockerfile, in folders; ``debian`` is what the base image is, here a folder of debootstrap."""

    def __init__(self, place: Path, *, debian: Path, wheels: Path) -> None:
        self._place, self._debian, self._wheels = place, debian, wheels
        self._stages: dict[str, Stage] = {}
        self.now = Stage(debian)

    def make(self) -> Iterator[tuple[Step, float]]:
        """Run each step; give it with the seconds that it took. Raise CalledProcessError where one fails."""
        shutil.rmtree(self._place, ignore_errors=True)
        self._place.mkdir(parents=True)
        for step in steps((ROOT / "Dockerfile").read_text(encoding="utf-8")):
            began = time.monotonic()
            does = getattr(self, f"_{step.word.lower()}", None)
            if does is not None:
                does(step.rest)
                yield step, round(time.monotonic() - began, 1)

    def _from(self, rest: str) -> None:
        source, _as, name = rest.partition(" AS ")
        before = self._stages.get(source)
        folder = self._place / (name or "last")
        copied = before.folder if before else self._debian
        subprocess.run(["cp", "-a", "--reflink=auto", str(copied), str(folder)], check=True)
        self.now = Stage(folder, dict(before.around) if before else {}, before.at if before else "/")
        self._stages[name or "last"] = self.now

    def _env(self, rest: str) -> None:
        for word in shlex.split(rest):
            name, _is, value = word.partition("=")
            self.now.around[name] = _NAMED.sub(lambda found: self._value(found[1]), value)

    def _value(self, name: str) -> str:
        return self.now.around.get(name, "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin")

    def _workdir(self, rest: str) -> None:
        self.now.at = rest
        self._inside(rest).mkdir(parents=True, exist_ok=True)

    def _copy(self, rest: str) -> None:
        *sources, target = shlex.split(rest)
        into = self._inside(target)
        if sources[0].startswith("--from="):
            stage = self._stages[sources[0].removeprefix("--from=")]
            into.parent.mkdir(parents=True, exist_ok=True)
            subprocess.run(["cp", "-a", str(stage.folder / sources[1].lstrip("/")), str(into)], check=True)
            return
        for name in _let_in(sources[0]):
            (into / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, into / name)

    def _run(self, rest: str) -> None:
        around = {"PATH": self._value("nothing"), **self.now.around, "DEBIAN_FRONTEND": "noninteractive"}
        shutil.copy("/etc/resolv.conf", self.now.folder / "etc/resolv.conf")
        wheels = self.now.folder / "srv/wheels"
        wheels.mkdir(parents=True, exist_ok=True)
        subprocess.run(["mount", "--bind", str(self._wheels), str(wheels)], check=True)
        try:
            words = [f"{name}={value}" for name, value in around.items()]
            words += ["PIP_NO_INDEX=1", "PIP_FIND_LINKS=/srv/wheels"]
            command = ["bash", "-euo", "pipefail", "-c", f"cd {shlex.quote(self.now.at)} && {rest}"]
            subprocess.run(
                ["unshare", "--mount", "--pid", "--fork", f"--mount-proc={self.now.folder}/proc", "chroot"]
                + [str(self.now.folder), "env", "-i", *words, *command],
                check=True,
                capture_output=True,
                text=True,
            )
        finally:
            subprocess.run(["umount", str(wheels)], check=True)
            wheels.rmdir()

    def _inside(self, path: str) -> Path:
        place = path if path.startswith("/") else f"{self.now.at}/{path}"
        return self.now.folder / place.lstrip("/").removesuffix("/").removesuffix("/.")


def _let_in(source: str) -> list[str]:
    """Return the files that a COPY takes: those that git knows and .dockerignore lets in."""
    known = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True)
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    let_in = [line.removeprefix("!") for line in lines if line.startswith("!")]
    files = [
        name
        for name in known.stdout.splitlines()
        if any(name == one or name.startswith(f"{one}/") for one in let_in)
    ]
    return files if source == "." else [name for name in files if name == source]
