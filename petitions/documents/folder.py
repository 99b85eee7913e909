"""Writes a built packet to a folder, whole or not at all, and never over anything but an earlier packet."""

from __future__ import annotations

import contextlib
import json
import re
from pathlib import Path

from petitions.documents.build import BuiltPacket, PacketFile
from petitions.documents.files import ALL, PACKET
from petitions.documents.whole_folder import put_folder

MANIFEST = "manifest.json"
_CASE_FOLDER = re.compile(r"case-[1-9][0-9]*")
_PAPERS = {"petition.pdf", "proof-of-service.pdf", "proposed-order.pdf", "cover-sheet.pdf", PACKET}


class FolderInUse(Exception):
    """The folder holds something that is not an earlier packet."""


def manifest_text(packet: BuiltPacket) -> str:
    """Write the manifest as the command prints and stores it."""
    return json.dumps(packet.manifest, ensure_ascii=False, indent=2) + "\n"


def check_folder(folder: Path) -> None:
    """Raise FolderInUse where the folder holds anything but an earlier packet."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise FolderInUse
    if folder.exists() and not all(_is_ours(entry) for entry in folder.iterdir()):
        raise FolderInUse


def write_folder(packet: BuiltPacket, *, folder: Path) -> None:
    """Write every file beside the folder first, then put the whole in its place."""
    check_folder(folder)
    put_folder(folder, write=lambda new: write_files(packet, folder=new), prefix=".packet-")


def write_files(packet: BuiltPacket, *, folder: Path) -> None:
    """Write every file in a new folder; what stands under two names is kept once where the disk can do that."""
    folder.mkdir(mode=0o700)
    written: dict[int, Path] = {}
    for file in packet.files:
        path = folder / file.path
        path.parent.mkdir(exist_ok=True)
        _write(file, path=path, same=written.get(id(file.print)))
        written[id(file.print)] = path
    (folder / MANIFEST).write_text(manifest_text(packet), encoding="utf-8")


def _write(file: PacketFile, *, path: Path, same: Path | None) -> None:
    if same is not None:
        with contextlib.suppress(OSError):
            path.hardlink_to(same)
            return
    path.write_bytes(file.content)


def _is_ours(entry: Path) -> bool:
    if entry.is_symlink():
        return False
    if entry.is_dir():
        return bool(_CASE_FOLDER.fullmatch(entry.name)) and all(
            paper.name in _PAPERS and paper.is_file() for paper in entry.iterdir()
        )
    return entry.name in (ALL, MANIFEST)
