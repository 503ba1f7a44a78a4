"""Everything public as of a moment. It is asked, not walked: pages know these questions only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from tellal.checks.collection import values_of
from tellal.domain.editions import Publication
from tellal.domain.facts import Gathering, Kind, Session, SessionStatus
from tellal.domain.links import target_of
from tellal.domain.office import Office
from tellal.domain.values import Reference
from tellal.reading.slugs import slug_of
from tellal.site.states import has_expired, is_gone, moment_of, state_of

RELATIONS = {
    "amends": "amended_by",
    "repeals": "repealed_by",
    "session": "minutes",
    "decided_in": "decisions",
    "approved_in": "approved",
    "adopted_as": "outcome",
    "supersedes": "superseded_by",
    "withdrawn.replaced_by": "replaces",
}


@dataclass(frozen=True)
class Site:
    """All publications that may be seen, newest first; `waiting` counts those that may not yet."""

    office: Office
    as_of: datetime
    publications: tuple[Publication, ...]
    waiting: int = 0

    @cached_property
    def by_folder(self) -> dict[str, Publication]:
        """Return the publications by their folder."""
        return {publication.reference.folder: publication for publication in self.publications}

    def find(self, reference: Reference) -> Publication | None:
        """Return a publication, None where it may not be seen yet."""
        return self.by_folder.get(reference.folder)

    @cached_property
    def listed(self) -> tuple[Publication, ...]:
        """Return what lists show, newest first: dated, and not past its time on the site."""
        return tuple(
            publication
            for publication in self.publications
            if publication.reference.date and not has_expired(publication, self.as_of)
        )

    @cached_property
    def sections(self) -> dict[Kind, tuple[Publication, ...]]:
        """Return the lists of the sections that have something to show."""
        return _grouped((publication.kind, publication) for publication in self.listed)

    @cached_property
    def directorates(self) -> dict[str, tuple[Publication, ...]]:
        """Return the lists of the directorates that have something to show."""
        return _grouped(
            (str(publication.common.directorate), publication)
            for publication in self.listed
            if publication.common.directorate
        )

    @cached_property
    def tags(self) -> dict[str, tuple[Publication, ...]]:
        """Return the lists of the tags, by the slug of the tag."""
        return _grouped(
            (slug, publication)
            for publication in self.listed
            for slug in dict.fromkeys(slug for slug, _ in tags_of(publication))
        )

    @cached_property
    def tag_names(self) -> dict[str, str]:
        """Return each tag as first written, by its slug."""
        names: dict[str, str] = {}
        for publication in reversed(self.listed):
            for slug, tag in tags_of(publication):
                names.setdefault(slug, tag)
        return names

    @cached_property
    def pages(self) -> tuple[Publication, ...]:
        """Return the standing pages, those with a place in the menu first, in its order."""
        undated = [p for p in self.publications if p.reference.date is None]
        return tuple(sorted(undated, key=_menu_place))

    @cached_property
    def upcoming(self) -> tuple[Publication, ...]:
        """Return the events to come, the next one first."""
        gone = (SessionStatus.CANCELLED, SessionStatus.POSTPONED)
        events = [
            p
            for p in self.listed
            if isinstance(p.facts, Gathering | Session)
            and p.facts.starts > self.as_of
            and not is_gone(p, self.as_of)
            and getattr(p.facts, "status", None) not in gone
        ]
        return tuple(sorted(events, key=lambda p: (_start(p), p.reference)))

    @cached_property
    def open_now(self) -> tuple[Publication, ...]:
        """Return the competitions, consultations and notices that are open, by their last day."""
        opened = [p for p in self.listed if state_of(p, self.as_of) == "open"]
        return tuple(sorted(opened, key=lambda p: (closing_day(p), p.reference)))

    def relations(self, publication: Publication) -> dict[str, tuple[Publication, ...]]:
        """Return the other publications that name this one, by the key of the relation."""
        return self._relations.get(publication.reference.folder, {})

    @cached_property
    def _relations(self) -> dict[str, dict[str, tuple[Publication, ...]]]:
        found: dict[str, dict[str, list[Publication]]] = defaultdict(lambda: defaultdict(list))
        for publication in self.publications:
            if is_gone(publication, self.as_of):
                continue
            for folder, key in _mentions(publication):
                others = found[folder][key]
                if publication not in others:
                    others.append(publication)
        return {
            folder: {key: tuple(others) for key, others in sorted(by_key.items())}
            for folder, by_key in found.items()
        }


def build_site(publications: Iterable[Publication], office: Office, as_of: datetime) -> Site:
    """Return what may be seen as of a moment. The order in which publications come is no matter."""
    known = list(publications)
    public = [p for p in known if p.public_from(as_of.tzinfo) <= as_of]
    ordered = sorted(public, key=lambda p: (p.public_from(as_of.tzinfo), p.reference), reverse=True)
    ordered.sort(key=_issued, reverse=True)
    return Site(office, as_of, tuple(ordered), len(known) - len(public))


def tags_of(publication: Publication) -> Iterator[tuple[str, str]]:
    """Yield the slug and the text of each tag; the slug is the same in every language."""
    for tag in publication.common.tags:
        yield slug_of(tag, publication.original), tag


def closing_day(publication: Publication) -> date:
    """Return the day on which something open closes."""
    facts = publication.facts
    last = getattr(facts, "closes", None) or getattr(facts, "until", None)
    return last.date() if isinstance(last, datetime) else last or date.max


def _start(publication: Publication) -> datetime:
    return moment_of(publication.facts) or datetime.max.replace(tzinfo=None)


def _issued(publication: Publication) -> tuple[date, str]:
    clock = publication.common.time
    on = publication.reference.date or date.min
    return on, clock.isoformat() if clock else ""


def _menu_place(publication: Publication) -> tuple[int, Reference]:
    menu = getattr(publication.facts, "menu", None)
    return (menu if menu is not None else 10**9), publication.reference


def _grouped(pairs: Iterable[tuple[object, Publication]]) -> dict:  # type: ignore[type-arg]
    groups: dict[object, list[Publication]] = defaultdict(list)
    for key, publication in pairs:
        groups[key].append(publication)
    return {key: tuple(group) for key, group in groups.items()}


def _mentions(publication: Publication) -> Iterator[tuple[str, str]]:
    """Yield each folder that a publication names, with the key under which it is named back."""
    stated = set()
    for record in (publication.facts, publication.common):
        for key, reference in values_of(record, Reference):
            stated.add(reference.folder)
            yield reference.folder, RELATIONS.get(key, "mentioned_in")
    for edition in publication.editions:
        for link in edition.body.links:
            target = target_of(publication.reference, link)
            own = publication.reference.folder
            if target.file is None and target.folder not in stated and target.folder != own:
                yield target.folder, "mentioned_in"
