"""Which folders were asked of git for what they were, and which may have another past by now."""

from __future__ import annotations

import marshal
from pathlib import Path
from typing import NamedTuple

from tellal.build.store import Store


class Pasts(NamedTuple):
    """What is known of pasts: in which state git was, up to which commit, of which folders."""

    state: tuple[bytes, bytes] = (b"", b"")
    commit: str = ""
    folders: frozenset[str] = frozenset()


NONE = Pasts()


def known_pasts(store: Store) -> Pasts:
    """Return what a store knows."""
    data = store.meta("pasts")
    return Pasts(*marshal.loads(data)) if data else NONE


def keep_pasts(store: Store, pasts: Pasts) -> None:
    """Remember what is known now."""
    store.set_meta("pasts", marshal.dumps(tuple(pasts)))


def looked_at_again(content: Path, known: Pasts) -> tuple[Pasts, frozenset[str]]:
    """Return what is to be known now, and the folders whose past may be another one.

    Most builds read three small files of git and run none.
    """
    state = state_of(content)
    if state == known.state or not known.folders:
        commit = known.commit if state == known.state else ""
        return Pasts(state, commit, known.folders), frozenset()
    from tellal.reading.annals import folders_since, head_of  # not at the head: it runs processes

    commit = head_of(content)
    if state[1] != known.state[1]:
        return Pasts(state, commit, known.folders), known.folders
    changed = set() if commit == known.commit else folders_since(content, known.commit, commit)
    again = known.folders if changed is None else known.folders & changed
    return Pasts(state, commit, known.folders), again


def state_of(folder: Path) -> tuple[bytes, bytes]:
    """Return what is another when a folder's history may be another: by commits, and by how many
    of the oldest ones are at hand. Nothing of one outside git.

    No process is run: what `HEAD` names is read where git keeps it.
    """
    here = folder.resolve()
    found = next((up / ".git" for up in (here, *here.parents) if (up / ".git").exists()), None)
    if found is None:
        return b"", b""
    if found.is_file():  # of a work tree beside another one
        found = found.parent / found.read_text("utf-8").partition("gitdir:")[2].strip()
    shared = _bytes(found / "commondir").decode().strip()
    common = found / shared if shared else found
    head = _bytes(found / "HEAD")
    name = head.decode().partition("ref:")[2].strip()
    tip = _bytes(common / name) if name else b""
    return head + (tip or _signature(common)), _bytes(common / "shallow")


def _signature(common: Path) -> bytes:
    """Return what is another when any branch may be, of a repository that has packed them."""
    places = (common / "packed-refs", common / "reftable/tables.list")
    stats = [place.stat() for place in places if place.exists()]
    return repr([(one.st_mtime_ns, one.st_size, one.st_ino) for one in stats]).encode()


def _bytes(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""
