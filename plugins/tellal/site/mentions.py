"""Who names whom, among what may be seen: by a fact, or by the number of an act."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from tellal.site.listings import Listing, Listings
from tellal.site.seen import Seen


class Mentions(Seen):
    """What may be seen, and which of it names which."""

    def relations(self, folder: str) -> dict[str, Listings]:
        """Return the other publications that name this one, by the key of the relation."""
        found: dict[str, dict[str, Listing]] = defaultdict(dict)
        for key, other in self.mentioned.get(folder, ()):
            if key != "uses" and other.folder in self.by_folder and not self.is_gone(other):
                found[key][other.folder] = other
        own = self.by_folder.get(folder)
        if own and self.cited(own.number) is own:
            for other in self.citing.get(own.number, ()):
                if other is not own and not self.is_gone(other):
                    found["mentioned_in"].setdefault(other.folder, other)
        return {key: tuple(others.values()) for key, others in sorted(found.items())}

    def cited(self, number: str) -> Listing | None:
        """Return the act that a citation names, None where there is none, or more than one."""
        acts = self.numbered.get(number, ())
        return acts[0] if len(acts) == 1 else None

    @cached_property
    def mentioned(self) -> dict[str, list[tuple[str, Listing]]]:
        """Return by folder who mentions it, and by which key it is named back.

        Those that may be seen come first, in their order; then those that wait.
        """
        found: dict[str, list[tuple[str, Listing]]] = defaultdict(list)
        waiting = (listing for listing in self.known if listing.folder not in self.by_folder)
        for listing in (*self.public, *waiting):
            for key, folder in listing.mentions:
                found[folder].append((key, listing))
        return found

    @cached_property
    def tied(self) -> dict[str, Listings]:
        """Return by folder what may be seen and names it in its facts."""
        return grouped((folder, one) for one in self.public for folder in one.matters)

    @cached_property
    def numbered(self) -> dict[str, Listings]:
        """Return the public acts by how a citation names them."""
        return grouped((one.number, one) for one in self.public if one.number)

    @cached_property
    def citing(self) -> dict[str, Listings]:
        """Return what may be seen and cites acts, by how it names them."""
        return grouped((cited, one) for one in self.public for cited in one.cites)


def grouped(pairs: Iterable[tuple[object, Listing]]) -> dict:  # type: ignore[type-arg]
    """Return the publications of each key, in their order."""
    groups: dict[object, list[Listing]] = defaultdict(list)
    for key, listing in pairs:
        groups[key].append(listing)
    return {key: tuple(group) for key, group in groups.items()}
