"""An office at work in a folder of its own: what it changes, and both ways to its site."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path

from tellal.build.workers import Workshop
from tellal.compiler.building import build
from tellal.compiler.crew import Crew
from tellal.compiler.moments import Moments
from tellal.compiler.packing import store_of
from tellal.compiler.report import Report
from tellal.compiler.warm import Warm, paths_in_store
from tellal.settings import Settings
from tests.golden.accept import CONTENT, ROOT
from tests.histories import Repository, repository_in

URL = "https://lug.example/zyra"
WRITES = ("open", "os.rename", "os.remove", "os.rmdir", "os.mkdir")
"""What Python tells its auditors of, among it every touch of a file."""

Tree = dict[str, tuple[bytes, int]]
"""Every file by its path: its bytes and its time stamp. Folders have no bytes, and end in "/"."""


@dataclass
class Workplace:
    """Content, theme, output and memory, with all that a build is told besides them."""

    root: Path
    url: str = URL
    as_of: str = "2026-03-31T12:00"
    is_later: bool = False
    workshop: Workshop = field(default_factory=Workshop)
    told: list[str] = field(default_factory=list)
    warm: Warm | None = None
    watched: dict[Path, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        shutil.copytree(CONTENT, self.content)
        shutil.copytree(ROOT / "theme", self.theme)
        card = self.content / "office/office.yaml"
        text = card.read_text("utf-8").replace("as_of: 2026-03-31 12:00\n", "")
        card.write_text(text.replace("[sq, sr, tr, en]", "[sq, sr, tr]"), "utf-8")
        for file in self.content.rglob("index.en.md"):
            file.unlink()

    @cached_property
    def history(self) -> Repository:
        """Return the repository around the content; one commit has it as it was at first."""
        repository = repository_in(self.root)
        repository.git("add", "content")
        repository.git("commit", "-qm", "Fillo")
        return repository

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def theme(self) -> Path:
        return self.root / "theme"

    @property
    def output(self) -> Path:
        return self.root / "output"

    @property
    def settings(self) -> Settings:
        return Settings(self.content, self.output, self.theme, self.url, self.root / "cache")

    @property
    def store(self) -> Path:
        return store_of(self.settings.cache, self.output)

    @property
    def moments(self) -> Moments:
        """Return the moment; seen from later on, the time stamp of every file is old enough."""
        now = datetime.now(UTC) + timedelta(hours=int(self.is_later))
        return Moments(self.as_of, None, now)

    def build(self) -> Report:
        """Build as staff do, with all that is remembered."""
        self.told.clear()
        crew = Crew(self.workshop, tell=lambda message, **_: self.told.append(message))
        if self.warm:
            self.warm.look_at(paths_in_store(self.settings, self.touched()))
        return build(self.settings, self.moments, crew, self.warm)

    def touched(self) -> list[Path]:
        """Return the files that were touched since somebody asked last, as a watcher tells them."""
        files = [f for top in (self.content, self.theme) for f in top.rglob("*") if f.is_file()]
        now = {file: (file.stat().st_ctime_ns, file.stat().st_ino) for file in files}
        before, self.watched = self.watched, dict(now)
        return [file for file in {*before, *now} if before.get(file) != now.get(file)]

    def build_from_nothing(self) -> Tree:
        """Return what a cold build of the same gives, in another place and without any memory."""
        cold = replace(self.settings, output=self.root / "cold/output", cache=self.root / "cold")
        shutil.rmtree(cold.output, ignore_errors=True)
        store_of(cold.cache, cold.output).unlink(missing_ok=True)
        build(cold, self.moments)
        return tree_of(cold.output)

    def killed_at(self, write: int) -> None:
        """Build in a process that dies when it is about to write, make or delete the n-th file."""
        child = os.fork()
        if child == 0:
            try:
                _die_at(write, str(self.root))
                build(self.settings, self.moments)
            except BaseException:
                os._exit(1)
            os._exit(0)
        os.waitpid(child, 0)

    def publications(self) -> list[str]:
        """Return the folders that hold texts."""
        texts = self.content.rglob("index.*.md")
        return sorted({file.parent.relative_to(self.content).as_posix() for file in texts})

    def texts(self) -> list[Path]:
        """Return the files of all texts."""
        return sorted(self.content.rglob("index.*.md"))


def _die_at(write: int, root: str) -> None:
    """End this process, as kill -9 does, at the n-th time that it touches a file to change it."""
    left = write

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event not in WRITES or not str(arguments[0]).startswith(root):
            return
        reads = event == "open" and not int(str(arguments[2])) & (os.O_WRONLY | os.O_RDWR)
        left -= not reads
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hear)


def tree_of(folder: Path) -> Tree:
    """Return all that lies in a folder."""
    tree: Tree = {}
    for above, folders, names in os.walk(folder):
        inside = Path(above).relative_to(folder).as_posix()
        for name in names:
            file = Path(above, name)
            tree[f"{inside}/{name}"] = file.read_bytes(), file.stat().st_mtime_ns
        if not folders and not names:
            tree[f"{inside}/"] = b"", 0
    return tree


def differences(tree: Tree, other: Tree) -> list[str]:
    """Return the paths of all that is not the same, time stamps aside."""
    paths = sorted({*tree, *other})
    return [path for path in paths if tree.get(path, (None,))[0] != other.get(path, (None,))[0]]


def bring_back(folder: Path, tree: Tree) -> None:
    """Make a folder hold what it held; only what differs is touched."""
    now = tree_of(folder)
    changed = [path for path in differences(now, tree) if not path.endswith("/")]
    for path in changed:
        if path not in tree:
            (folder / path).unlink()
    for place in sorted(folder.rglob("*"), reverse=True):
        if place.is_dir() and not any(place.iterdir()):
            place.rmdir()
    for path in changed:
        if path in tree:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(tree[path][0])
