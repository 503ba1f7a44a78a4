"""The releases on a host, and the way back to one of them."""

from __future__ import annotations

from collections.abc import Sequence

from tellal.domain.findings import WrongAnswer
from tellal.publish.conversation import Conversation
from tellal.publish.records import Listed, listed
from tellal.publish.releases import State, look_at, state_of

NO_RELEASE = 'There is no release "{name}". These are there: {known}.'
NONE_BEFORE = "There is no release before the public one."
ALREADY = "Release {name} is the public one already."


def list_releases(talk: Conversation) -> list[Listed]:
    """Return the releases on a host, the newest first."""
    state = state_of(talk)
    return listed(state.names, state.public, state.shown, talk.ask("records"))


def roll_back(talk: Conversation, wanted: str | None, owner: str) -> str:
    """Make another release public again, without a name the one before; return its name."""
    state = state_of(talk)
    name = chosen(state, wanted)
    talk.ask("switch", name)
    talk.ask("hold", f"{state.public} {owner}")
    return name


def damage_in(talk: Conversation, name: str) -> Sequence[str]:
    """Return the files of a release that are not as they were published."""
    found = next(one for one in list_releases(talk) if one.name == name)
    return look_at(talk, name, found.release.manifest if found.release else "").bad


def chosen(state: State, wanted: str | None) -> str:
    """Return the release to go back to, the one before the public one where none is named.

    Raises WrongAnswer where there is none, or it is public already.
    """
    if wanted is None:
        before = [name for name in state.names if name < (state.public or "")]
        if not before:
            raise WrongAnswer(NONE_BEFORE)
        return before[-1]
    for name in state.names:
        number = name.partition("-")[0]
        if wanted == name or (wanted.isdecimal() and int(wanted) == int(number)):
            if name == state.public:
                raise WrongAnswer(ALREADY, name=name)
            return name
    raise WrongAnswer(NO_RELEASE, name=wanted, known=", ".join(state.names) or "–")
