"""python -m bench.publishing: seconds from a commit to the page that a reader is served.

A made-up office publishes over SSH to this machine, where nginx serves what `server-files` wrote.
Of each publish it tells how long every stage took and how many bytes travelled. Each is a process
of its own; the clock runs from before `git commit` until nginx answers with the new words.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from bench.hosts import BROTLI, Nginx, Sshd, free_port
from bench.measuring.machine import machine
from bench.measuring.page import write_between
from bench.measuring.processes import PLACE, ROOT

STAGES = ("build", "reading", "connecting", "uploading", "verifying", "switching")
BEGIN, END = "<!-- publishing: written by bench.publishing -->", "<!-- end of publishing -->"
SETTINGS = "PUBLISH_TO = {url!r}\nPUBLISH_KNOWN_HOSTS = {known!r}\nPUBLISH_KEEP = 3\n"
IGNORED = "/output\n/.cache\n/log\n/outbox\n/ways\n__pycache__\n"
RELEASE = "---\ntitle: Matja {word}\n{revisions}---\n\nFjala {word}.\n"
REVISION = "- {on: 2026-09-30, note: U mat, minor: true}\n"


@dataclass(frozen=True, slots=True)
class Trip:
    """One publish: what happened, seconds in all and by stage, bytes sent."""

    what: str
    seconds: float
    stages: dict[str, float]
    sent: int

    def row(self) -> str:
        """Return it as a row of a table."""
        stages = " | ".join(f"{self.stages.get(name, 0):.2f}" for name in STAGES)
        rest = max(0.0, self.seconds - sum(self.stages.values()))
        return f"| {self.what} | {self.seconds:.2f} | {stages} | {rest:.2f} | {self.sent:,} |"


class Office:
    """A folder under git with a corpus in it, and the host to which it publishes."""

    def __init__(self, folder: Path, size: int, host: Sshd) -> None:
        """Write the corpus, and commit it."""
        self.folder, self.srv, self.key = folder, folder.parent / "srv", host.key
        folder.mkdir(parents=True)
        for name in ("pelicanconf.py", "publishconf.py"):
            shutil.copy(ROOT / name, folder / name)
        (folder / "theme").symlink_to(ROOT / "theme")
        with (folder / "publishconf.py").open("a", encoding="utf-8") as settings:
            known = str(host.known_hosts)
            settings.write(SETTINGS.format(url=host.url(self.srv), known=known))
        (folder / ".gitignore").write_text(IGNORED, "utf-8")
        number = str(size)
        corpus = (sys.executable, "-m", "bench.corpus", "--publications", number)
        subprocess.run((*corpus, str(folder / "content")), cwd=ROOT, check=True)
        self.git("init", "-q", "-b", "main")
        self.commit()
        self.log_key = folder.parent / "log-key"
        keygen = ("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(self.log_key))
        subprocess.run(keygen, check=True)
        self.tellal("log-key")

    def git(self, *words: str) -> None:
        """Run git in the folder."""
        who = ("-c", "user.name=Bench", "-c", "user.email=bench@tellal.example")
        subprocess.run(("git", *who, *words), cwd=self.folder, check=True)

    def commit(self) -> None:
        """Commit all there is."""
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "Measure")

    def tellal(self, *words: str) -> None:
        """Run a command of Tellal to its end."""
        with self.begun(*words) as process:
            if process.wait():
                raise SystemExit(f"tellal {' '.join(words)}: {process.returncode}")

    def begun(self, *words: str) -> subprocess.Popen[bytes]:
        """Begin to run a command of Tellal."""
        world = {**os.environ, "TELLAL_SSH_KEY": str(self.key)}
        world["TELLAL_LOG_KEY"] = str(self.log_key)
        command = (sys.executable, "-m", "tellal", *words)
        return subprocess.Popen(command, cwd=self.folder, env=world, stdout=subprocess.DEVNULL)

    def write(self, word: str) -> str:
        """Write a release that holds a word; return its address."""
        file = self.folder / "content/releases/2026/09-30-matja/index.sq.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        count = file.read_text("utf-8").count("U mat") + 1 if file.exists() else 0
        revisions = "revisions:\n" + REVISION * count if count else ""
        file.write_text(RELEASE.format(word=word, revisions=revisions), "utf-8")
        return "/sq/komunikata/2026/09/matja/"

    def way(self) -> dict[str, object]:
        """Return the record of the public release's way."""
        found: dict[str, object] = json.loads((self.srv / "current/way.json").read_bytes())
        return found


