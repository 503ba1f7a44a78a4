"""Changes -> the store renewed and a list of what is to be done, or every reason for refusing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import closing
from datetime import datetime
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from tellal.build.store import Store
from tellal.checks import ALONE, TOGETHER, check
from tellal.checks.collection import Collection
from tellal.checks.names import claims_of_the_site
from tellal.compiler.archive import Archive, Overlay, unpacked_listing
from tellal.compiler.crew import Crew
from tellal.compiler.indexing import reindex
from tellal.compiler.moments import KnownClock, Moments
from tellal.compiler.packing import packed
from tellal.compiler.pasts import Pasts, keep_pasts
from tellal.compiler.planning import named_by, split_by_face, turned, window
from tellal.compiler.reading import Clerk, Desk, Filed, desk_of
from tellal.compiler.sources import THEME, Changes, theme_digests
from tellal.compiler.themes import Stamps, stamps_before, words_and_stamps
from tellal.compiler.turns import is_in_window, keep_window
from tellal.domain.editions import Attached, Publication
from tellal.domain.findings import Finding, Refused
from tellal.domain.office import Office
from tellal.domain.swift_dataclasses import dataclass
from tellal.outputs.words import Words, messages_of
from tellal.pages.subjects import STATIC, Subject, alarmed, subject_from, subjects_of
from tellal.pages.touched import showing, touched
from tellal.pages.voice import voices_of
from tellal.reading.annals import Annals
from tellal.reading.office import read_office
from tellal.settings import Settings
from tellal.site.phases import seconds
from tellal.site.site import Site

RESERVED = "office"
"""The folder that has the addresses which no publication may have."""
EVERYTHING = ("",)
FEW = 8
"""Folders of which git is asked one by one; of more it tells everything once."""
TIMED_BY_LAW = ("requests/", "decisions/", "regulations/")
"""Where the states of publications turn by the periods and days off of the office's data."""


def renew(
    settings: Settings,
    archive: Archive,
    before: Site | None,
    changed: Changes,
    moments: Moments,
    crew: Crew,
) -> Site:
    """Bring the store up to date with content, as of a moment; return the site that it has then.

    `before` is the site that it had, None for an empty one. Raises Refused with every finding;
    then the store stays as it was.
    """
    store = archive.store
    office, findings = _office(settings.content, before, changed)
    if office is None:
        desk = desk_of(changed, EVERYTHING)
        papers = desk.papers(settings.content, lambda _: {})
        found = crew.read(Clerk(None, None), papers, len(desk.folders))
        raise Refused([*findings, *desk.findings, *(one for f in found for one in f.findings)])
    as_of = moments.as_of(office.card)
    again = EVERYTHING if before is None else _read_again(before.office, office)
    with store.writing():
        themed = theme_digests(store, changed)
        words, stamps = words_and_stamps(store, settings.theme, office.languages, themed)
        desk = desk_of(changed, again)
        is_whole = len(desk.folders) > FEW
        with closing(Annals(settings.content, is_whole, changed.pasts.commit)) as annals:
            renewal = Renewal(settings, store, archive, before, office, as_of, desk, words, annals)
            return renewal.run(changed, stamps, crew)


def site_before(archive: Archive) -> Site | None:
    """Return the site that a store has, None where it has none yet."""
    as_of = archive.store.meta("as_of")
    if as_of is None:
        return None
    office = archive.office()
    moment = datetime.fromtimestamp(int(as_of), ZoneInfo(office.card.time_zone))
    return Site(office, moment, archive.listings(), archive)


def _office(
    content: Path, before: Site | None, changed: Changes
) -> tuple[Office | None, list[Finding]]:
    if before is None or changed.below("office/"):
        return read_office(content)
    return before.office, []


def _read_by(office: Office) -> tuple[object, ...]:
    """Return all of an office that texts are read by, or that says when something turns."""
    card = office.card
    hours = (card.session_hours, card.event_hours, card.closing_soon_days)
    return (card.languages, card.time_zone, card.grace_days, hours, office.duties)


def _read_again(before: Office, office: Office) -> tuple[str, ...]:
    """Return below which folders texts and listings would be read in another way."""
    if _read_by(before) != _read_by(office):
        return EVERYTHING
    by_law = (before.deadlines, before.holidays) != (office.deadlines, office.holidays)
    return TIMED_BY_LAW if by_law else ()


