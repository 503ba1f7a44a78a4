"""Two commits -> what of content changed between them, read from git without a checkout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from subprocess import CompletedProcess

from tellal.checks.history import check_history
from tellal.domain.editions import Publication
from tellal.domain.findings import Finding, WrongAnswer
from tellal.domain.office import Office
from tellal.reading.content import folders_of, papers_from, read_papers
from tellal.reading.git import git
from tellal.reading.scan import Source, place

NO_COMMIT = "There is no commit {name} here. Fetch it, or name one that is."
NO_GIT = "git cannot tell what is in {folder}: {reason}."
IS_LINK = "120000"


@dataclass(frozen=True, slots=True)
class History:
    """What git knows of a content folder."""

    content: Path

    def findings(
        self, published: str, commit: str, office: Office, as_of: datetime
    ) -> Iterator[Finding]:
        """Yield what was public in one commit and is in another changed, gone or moved unsaid.

        Raises WrongAnswer where one of the commits is not there.
        """
        old, new = self._commit(published), self._commit(commit)
        folders = self._changed(old, new)
        before, after = self._sources(old, folders), self._sources(new, folders)
        there = frozenset(folder for folder, some in after.items() if _has_text(some))
        was = self._publications(before, office)
        yield from check_history(was, self._publications(after, office), there, as_of)

    def _changed(self, old: str, new: str) -> list[str]:
        """Return the folders in which anything differs."""
        options = ("-r", "-z", "--no-renames", "--name-only", "--relative")
        names = self._git("diff-tree", *options, old, new, "--", ".").split(b"\0")
        paths = (name.decode("utf-8", "surrogateescape") for name in names if name)
        return sorted({path.rpartition("/")[0] for path in paths} - {"office", ""})

    def _sources(self, commit: str, folders: Sequence[str]) -> dict[str, list[tuple[Source, str]]]:
        """Return what may be read in some folders of a commit, with the names of the blobs."""
        if not folders:
            return {}
        blobs: dict[str, str] = {}
        for line in self._git("ls-tree", "-r", "-z", commit, "--", *folders).split(b"\0"):
            head, _, path = line.decode("utf-8", "surrogateescape").partition("\t")
            if path and not head.startswith(IS_LINK) and path.rpartition("/")[0] in folders:
                blobs[path] = head.split()[2]
        sources, _ = place(dict.fromkeys(blobs, (0, 0, 0, 0)), blobs)
        by_folder = folders_of(sources)
        return {f: [(source, blobs[source.path]) for source in s] for f, s in by_folder.items()}

    def _publications(
        self, sources: dict[str, list[tuple[Source, str]]], office: Office
    ) -> dict[str, Publication]:
        """Return what the folders of a commit say, as far as it can be read today."""
        found = {}
        for folder, some in sources.items():
            papers = papers_from([(source, self._blob(blob)) for source, blob in some])
            draft = read_papers(office, papers)
            if draft.publication:
                found[folder] = draft.publication
        return found

    def _commit(self, name: str) -> str:
        wanted = f"{name}^{{commit}}"
        done = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", wanted)
        if done.returncode:
            raise WrongAnswer(NO_COMMIT, name=name)
        return done.stdout.decode().strip()

    def _blob(self, name: str) -> bytes:
        return self._git("cat-file", "blob", name)

    def _git(self, *command: str) -> bytes:
        done = self._run(*command)
        if done.returncode:
            reason = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0].rstrip(".")
            raise WrongAnswer(NO_GIT, folder=self.content, reason=reason)
        return done.stdout

    def _run(self, *command: str) -> CompletedProcess[bytes]:
        return git(self.content, *command)


def _has_text(sources: Sequence[tuple[Source, str]]) -> bool:
    return any(source.language for source, _ in sources)
