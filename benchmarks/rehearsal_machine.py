"""An empty Debian in a folder, started with its own systemd as process 1 and a network of its own that leads out."""

from __future__ import annotations

import shlex
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

_SUITE = "bookworm"
_INSIDE = "systemd,systemd-sysv,dbus,ca-certificates"
_PATIENCE = 120
_NAME_SERVER = "10.0.2.3"
"""Where slirp4netns answers for names."""


@dataclass
class Machine:
    """One machine; ``folder`` is its root, ``shown`` what it may read of this one, by its path there."""

    folder: Path
    shown: Mapping[str, Path]
    log: Path
    _nspawn: subprocess.Popen[bytes] | None = None
    _network: subprocess.Popen[bytes] | None = None
    _first: int = 0
    _around: dict[str, str] = field(default_factory=dict)

    def start(self) -> None:
        """Start it, and wait until systemd is done."""
        shows = [f"--bind-ro={place}:{path}" for path, place in self.shown.items()]
        command = ["systemd-nspawn", "--quiet", f"--directory={self.folder}", "--boot", "--register=no"]
        command += ["--keep-unit", "--private-network", "--resolv-conf=off", "--machine=rehearsal", *shows]
        with self.log.open("ab") as log:
            self._nspawn = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self._first = self._wait_for_first()
        self._network = subprocess.Popen(
            [
                "slirp4netns",
                "--configure",
                "--mtu=65520",
                "--disable-host-loopback",
                str(self._first),
                "tap0",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.run("systemctl is-system-running --wait", check=False)

    def stop(self) -> None:
        """Shut it down as a machine is."""
        assert self._nspawn
        self._nspawn.send_signal(signal.SIGTERM)
        try:
            self._nspawn.wait(timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            self._nspawn.kill()
            self._nspawn.wait()
        if self._network:
            self._network.terminate()
            self._network.wait()

    def run(self, command: str, *, at: str = "/", check: bool = True, **around: str) -> str:
        """Run a command as root in it; return all that it said."""
        done = self.ran(command, at=at, around=around)
        if check and done.returncode != 0:
            raise RuntimeError(f"{command}\n{done.stdout}")
        return done.stdout

    def ran(
        self, command: str, *, at: str = "/", around: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a command as root in it, with nothing of this machine around it."""
        told = {
            "HOME": "/root",
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "LANG": "C.UTF-8",
        }
        words = [f"{name}={value}" for name, value in {**told, **(around or {})}.items()]
        inside = f"cd {shlex.quote(at)} && {command}"
        enter = [
            "nsenter",
            f"--target={self._first}",
            "--mount",
            "--uts",
            "--ipc",
            "--net",
            "--pid",
            "--root",
            "--wd",
        ]
        return subprocess.run(
            [*enter, "env", "-i", *words, "bash", "-c", inside],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=1_800,
            check=False,
        )

    def _wait_for_first(self) -> int:
        assert self._nspawn
        last = time.monotonic() + _PATIENCE
        while time.monotonic() < last and self._nspawn.poll() is None:
            for number in _descendants(self._nspawn.pid):
                with suppress(OSError, IndexError):
                    ids = (
                        Path(f"/proc/{number}/status").read_text().split("NSpid:")[1].splitlines()[0].split()
                    )
                    if ids[-1] == "1" and len(ids) > 1:
                        return number
            time.sleep(0.1)
        raise RuntimeError(f"The machine did not start. See {self.log}.")


def empty_debian(cache: Path, folder: Path) -> None:
    """Make a new machine; what was fetched once is kept beside."""
    if not (cache / "usr").is_dir():
        shutil.rmtree(cache, ignore_errors=True)
        subprocess.run(
            ["debootstrap", "--variant=minbase", f"--include={_INSIDE}", _SUITE, str(cache)], check=True
        )
    if folder.exists():
        shutil.rmtree(folder)
    subprocess.run(["cp", "-a", "--reflink=auto", str(cache), str(folder)], check=True)
    (folder / "etc/resolv.conf").unlink(missing_ok=True)
    (folder / "etc/resolv.conf").write_text(f"nameserver {_NAME_SERVER}\n")
    (folder / "etc/hostname").write_text("rehearsal\n")
    (folder / "etc/machine-id").write_text("")


def _descendants(number: int) -> Iterator[int]:
    with suppress(OSError):
        for task in Path(f"/proc/{number}/task").iterdir():
            for child in (task / "children").read_text(encoding="ascii").split():
                yield int(child)
                yield from _descendants(int(child))
