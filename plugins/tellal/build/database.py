"""One SQLite file, safe to delete: its tables, its transactions, and what shows it is whole."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FORM = "2"
"""Changes whenever the tables do."""
TABLES = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS source (path TEXT PRIMARY KEY, modified INTEGER, changed INTEGER,
    size INTEGER, inode INTEGER, digest TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS listing (folder TEXT PRIMARY KEY, data BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS record (folder TEXT PRIMARY KEY, data BLOB);
CREATE TABLE IF NOT EXISTS body (folder TEXT, digest TEXT, html BLOB);
CREATE INDEX IF NOT EXISTS body_digest ON body (digest);
CREATE INDEX IF NOT EXISTS body_folder ON body (folder);
CREATE TABLE IF NOT EXISTS findable (folder TEXT, tag TEXT, excerpt TEXT, terms TEXT,
    PRIMARY KEY (folder, tag)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS block (language TEXT, month TEXT, data BLOB,
    PRIMARY KEY (language, month)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS claim (name TEXT, folder TEXT, PRIMARY KEY (name, folder)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS claim_folder ON claim (folder);
CREATE TABLE IF NOT EXISTS page (path TEXT PRIMARY KEY, subject TEXT, maker TEXT, tag TEXT,
    view BLOB, bytes BLOB) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS page_subject ON page (subject);
CREATE INDEX IF NOT EXISTS page_doubtful ON page (subject) WHERE bytes = x'';
CREATE TABLE IF NOT EXISTS todo (subject TEXT PRIMARY KEY) WITHOUT ROWID;
"""


class Broken(Exception):
    """The store cannot be used as it is."""


class Database:
    """One connection to a database. Every method may raise Broken, as the file may be anything."""

    def __init__(self, file: Path) -> None:
        """Connect to a file, which is made where there is none."""
        self.file = file
        with telling():
            self.db = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
            self.db.execute("PRAGMA synchronous = OFF")
            self.db.execute("PRAGMA cache_size = -16384")

    def close(self) -> None:
        """Close the connection."""
        self.db.close()

    def make(self) -> None:
        """Make the tables, where they are missing."""
        with telling():
            self.db.executescript(TABLES)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Write all or nothing."""
        with telling():
            self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            with telling():
                self.db.execute("ROLLBACK")
            raise
        with telling():
            self.db.execute("COMMIT")

    # --- what is remembered of the build itself ---

    def meta(self, key: str) -> bytes | None:
        """Return a value, None where there is none."""
        with telling():
            row = self.db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return opened(row[0]) if row else None

    def set_meta(self, key: str, value: bytes) -> None:
        """Keep a value."""
        with telling():
            self.db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, sealed(value)))


@contextmanager
def telling() -> Iterator[None]:
    """Say Broken where the database is; a full disk stays an error of the system.

    What SQLite says of a damaged table has the table's name in it, whose bytes may be no text.
    """
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except sqlite3.DatabaseError as error:
        if "disk is full" in str(error) or "disk I/O" in str(error):
            raise OSError(str(error)) from error
        raise Broken(str(error)) from error
    except UnicodeDecodeError as error:
        raise Broken(str(error)) from error


def sealed(data: bytes) -> bytes:
    """Return bytes with what shows later that they are still the same."""
    return zlib.crc32(data).to_bytes(4, "big") + data


def opened(data: bytes) -> bytes:
    """Return what was sealed. Raises Broken where it is not the same any more."""
    if zlib.crc32(data[4:]).to_bytes(4, "big") != data[:4]:
        raise Broken("a row is not as it was written")
    return data[4:]
