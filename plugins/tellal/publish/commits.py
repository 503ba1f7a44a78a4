"""Repository -> commit: only a commit of the publishing branch is published, nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tellal.domain.findings import WrongAnswer
from tellal.reading.git import git
from tellal.reading.walk import is_litter

NO_GIT = "{folder} is not under git. Only a commit can be published."
DIRTY = "{path} is not committed. Commit it or take it back, then publish."
PASSED_OVER = (
    "{path} is not under git, which was told to ignore it, and would be published. Add it (git add "
    "--force) and commit, or take it away, then publish."
)
NO_BRANCH = "There is no branch {branch}. Correct PUBLISH_BRANCH in the settings."
NOT_ON_BRANCH = "Commit {commit} is not on the branch {branch}. Only what was merged is published."
MOVED = "While the site was built, another commit was taken out. Publish again."


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: its full name, who wrote it, when it was made (seconds since 1970), its subject."""

    name: str
    author: str
    moment: int
    subject: str


def commit_of(folder: Path, branch: str) -> Commit:
    """Return the commit that a folder shows. Raises WrongAnswer where it may not be published."""
    if dirty := _git(folder, "status", "--porcelain=v1", "-z", "--untracked-files=all"):
        raise WrongAnswer(DIRTY, path=dirty.split("\0")[0][3:])
    if ignored := _ignored(folder):
        raise WrongAnswer(PASSED_OVER, path=ignored)
    shown = _git(folder, "log", "-1", "--format=%H%x00%an%x00%ct%x00%s")
    name, author, moment, subject = shown.rstrip("\n").split("\0")
    wanted = f"{branch}^{{commit}}"
    code, tip = _run(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted)
    if code:
        raise WrongAnswer(NO_BRANCH, branch=branch)
    if _run(folder, "merge-base", "--is-ancestor", name, tip.strip())[0]:
        raise WrongAnswer(NOT_ON_BRANCH, commit=name[:8], branch=branch)
    return Commit(name, author, int(moment), subject)


def still(commit: Commit, folder: Path, branch: str) -> None:
    """Return where a folder still shows a commit and nothing else. Raises WrongAnswer."""
    if commit_of(folder, branch) != commit:
        raise WrongAnswer(MOVED)


def _ignored(folder: Path) -> str | None:
    """Return a file that a build would read and git does not know, None where there is none."""
    found = _git(folder, "ls-files", "--others", "--ignored", "--exclude-standard", "-z")
    return next((path for path in found.split("\0") if path and not is_litter(path)), None)


def is_here(folder: Path, commit: str) -> bool:
    """Return whether a commit is in this repository."""
    wanted = f"{commit}^{{commit}}"
    return _run(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted)[0] == 0


def _git(folder: Path, *command: str) -> str:
    code, answer = _run(folder, *command)
    if code:
        raise WrongAnswer(NO_GIT, folder=folder)
    return answer


def _run(folder: Path, *command: str) -> tuple[int, str]:
    done = git(folder, *command)
    return done.returncode, done.stdout.decode("utf-8", "replace")
