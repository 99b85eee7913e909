"""Folders of this machine as a storage of Django's: for their owner alone, each file whole or not there."""

from __future__ import annotations

import os
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.utils import timezone

from petitions.records.private_folder import PRIVATE_FOLDER, PrivateFolder

_PRIVATE_FILE = 0o600


class FolderStorage(FileSystemStorage):
    """The folders in the one that a setting names: a ``petitions.records.files.stores.Store``."""

    def __init__(self, *, setting: str) -> None:
        super().__init__(
            file_permissions_mode=_PRIVATE_FILE,
            directory_permissions_mode=PRIVATE_FOLDER,
            allow_overwrite=True,
        )
        self._setting = setting

    @property
    def base_location(self) -> str:
        """Return the folder of all folders; asked each time, so that a changed setting counts at once."""
        return str(getattr(settings, self._setting))

    @property
    def location(self) -> str:
        """Return it from the root on."""
        return os.path.abspath(self.base_location)  # noqa: PTH100 - Django's own way: links stay as they are

    def url(self, name: str | None) -> NoReturn:
        """Refuse: nothing here is ever handed out by address."""
        raise NotImplementedError("sealed files have no address")

    def folder(self, name: str) -> PrivateFolder:
        """Return one folder."""
        return PrivateFolder(self.place / name)

    def folders(self) -> list[str]:
        """Return the names of all folders, hidden ones too."""
        if not self.place.is_dir():
            return []
        return [one.name for one in self.place.iterdir() if one.is_dir()]

    def changed(self, folder: str) -> datetime:
        """Return when a name in a folder last changed."""
        return _changed(self.place / folder)

    def sweep(self, *, before: datetime) -> None:
        """Take away drafts that are older."""
        for one in self.place.glob("*/.*"):
            if one.is_file() and _changed(one) < before:
                one.unlink(missing_ok=True)

    def take(self, path: Path, *, name: str) -> None:
        """Move a file here."""
        target = self.place / name
        for folder in (self.place, target.parent):
            folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
            folder.chmod(PRIVATE_FOLDER)
        shutil.move(path, target)
        target.chmod(_PRIVATE_FILE)

    def disk(self) -> Path:
        """Return the folder of all folders."""
        return self.place

    def where(self) -> Path:
        """Return the folder of all folders."""
        return self.place

    def answers(self) -> bool:
        """Say yes: whether a disk has room is asked for itself."""
        return True

    @property
    def place(self) -> Path:
        """Return the folder of all folders, as it is set."""
        return Path(self.base_location)

    def _save(self, name: str, content: Any) -> str:
        """Keep a file under its name once it is whole."""
        target = Path(self.path(name))
        target.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        draft = PrivateFolder(target.parent).begin(target.name)
        for chunk in content.chunks():
            draft.write(chunk)
        draft.close()
        draft.keep()
        return name


def _changed(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, tz=timezone.get_current_timezone())
