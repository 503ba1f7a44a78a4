"""Files -> host, by rsync: of a file that was there before only the difference travels."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from tellal.domain.findings import WrongAnswer
from tellal.publish.conversation import Conversation
from tellal.publish.targets import SshTarget

SENT = re.compile(r"^Total bytes sent: ([0-9,]+)$", re.MULTILINE)
NOT_SENT = "The upload to {host} broke off: {reason}. The public site is as it was; publish again."
NO_RSYNC = "rsync is not installed here. Install it: sudo apt-get install rsync."


def send(place: Path, release: str, talk: Conversation) -> int:
    """Bring all that lies in a folder into an unfinished release; return how many bytes went.

    A file appears under its name when it is whole, so what is linked from the release before
    stays as it is there. Raises WrongAnswer.
    """
    target, shell = talk.target, talk.remote_shell
    there = f"{target.path}/releases/{release}.part/"
    more = []
    if isinstance(target, SshTarget) and shell:
        there = f"{target.host}:{there}"
        more = ["--rsh", shell, "--compress", "--skip-compress=gz/br/jpg/jpeg/png/webp/pdf/woff2"]
    command = [
        "rsync",
        "--recursive",
        "--copy-links",
        "--times",
        "--perms",
        "--chmod=D755,F644",
        "--ignore-times",
    ]
    command += ["--force", "--stats", "--no-human-readable", "--timeout=60", *more]
    try:
        done = subprocess.run(
            [*command, "--", f"{place}/", there],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except FileNotFoundError:
        raise WrongAnswer(NO_RSYNC) from None
    if done.returncode:
        lines = done.stderr.strip().splitlines() or [str(done.returncode)]
        raise WrongAnswer(NOT_SENT, host=talk.host, reason=lines[0][:300])
    match = SENT.search(done.stdout)
    return int(match[1].replace(",", "")) if match else 0
