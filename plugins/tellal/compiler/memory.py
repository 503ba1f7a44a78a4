"""content/ -> Site in memory, for whoever writes nothing: checks, the desk, tests."""

from __future__ import annotations

from pathlib import Path

from tellal.checks import check_all
from tellal.compiler.building import NO_CONTENT
from tellal.compiler.moments import Moments
from tellal.domain.findings import Refused, WrongAnswer
from tellal.reading.content import Mapped, in_turn, read_content
from tellal.site.site import Site, build_site


def compile_site(root: Path, moments: Moments, mapped: Mapped = in_turn) -> Site:
    """Return the site of a content folder. Raises Refused with every finding, sorted."""
    if not root.is_dir():
        raise WrongAnswer(NO_CONTENT, folder=root)
    content, findings = read_content(root, mapped)
    if content.office is None:
        raise Refused(findings)
    as_of = moments.as_of(content.office.card)
    if findings := [*findings, *check_all(content, content.office, as_of)]:
        raise Refused(findings)
    return build_site(content.publications, content.office, as_of, content.texts)
