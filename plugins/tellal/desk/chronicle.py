"""The public log, for the staff: begun, brought up to date, handed over to another key."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from tellal.build.store import Store
from tellal.compiler.archive import Archive
from tellal.compiler.chronicle import stands_of
from tellal.compiler.packing import store_of
from tellal.desk.speech import sentence
from tellal.domain.findings import WrongAnswer
from tellal.publish.log import FILES, begin, extend, hand_over, lay_out_proofs, opened
from tellal.publish.signing import Signer
from tellal.publish.verify import Head, digest_of
from tellal.settings import Settings

NO_SIGNER = "No key is named. Set TELLAL_LOG_KEY to the file of the office's Ed25519 key."
NO_BUILD = "There is no finished site in {folder}. Build it first."
BEGUN = "The log has begun, signed by {key}. Print this fingerprint and hang it out in the office."
HANDED = "From line {count} on the log is signed by {key}. Publish it, and announce the new key."
ADDED = "The log: {count} lines, {new} of them new."
SAME = "The log: nothing new."


@dataclass(frozen=True)
class Chronicle:
    """The public log of a site, in a folder, with the key that signs it if one is named."""

    settings: Settings
    folder: Path
    key: str | None
    now: datetime
    language: str

    @property
    def moment(self) -> str:
        """Return the present moment as the log writes it."""
        return self.now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    @property
    def origin(self) -> str:
        """Return whose log it is: the address of the site without what every address has."""
        return f"{self.settings.url.partition('://')[2]}/log"

    @property
    def signer(self) -> Signer:
        """Return what signs. Raises WrongAnswer."""
        if not self.key:
            raise WrongAnswer(NO_SIGNER)
        return Signer(Path(self.key))

    def up_to_date(self, sha256_of: Callable[[str], str] | None = None) -> Head | None:
        """Add what became public with the last build; None where nothing did.

        `sha256_of` returns the digest of a file of the output, for whoever knows it.
        """
        output = self.settings.output
        entries = opened(self.folder).entries
        with closing(Store(store_of(self.settings.cache, output))) as store:
            office, seconds = Archive(store).office(), store.meta("as_of")
            if seconds is None:
                raise WrongAnswer(NO_BUILD, folder=output)
            as_of = datetime.fromtimestamp(int(seconds), ZoneInfo(office.card.time_zone))
            known = sha256_of or (lambda path: digest_of(output / path))
            stands = list(stands_of(store, as_of, known, entries))
        return extend(self.folder, stands, self.moment, self.signer)

    def files(self) -> dict[str, Path]:
        """Return the files of the log by their paths on the site, the proofs of its lines too."""
        proofs = lay_out_proofs(self.folder, self.settings.cache / "proofs")
        files = {name: self.folder / name for name in FILES} | proofs
        return {f"log/{path}": file for path, file in files.items()}

    def tell(self) -> int:
        """Bring the log up to date and say what was added."""
        before = len(opened(self.folder).entries)
        head = self.up_to_date()
        if head is None:
            print(sentence(SAME, self.language))
        else:
            print(sentence(ADDED, self.language, count=head.size, new=head.size - before))
        return 0

    def change_key(self, new: str | None, lost: str | None) -> int:
        """Begin the log with the key that is named, or let a new one sign from now on."""
        if not self.folder.exists():
            begin(self.folder, self.origin, self.moment, self.signer)
            print(sentence(BEGUN, self.language, key=self.signer.fingerprint))
            return 0
        old, signer = (None if lost else self.signer), Signer(Path(new)) if new else self.signer
        head = hand_over(self.folder, self.moment, old, signer, lost or "")
        print(sentence(HANDED, self.language, count=head.size, key=signer.fingerprint))
        return 0
