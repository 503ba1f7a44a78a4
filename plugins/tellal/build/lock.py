"""One build at a time into one output: the second waits, having said for whom.

It waits also for the processes that still work for a build which has died.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def locked(file: Path, tell: Callable[[str], object]) -> Iterator[None]:
    """Hold a lock; `tell` hears the number of the process that holds it, if another one does.

    A process that dies lets go of it.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a+", encoding="utf-8") as stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            stream.seek(0)
            tell(stream.read().strip())
            fcntl.flock(stream, fcntl.LOCK_EX)
        stream.truncate(0)
        stream.write(str(os.getpid()))
        stream.flush()
        with _workers_of(file).open("a", encoding="utf-8") as workers:
            fcntl.flock(workers, fcntl.LOCK_EX)
        yield


@contextmanager
def working(file: Path) -> Iterator[None]:
    """Let the next build wait for this process, which works for the one that holds a lock.

    Where that one has died already this process ends.
    """
    with _workers_of(file).open("a", encoding="utf-8") as workers:
        fcntl.flock(workers, fcntl.LOCK_SH)
        from multiprocessing import parent_process

        parent = parent_process()
        if parent is not None and not parent.is_alive():
            os._exit(1)
        yield


def lock_of(store: Path) -> Path:
    """Return the lock of whoever builds with a store."""
    return store.with_suffix(".lock")


def _workers_of(lock: Path) -> Path:
    return lock.with_suffix(".workers")
