"""A conversation with the host's half (host.sh), over SSH or with a shell on this machine.

It holds the lock. When this process dies its end of the line falls silent, the host's half ends,
and the lock is free.
"""

from __future__ import annotations

import shlex
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import IO, Self

from tellal.domain.findings import WrongAnswer
from tellal.publish.targets import FolderTarget, SshTarget

SCRIPT = Path(__file__).with_name("host.sh")
CONTROLS = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)), "?")
"""What a terminal would obey: nothing of it is heard from a host."""
GREETING = "tellal-host 1"

HOST_KEY = (
    "The host {host} shows another key than the one known, or none is known. Go no further: ask "
    "whoever looks after the host for its key. {reason}"
)
NO_LOGIN = (
    "The host {host} does not let this key in. Load it (ssh-add), or ask for access. {reason}"
)
SILENT = "The host {host} is silent: {reason}. What is public is whole; publish again later."
LACKING = "The host {host} lacks:{missing}. Ask whoever looks after it to install that."
REFUSED = "The host {host} could not do it ({verb}): {reason}. What is public is whole."
LOCKED = (
    "{owner} is publishing since {minutes} min. Wait until that has ended. If nobody is, "
    "free the lock with: {command}"
)


def ssh_options(target: SshTarget) -> list[str]:
    """Return what every connection keeps to: no questions, no unknown host, nothing forwarded."""
    options = {
        "BatchMode": "yes",
        "StrictHostKeyChecking": "yes",
        "UpdateHostKeys": "no",
        "ForwardAgent": "no",
        "ClearAllForwardings": "yes",
        "PermitLocalCommand": "no",
        "ConnectTimeout": "15",
        "ServerAliveInterval": "15",
        "ServerAliveCountMax": "3",
    }
    if target.known_hosts:
        options |= {"UserKnownHostsFile": target.known_hosts, "GlobalKnownHostsFile": "/dev/null"}
    if target.key:
        options |= {"IdentityFile": target.key, "IdentitiesOnly": "yes"}
    given = [part for name, value in options.items() for part in ("-o", f"{name}={value}")]
    return [*given, "-T", "-p", str(target.port), "-l", target.user]


class Conversation:
    """Asks the host's half, one request after the other."""

    def __init__(self, target: SshTarget | FolderTarget) -> None:
        """Begin; raises WrongAnswer where the host cannot be reached or lacks something."""
        self.target = target
        self.host = target.host if isinstance(target, SshTarget) else target.path
        self._line = tempfile.mkdtemp(prefix="tellal-")  # short: the path of a socket must be
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115
        self._process = subprocess.Popen(
            self._command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            encoding="utf-8",
            errors="surrogateescape",
        )
        try:
            self._greet()
        except BaseException:
            self.close()
            raise

    @property
    def remote_shell(self) -> str | None:
        """Return the command by which rsync comes along the same line, None on this machine."""
        if not isinstance(self.target, SshTarget):
            return None
        line = f"ControlPath={self._line}/line"
        return shlex.join(["ssh", "-o", line, *ssh_options(self.target)])

    def ask(self, verb: str, *words: object) -> list[str]:
        """Return the lines of an answer. Raises WrongAnswer for a refusal, or for silence."""
        found, end = self._asked(verb, *words)
        if end == "ok":
            return found
        raise WrongAnswer(REFUSED, host=self.host, verb=verb, reason=end[3:].strip() or "?")

    def lock(self, owner: str) -> None:
        """Keep all others from publishing until this ends. Raises WrongAnswer where one does."""
        found, end = self._asked("lock", owner)
        if end == "ok":
            return
        age, process, name = (found or ["0 0 ?"])[0].split(" ", 2)
        kill = ["kill", process]
        if isinstance(self.target, SshTarget):
            there = f"{self.target.user}@{self.host}"
            kill = ["ssh", "-p", str(self.target.port), there, *kill]
        minutes = f"{int(age) / 60:.0f}"
        raise WrongAnswer(LOCKED, owner=name, minutes=minutes, command=shlex.join(kill))

    def close(self) -> None:
        """End the conversation; the lock is free."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with suppress(BrokenPipeError):
            self._process.stdin.close()
        self._end()
        self._process.stdout.close()
        self._errors.close()
        Path(self._line, "line").unlink(missing_ok=True)
        Path(self._line).rmdir()

    def _end(self) -> None:
        """Wait for the other half to end, which it does when it hears nothing any more."""
        try:
            self._process.wait(30)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _command(self) -> list[str]:
        script = ["sh", "-c", SCRIPT.read_text("utf-8"), "tellal", self.target.path]
        if not isinstance(self.target, SshTarget):
            return script
        line = ["-o", "ControlMaster=yes", "-o", f"ControlPath={self._line}/line"]
        there = [*ssh_options(self.target), "--", self.target.host, shlex.join(script)]
        return ["ssh", *line, "-o", "ControlPersist=no", *there]

    def _greet(self) -> None:
        """Hear the host's half begin, whatever the host says before."""
        while not (said := self._hear()).startswith(GREETING):
            pass
        if missing := said.removeprefix(GREETING).rstrip("\n"):
            raise WrongAnswer(LACKING, host=self.host, missing=missing)

    def _asked(self, *words: object) -> tuple[list[str], str]:
        """Return what was answered, and how it ended."""
        assert self._process.stdin is not None
        line = " ".join(map(str, words))
        assert line.isprintable(), "a request is one line"
        try:
            self._process.stdin.write(f"{line}\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise self._silence() from None
        found = []
        while (said := self._hear()).startswith("= "):
            found.append(said[2:].rstrip("\n"))
        return found, said.rstrip("\n")

    def _hear(self) -> str:
        assert self._process.stdout is not None
        said = self._process.stdout.readline()
        if not said.endswith("\n"):
            raise self._silence()
        return said.translate(CONTROLS)

    def _silence(self) -> WrongAnswer:
        """Return why nothing is heard any more."""
        self._end()
        self._errors.seek(0)
        lines = self._errors.read().decode("utf-8", "replace").translate(CONTROLS).split("\n")
        reason = " ".join(line.strip(" .?@") for line in lines[-8:] if line.strip(" .?@"))
        message = SILENT
        if "Host key verification failed" in reason:
            message = HOST_KEY
        elif "Permission denied" in reason:
            message = NO_LOGIN
        return WrongAnswer(message, host=self.host, reason=reason[-300:] or "?")
