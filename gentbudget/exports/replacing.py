"""Files that are written whole or not at all: beside their place first, and into it only when they are complete."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a path beside this one to write a file to; when the block ends well, that file takes this one's place.

    Whatever interrupts the block, even the end of the process, leaves the old file as it was. Raises OSError where the
    path is no regular file, or cannot be written.
    """
    target, beside = _beside(path)
    if target.exists() and not target.is_file():
        raise FileExistsError(errno.EEXIST, "exists and is no regular file", str(path))
    beside.touch()  # so that a place where nothing can be written is an OSError, whatever is to write there
    try:
        yield beside
        if target.exists():
            shutil.copymode(target, beside)
        _sync(beside)
        beside.replace(target)
        _sync(target.parent)
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def replacing_folder(path: Path, names: frozenset[str]) -> Iterator[Path]:
    """Give an empty folder beside this one to write to; when the block ends well, it takes this one's place.

    A folder that holds other files than these names is left alone: raises FileExistsError. No file system replaces a
    folder in one step, so the old one is moved aside first; it is moved back if the new one cannot take its place.
    """
    target, beside = _beside(path)
    if target.exists() and not (target.is_dir() and {one.name for one in target.iterdir()} <= names):
        raise FileExistsError(errno.EEXIST, "exists and holds something else", str(path))
    beside.mkdir()
    aside = beside.with_suffix(".old")
    try:
        yield beside
        for one in beside.iterdir():
            _sync(one)
        if target.exists():
            target.rename(aside)
        try:
            beside.rename(target)
        except BaseException:
            if aside.exists():
                aside.rename(target)
            raise
        _sync(target.parent)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
        if target.exists():
            shutil.rmtree(aside, ignore_errors=True)


def _beside(path: Path) -> tuple[Path, Path]:
    """Tell where the path leads, links followed, and a path in the same folder that nothing has."""
    target = Path(os.path.realpath(path))
    return target, target.with_name(f".{target.stem[:100]}-{os.urandom(4).hex()}{target.suffix}")


def _sync(path: Path) -> None:
    """Wait until the disk has it, so that no crash leaves a name without its contents."""
    if os.name == "nt" and path.is_dir():
        return  # folders cannot be opened there
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