@dataclass(frozen=True)
class Renewal:
    """One renewal of a store, within its transaction."""

    settings: Settings
    store: Store
    archive: Archive
    before: Site | None
    office: Office
    as_of: datetime
    desk: Desk
    words: Words
    annals: Annals

    def run(self, changed: Changes, stamps: Stamps, crew: Crew) -> Site:
        """Return what the store has now. Raises Refused."""
        olds = self._olds()
        filed = self._file(crew)
        findings = [*self.desk.findings, *(one for some in filed for one in some.findings)]
        self.archive.forget()
        site = self._site(filed)
        moved = self._moved
        findings += self._check(site, olds, moved)
        if findings:
            raise Refused(findings)
        subjects = reindex(self.store, site, {*olds, *moved}, self._whole)
        self.archive.forget_blocks()
        subjects |= self._subjects(site, olds, moved)
        subjects |= self._themed(changed, stamps)
        self._keep(site, changed, subjects)
        return site

    @property
    def _whole(self) -> bool:
        """Return whether everything may be another: nothing is known yet, or the office is."""
        return self.before is None or self.before.office.lasting != self.office.lasting

    def _olds(self) -> dict[str, Publication | None]:
        """Return the publications that are read anew or gone, as they were."""
        folders = {*self.desk.folders, *self.desk.gone}
        return {f: None if self._whole else self.archive.find(f) for f in folders}

    def _file(self, crew: Crew) -> list[Filed]:
        """File what can be read, and forget what cannot; return what became of each folder."""
        papers = self.desk.papers(self.settings.content, self._files, self.annals)
        clerk = Clerk(self.office, self.as_of)
        done = []
        for filed in crew.read(clerk, papers, len(self.desk.folders)):
            if filed.filing:
                self.store.keep(filed.filing)
            else:
                self.store.remove(filed.folder)
            done.append(filed.noted())
        for folder in self.desk.gone:
            self.store.remove(folder)
        return done

    def _files(self, folder: str) -> dict[str, Attached]:
        """Return the files of a folder as they were read before, by their paths."""
        publication = self.archive.find(folder)
        return {file.path: file for file in publication.files} if publication else {}

    def _site(self, filed: Iterable[Filed]) -> Site:
        """Return the site as it is now: the one from before where nothing it knows is another."""
        old = {listing.folder: listing for listing in self.before.known} if self.before else {}
        new = {one.folder: unpacked_listing(one.filing.listing) for one in filed if one.filing}
        same = all(old.get(folder) == listing for folder, listing in new.items())
        left = {*self.desk.folders, *self.desk.gone} - new.keys()
        if self.before and same and not left & old.keys() and self._stands_still():
            self.before.counted.clear()  # what was read anew may count otherwise all the same
            return self.before
        known = {folder: listing for folder, listing in old.items() if folder not in left} | new
        return Site(self.office, self.as_of, tuple(known.values()), self.archive)

    def _stands_still(self) -> bool:
        """Return whether the office is the same one, and nothing turned since the last build."""
        assert self.before
        same = self.before.office == self.office and not self._alarmed
        return same and not self._moved

    @property
    def _alarmed(self) -> bool:
        """Return whether there is another emergency now, or none any more."""
        assert self.before
        was = self.before.office.emergency_at(self.before.as_of)
        return was != self.office.emergency_at(self.as_of)

    def _themed(self, changed: Changes, stamps: Stamps) -> set[Subject]:
        """Return the subjects whose pages are made of another theme now."""
        made = self.store.subjects_made_with(*stamps.other_than(stamps_before(self.store)))
        static = {STATIC} if changed.below(f"{THEME}static/") else set()
        return {*map(subject_from, made), *static}

    @cached_property
    def _moved(self) -> set[str]:
        """Return the folders of what is in another phase of its life than before."""
        if self.before is None or is_in_window(self.store, self.as_of):
            return set()
        return turned(self.before.known, self.before.as_of, self.as_of)

    def _check(
        self, site: Site, olds: Mapping[str, Publication | None], moved: set[str]
    ) -> list[Finding]:
        """Return the findings of all promises that a change may have broken."""
        known = {listing.folder for listing in site.known}
        if self._whole:
            self.store.claim(RESERVED, claims_of_the_site(self.office))
            shared = self.store.claimed_twice()
            linked = {listing.folder for listing in site.known if listing.linked}
            wholly = known if self.before else set()
        else:
            shared = self.store.claimants(self.store.claims_of(olds))
            linked = set(olds) | named_by(site.known, set(olds))
            wholly = moved
        folders = frozenset((known - self.desk.gone) | self.desk.with_text)
        findings: list[Finding] = []
        for some, promises in ((linked | shared | wholly, TOGETHER), (wholly, ALONE)):
            publications = tuple(self.archive.publication(f) for f in sorted(some & known))
            collection = Collection(
                publications, self.office, self.as_of, folders, self.archive.find
            )
            findings += check(collection, promises)
        return findings

    def _subjects(
        self, site: Site, olds: Mapping[str, Publication | None], moved: set[str]
    ) -> set[Subject]:
        """Return the subjects whose pages may not be what they were."""
        if self.before is None or self._whole:
            return {*subjects_of(site), *map(subject_from, self.store.subjects()), STATIC}
        news = {folder: self.archive.find(folder) for folder in olds}
        texts, faces = split_by_face(olds, news)
        subjects = showing(site, {folder: tags for folder, tags in texts.items() if tags})
        if faces := faces | moved:
            shelf = Overlay({f: was for f, was in olds.items() if was}, self.archive)
            old = Site(self.before.office, self.before.as_of, self.before.known, shelf)
            messages = messages_of(self.words)
            was, now = (voices_of(one, self.settings.url, messages) for one in (old, site))
            subjects |= touched(was, now, faces)
        if self._alarmed:
            subjects |= set(alarmed(language.tag for language in self.office.languages))
        return subjects

    def _keep(self, site: Site, changed: Changes, subjects: set[Subject]) -> None:
        """Remember what was read, as of which moment, and what is to be done now."""
        clock = KnownClock(self.office.card.time_zone, self.office.card.as_of)
        self.store.set_meta("office", packed(self.office))
        self.store.set_meta("as_of", str(seconds(self.as_of)).encode())
        if site is not self.before:
            keep_window(self.store, window(site, self.as_of), clock)
        self.store.set_meta("waiting", str(site.waiting).encode())
        self.store.change_sources(changed.gone, changed.rows)
        self.store.set_meta("scan", changed.scan)
        keep_pasts(self.store, self._pasts(changed.pasts))
        self.store.add_todo(map(str, subjects))

    def _pasts(self, known: Pasts) -> Pasts:
        """Return what is known of pasts, now that some folders were read anew."""
        asked = self.annals.asked
        left = known.folders - self.desk.folders.keys() - self.desk.gone
        commit = self.annals.commit if asked else known.commit
        return known._replace(commit=commit, folders=left | asked)