def trips(office: Office, runs: int) -> Iterator[Trip]:
    """Yield what happens: everything for the first time, a release more, edits of it."""
    since = time.perf_counter()
    office.tellal("publish", "--as-of", "2026-10-01T12:00")
    yield _trip("everything, for the first time", time.perf_counter() - since, office)
    office.tellal("server-files", "nginx", *_nginx_options(office, port := free_port()))
    with Nginx(office.folder.parent / "nginx", port):
        for number in range(runs + 1):
            word = f"fjala{number}"
            address = office.write(word)
            since = time.perf_counter()
            office.commit()
            with office.begun("publish", "--as-of", "2026-10-01T12:00") as process:
                while word not in _served(port, address):
                    assert not process.poll(), "it was not published"
                    time.sleep(0.005)
                spent = time.perf_counter() - since
            yield _trip("one added" if number == 0 else "one edit", spent, office)
        since = time.perf_counter()
        with office.begun("rollback") as process:
            while word in _served(port, address):
                assert not process.poll(), "nothing went back"
                time.sleep(0.005)
            spent = time.perf_counter() - since
        yield Trip("rollback", spent, {}, 0)


def _trip(what: str, seconds: float, office: Office) -> Trip:
    way = office.way()
    stages = way["seconds"]
    assert isinstance(stages, dict)
    return Trip(what, seconds, stages, int(str(way["sent"])))


def _nginx_options(office: Office, port: int) -> tuple[str, ...]:
    into = str(office.folder.parent / "nginx")
    more = () if BROTLI.is_file() else ("--no-brotli",)
    return ("--into", into, "--listen", f"127.0.0.1:{port}", *more)


def _served(port: int, address: str) -> str:
    line = HTTPConnection("127.0.0.1", port, timeout=10)
    line.request("GET", address)
    text = line.getresponse().read().decode()
    line.close()
    return text


def table(found: list[Trip], size: int) -> str:
    """Return the figures as they stand in docs/performance.md."""
    head = " | ".join(STAGES)
    middle = sorted((t for t in found if t.what == "one edit"), key=lambda trip: trip.seconds)
    shown = [trip for trip in found if trip.what != "one edit"]
    shown.insert(2, middle[len(middle) // 2])
    rows = "\n".join(trip.row() for trip in shown)
    return (
        f"{machine()}. {size:,} publications; over SSH to this machine.\n\n"
        f"| what | commit to served, s | {head} | the rest | bytes sent |\n"
        f"|{'---|' * (len(STAGES) + 4)}\n{rows}"
    )


def main() -> None:
    """Measure, print, and write into a page where that is asked."""
    parser = argparse.ArgumentParser(prog="bench.publishing", description=__doc__)
    parser.add_argument("--size", type=int, default=7300, help="how many publications")
    parser.add_argument("--runs", type=int, default=5, help="how many edits; the median is told")
    parser.add_argument("--write", type=Path, help="the page to write the figures into")
    options = parser.parse_args()
    PLACE.mkdir(parents=True, exist_ok=True)
    place = Path(tempfile.mkdtemp(prefix="publishing-", dir=PLACE))
    place.chmod(0o755)  # nginx serves from it as another user
    host = Sshd(place / "sshd")
    try:
        found = []
        for trip in trips(Office(place / "office", options.size, host), options.runs):
            print(trip.row(), file=sys.stderr, flush=True)
            found.append(trip)
    finally:
        host.cut()
    text = table(found, options.size)
    print(text)
    if options.write:
        write_between(options.write, (BEGIN, END), text)
    shutil.rmtree(place)


if __name__ == "__main__":
    main()
