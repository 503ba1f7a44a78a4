"""What is remembered between builds: rows and bytes only, whatever they mean.

`source` has the files that were read, `listing` and `record` what their folders became, `body` the
texts, `claim` what only one folder may have, `findable` and `block` what is searched, `page` the
files of the output with what their bytes were made of, `todo` the subjects whose pages are still to
be brought up to date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tellal.build.database import Broken, Database, opened, sealed, telling

__all__ = ["Broken", "Filing", "PageRow", "SourceRow", "Store"]

LAST = chr(0x10FFFF)
"""What no path goes beyond."""


class SourceRow(NamedTuple):
    """A file that was read: its path, signature (four numbers) and the digest of its bytes."""

    path: str
    modified: int
    changed: int
    size: int
    inode: int
    digest: str


class PageRow(NamedTuple):
    """A file of the output, and what its bytes were made of: maker, words of a language, view.

    `view` and `bytes` are digests; what may differ on the disk has empty ones.
    """

    path: str
    subject: str
    maker: str
    tag: str
    view: bytes
    bytes: bytes


class Filing(NamedTuple):
    """All that is kept of one folder of content."""

    folder: str
    listing: bytes
    record: bytes
    bodies: tuple[tuple[str, str], ...]
    claims: tuple[str, ...]
    findables: tuple[tuple[str, str, str], ...] = ()


class Store(Database):
    """The tables of a store, in their own words. Every method may raise Broken."""

    # --- what was read ---

    def sources(self, prefix: str = "") -> list[SourceRow]:
        """Return all files that were read, or those with a prefix, as plain tuples."""
        query = "SELECT * FROM source WHERE path >= ? AND path < ?"
        with telling():
            rows: list[SourceRow] = self.db.execute(query, (prefix, prefix + LAST)).fetchall()
        return rows

    def source(self, path: str) -> SourceRow | None:
        """Return a file that was read, None where there is none."""
        query = "SELECT * FROM source WHERE path = ?"
        with telling():
            row: SourceRow | None = self.db.execute(query, (path,)).fetchone()
        return row

    def change_sources(self, gone: Iterable[str], rows: Iterable[SourceRow]) -> None:
        """Forget some files and remember others."""
        with telling():
            self.db.executemany("DELETE FROM source WHERE path = ?", ((path,) for path in gone))
            self.db.executemany("INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?, ?, ?)", rows)

    def keep(self, filing: Filing) -> None:
        """Keep what a folder became, instead of what it was."""
        folder = filing.folder
        self.remove(folder)
        with telling():
            self.db.execute("INSERT INTO listing VALUES (?, ?)", (folder, sealed(filing.listing)))
            self.db.execute("INSERT INTO record VALUES (?, ?)", (folder, sealed(filing.record)))
            self.db.executemany(
                "INSERT INTO body VALUES (?, ?, ?)",
                ((folder, digest, sealed(html.encode())) for digest, html in filing.bodies),
            )
            self.db.executemany(
                "INSERT INTO findable VALUES (?, ?, ?, ?)",
                ((folder, *findable) for findable in filing.findables),
            )
        self.claim(folder, filing.claims)

    def remove(self, folder: str) -> None:
        """Forget a folder."""
        with telling():
            for table in ("listing", "record", "body", "claim", "findable"):
                self.db.execute(f"DELETE FROM {table} WHERE folder = ?", (folder,))

    def listings(self) -> Iterator[bytes]:
        """Yield the listing of every folder."""
        with telling():
            rows = self.db.execute("SELECT data FROM listing").fetchall()
        return (opened(data) for (data,) in rows)

    def record(self, folder: str) -> bytes | None:
        """Return the record of a folder, None where there is none."""
        with telling():
            row = self.db.execute("SELECT data FROM record WHERE folder = ?", (folder,)).fetchone()
        return opened(row[0]) if row else None

    def body(self, digest: str) -> str | None:
        """Return the text with a digest, None where there is none."""
        with telling():
            row = self.db.execute(
                "SELECT html FROM body WHERE digest = ? LIMIT 1", (digest,)
            ).fetchone()
        return opened(row[0]).decode() if row else None

    def findables(self, folder: str) -> list[tuple[str, str, str]]:
        """Return what the editions of a folder are found by: tag, excerpt and terms."""
        query = "SELECT tag, excerpt, terms FROM findable WHERE folder = ?"
        with telling():
            rows: list[tuple[str, str, str]] = self.db.execute(query, (folder,)).fetchall()
        return rows

    def block(self, language: str, month: str) -> bytes | None:
        """Return what was filed of a month for the search, None where there is nothing."""
        query = "SELECT data FROM block WHERE language = ? AND month = ?"
        with telling():
            row = self.db.execute(query, (language, month)).fetchone()
        return opened(row[0]) if row else None

    def blocks(self) -> set[tuple[str, str]]:
        """Return the languages and months of which something is filed for the search."""
        with telling():
            return set(self.db.execute("SELECT language, month FROM block"))

    def set_block(self, language: str, month: str, data: bytes) -> None:
        """File something of a month for the search, instead of what was filed; b"" for nothing."""
        with telling():
            self.db.execute("DELETE FROM block WHERE language = ? AND month = ?", (language, month))
            if data:
                row = (language, month, sealed(data))
                self.db.execute("INSERT INTO block VALUES (?, ?, ?)", row)

    def claimants(self, names: Iterable[str]) -> set[str]:
        """Return the folders that have one of some names."""
        found: set[str] = set()
        with telling():
            for name in names:
                found.update(
                    folder
                    for (folder,) in self.db.execute(
                        "SELECT folder FROM claim WHERE name = ?", (name,)
                    )
                )
        return found

    def claim(self, folder: str, names: Iterable[str]) -> None:
        """Give names to a folder, instead of those that it had."""
        with telling():
            self.db.execute("DELETE FROM claim WHERE folder = ?", (folder,))
            self.db.executemany(
                "INSERT OR IGNORE INTO claim VALUES (?, ?)", ((name, folder) for name in names)
            )

    def claims_of(self, folders: Iterable[str]) -> set[str]:
        """Return the names that some folders have."""
        query = "SELECT name FROM claim WHERE folder = ?"
        with telling():
            return {name for folder in folders for (name,) in self.db.execute(query, (folder,))}

    def claimed_twice(self) -> set[str]:
        """Return the folders that have a name which another one has too."""
        query = (
            "SELECT folder FROM claim WHERE name IN "
            "(SELECT name FROM claim GROUP BY name HAVING count(*) > 1)"
        )
        with telling():
            return {folder for (folder,) in self.db.execute(query)}

    # --- what was written ---

    def paths(self) -> Iterator[str]:
        """Yield the path of every file of the output, as far as they can be read."""
        with telling():
            for (path,) in self.db.execute("SELECT path FROM page"):
                yield path

    def written(self) -> dict[str, bytes]:
        """Return the digest of the bytes of every file of the output, b"" where it is in doubt."""
        with telling():
            return dict(self.db.execute("SELECT path, bytes FROM page"))

    def page(self, path: str) -> PageRow | None:
        """Return a file of the output, None where there is none."""
        with telling():
            row = self.db.execute("SELECT * FROM page WHERE path = ?", (path,)).fetchone()
        return PageRow(*row) if row else None

    def pages_about(self, subjects: Iterable[str]) -> dict[str, list[PageRow]]:
        """Return the files that are about each of some subjects."""
        found: dict[str, list[PageRow]] = {subject: [] for subject in subjects}
        query = f"SELECT * FROM page WHERE subject IN ({','.join('?' * len(found))})"
        with telling():
            for row in self.db.execute(query, tuple(found)):
                found[row[1]].append(PageRow._make(row))
        return found

    def pages_of(self, *sorts: str) -> list[PageRow]:
        """Return the files that are about subjects of some sorts: what these begin with."""
        query = "SELECT * FROM page WHERE subject >= ? AND subject < ? ORDER BY path"
        found: list[PageRow] = []
        with telling():
            for sort in sorts:
                rows = self.db.execute(query, (f"{sort} ", f"{sort} {LAST}"))
                found += (PageRow(*row) for row in rows)
        return found

    def count_pages(self) -> int:
        """Return how many files the output has."""
        with telling():
            count: int = self.db.execute("SELECT count(*) FROM page").fetchone()[0]
        return count

    def subjects(self) -> set[str]:
        """Return the subjects of all files of the output."""
        query = "SELECT DISTINCT subject FROM page WHERE subject != ''"
        with telling():
            return {subject for (subject,) in self.db.execute(query)}

    def subjects_made_with(self, makers: Iterable[str], tags: Iterable[str]) -> set[str]:
        """Return the subjects of all pages that some makers make or some languages speak on."""
        found: set[str] = set()
        with telling():
            for column, values in (("maker", makers), ("tag", tags)):
                for value in values:
                    query = f"SELECT DISTINCT subject FROM page WHERE {column} = ?"
                    found.update(subject for (subject,) in self.db.execute(query, (value,)))
        return found

    def paths_made_by(self, maker: str) -> list[str]:
        """Return the files that a maker makes, in order."""
        query = "SELECT path FROM page WHERE maker = ? ORDER BY path"
        with telling():
            return [path for (path,) in self.db.execute(query, (maker,))]

    def doubt(self, paths: Iterable[str]) -> None:
        """Remember that some files may hold anything; those not known are nobody's from now on."""
        with telling():
            for path in paths:
                self.db.execute(
                    "INSERT INTO page VALUES (?, '', '', '', x'', x'') "
                    "ON CONFLICT (path) DO UPDATE SET view = x'', bytes = x''",
                    (path,),
                )

    def doubtful(self) -> dict[str, str]:
        """Return the subject, "" for none, of each file that may hold anything."""
        with telling():
            return dict(self.db.execute("SELECT path, subject FROM page WHERE bytes = x''"))

    def change_pages(
        self, subjects: Iterable[str], orphans: Iterable[str], rows: Iterable[PageRow]
    ) -> None:
        """Remember the files of some subjects, and no others of theirs; forget orphans.

        Raises IntegrityError where a file belongs to another subject already.
        """
        with telling():
            self.db.executemany("DELETE FROM page WHERE subject = ?", ((s,) for s in subjects))
            self.db.executemany("DELETE FROM page WHERE path = ?", ((path,) for path in orphans))
            self.db.executemany("INSERT INTO page VALUES (?, ?, ?, ?, ?, ?)", rows)

    # --- what is still to do ---

    def todo(self) -> list[str]:
        """Return the subjects that still have to be brought up to date."""
        with telling():
            return [subject for (subject,) in self.db.execute("SELECT subject FROM todo")]

    def add_todo(self, subjects: Iterable[str]) -> None:
        """Remember that subjects have to be brought up to date."""
        with telling():
            self.db.executemany(
                "INSERT OR IGNORE INTO todo VALUES (?)", ((subject,) for subject in subjects)
            )

    def clear_todo(self) -> None:
        """Remember that everything is up to date."""
        with telling():
            self.db.execute("DELETE FROM todo")
