"""Templates and code -> the keys of all that the site can say."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import is_dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_origin

from jinja2 import Environment, nodes

from tellal.checks.privacy import LOOKS_PERSONAL
from tellal.domain.addresses import CHAPTERS
from tellal.domain.courses import Status
from tellal.domain.facts import KINDS, Approval, SessionStatus, Stage
from tellal.domain.languages import LANGUAGES, WRITTEN
from tellal.domain.office import Confidence, Duty, Unit
from tellal.domain.publication import Common, Standing, WithdrawalReason
from tellal.domain.values import Reference, Words
from tellal.outputs.templates import environment
from tellal.pages.courses import PERIODS
from tellal.pages.facts import ELSEWHERE, _snake
from tellal.pages.figures import CHARTS
from tellal.pages.register import label_of
from tellal.pages.searching.scripts import WORDS as SPOKEN_BY_SCRIPTS
from tellal.pages.verification import FILES
from tellal.reading.schema import types_of
from tellal.site.acts import AMENDED, REPEALED, ActState
from tellal.site.communications import COMMUNICATIONS, PROCEDURES
from tellal.site.force import PUBLICATION, REGISTRATION
from tellal.site.listings import RELATIONS
from tellal.site.requests import figures_of

MEASURES = ("notice", "minutes", "publication")
ACTS = ("decision", "regulation")
FIGURES = (
    *("communications", "communications_per_day", "working_days", "procedures"),
    *(f"publication_minutes_{name}" for name in ("median", "p90", "fastest", "slowest")),
    *(f"second_language_minutes_{name}" for name in ("median", "p90", "fastest", "slowest")),
    *("second_language_unknown", "second_language_none", "published"),
    *(f"languages_{name}" for name in ("present", "missing", "outdated", "derived")),
    *("languages_days_median", "languages_unknown"),
    *("attachments", "photos", "photos_undescribed"),
    "requests_outcome",
    *("acts_published", "acts_in", "acts_in_both_official_languages", "acts_scanned_only"),
    "acts_days_to_publication_median",
    *("sessions_held", "sessions_streamed", "sessions_with_minutes"),
    *("sessions_minutes_days_median", "sessions_notice_in_time", "sessions_called_off"),
    *("sessions_interrupted", "sessions_recorded", "sessions_notice_days_median"),
    *("sessions_minutes_approved", "sessions_minutes_in_time"),
    *("sessions_on_youtube", "sessions_on_radio", "official_languages"),
    *("conferences_held", "presenters", "presenting_directorates", "presenting_enterprises"),
    *("directorate_presented", "enterprise_presented"),
)
"""The names of all figures, up to the dot."""
ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "theme" / "templates"
PACKAGE = ROOT / "plugins" / "tellal"


@cache
def theme() -> Environment:
    return environment(TEMPLATES)


def tree_of(template: str) -> nodes.Template:
    """Return the syntax of a template."""
    return theme().parse((TEMPLATES / template).read_text("utf-8"))


def said_in_templates() -> Iterator[str]:
    """Yield each key that stands in a template: given to `say`, or in a loop whose name is."""
    for name in theme().list_templates():
        tree = tree_of(name)
        for call in tree.find_all(nodes.Call):
            yield from _given(call)
        for loop in tree.find_all(nodes.For):
            if _is_said(loop):
                yield from _first_texts(loop.iter)


def _given(call: nodes.Call) -> Iterator[str]:
    """Yield the constants given to `say`, to `say.count`, or to a macro together with `say`."""
    if _is_say(call):
        yield from _choices(call.args[0])
    elif isinstance(call.node, nodes.ExtensionAttribute):  # the head of a part made once
        return
    elif any(isinstance(given, nodes.Name) and given.name == "say" for given in call.args):
        for given in call.args:
            yield from _choices(given)


def _is_say(call: nodes.Call) -> bool:
    asked = call.node
    is_count = isinstance(asked, nodes.Getattr) and asked.attr == "count"
    return is_count or (isinstance(asked, nodes.Name) and asked.name == "say")


def _choices(node: nodes.Node | None) -> Iterator[str]:
    match node:
        case nodes.Const(value=str(text)):
            yield text
        case nodes.CondExpr(expr1=one, expr2=other):
            yield from _choices(one)
            yield from _choices(other)


def _is_said(loop: nodes.For) -> bool:
    """Return whether the first name of a loop is given to `say` as it is."""
    target = loop.target.items[0] if isinstance(loop.target, nodes.Tuple) else loop.target
    return any(
        _is_say(call) and call.args[0] == nodes.Name(target.name, "load")  # type: ignore[attr-defined]
        for call in loop.find_all(nodes.Call)
        if call.args
    )


def _first_texts(node: nodes.Node) -> Iterator[str]:
    for item in getattr(node, "items", ()):
        yield from _choices(item.items[0] if isinstance(item, nodes.Tuple) else item)


def said_in_code() -> Iterator[str]:
    """Yield each key that stands in the code: asked of `messages`, given to `say`, or a `Term`."""
    for file in sorted(PACKAGE.rglob("*.py")):
        if file.parent.name == "desk":
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            match node:
                case ast.Subscript(value=ast.Attribute(attr="messages"), slice=asked):
                    yield from _constants(asked)
                case ast.Call(
                    func=ast.Name(id="say" | "self" | "Term" | "Sentence"), args=[asked, *_]
                ):
                    yield from _constants(asked)
                case ast.Call(func=ast.Attribute(attr="counted"), args=[asked, *_]):
                    yield from _constants(asked)
                case ast.Call(func=ast.Attribute(attr="some"), args=pairs):
                    yield from (one for pair in pairs for one in _constants(pair.elts[0]))  # type: ignore[attr-defined]
                case ast.Call(func=ast.Attribute(attr="count"), args=[asked, _]):
                    yield from _constants(asked)
                case ast.keyword(arg="reason", value=ast.IfExp(orelse=asked)):
                    yield from _constants(asked)


def _constants(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def families() -> Iterator[str]:
    """Yield each key that templates and code put together: a word for all that the domain knows."""
    for kind in KINDS:
        yield f"kind_{kind.name}"
        yield f"section_{kind.collection}"
        yield from _facts(kind.facts)
    yield from _facts(Common)
    yield from (f"state_{state}" for state in states())
    yield from (f"state_{state.value}" for state in ActState)
    yield from (f"turn_{turn}" for turn in turns())
    yield from (f"related_{key}" for key in (*RELATIONS.values(), "about", "mentioned_in"))
    yield from (f"language_{tag}" for tag in {*WRITTEN, *(one.tag for one in LANGUAGES)})
    yield from (f"withdrawal_reason_{reason.value}" for reason in WithdrawalReason)
    yield from (f"measured_{one}" for one in MEASURES)
    yield from (f"verify_link_{name}" for name in FILES)
    yield from (f"exception_{rule.replace('-', '_')}" for rule in LOOKS_PERSONAL)
    yield from _counted()
    yield from (f"standing_{one.value}" for one in Standing if one is not Standing.ORIGINAL)
    yield from _law()
    yield from SPOKEN_BY_SCRIPTS


def _law() -> Iterator[str]:
    """Yield what is said of periods of the law, and of the figures of registers."""
    yield from (f"unit_{unit.value}" for unit in Unit)
    yield from (f"confidence_{one.value}" for one in Confidence)
    yield from (f"period_{name}" for name in (*PERIODS.values(), *MEASURES[:2], "in_force"))
    yield from (f"step_{name}" for name in ("answer", "complaint", "review", "decision"))
    yield from (f"event_{name}" for name in "receipt notice refusal silence complaint".split())
    yield from (f"event_{name}" for name in ("session", REGISTRATION, PUBLICATION))
    yield from (label_of(figure.key) for figure in figures_of([]))
    yield from ("register_by_time", "register_days")
    yield from (f"annual_{group}" for group in ("decisions", "pending", "time", "reasons"))


def _counted() -> Iterator[str]:
    """Yield what is said of figures: their names, chapters, charts, and phrases of their parts."""
    yield from (f"figure_{name}" for name in FIGURES)
    yield from (f"chapter_{name}" for name in CHAPTERS)
    yield from (f"chart_{name}" for name in (*CHARTS.values(), "months", "parity"))
    yield from (f"report_{kind}" for kind in (*COMMUNICATIONS, *PROCEDURES, *ACTS))
    yield from ("report_language", "report_language_free")
    yield from ("report_directorate_presented", "report_enterprise_presented")
    yield from (f"duty_{duty.value}" for duty in Duty)
    yield from (
        "days",
        "working_days",
        "parity_missing",
        "parity_outdated",
        "parity_slowest",
        "more_in_data",
    )


def _facts(record: type[Any]) -> Iterator[str]:
    """Yield the label of each fact in a dataclass, and the words of its vocabularies."""
    for name, hint in types_of(record).items():
        if name in ELSEWHERE:
            continue
        yield f"fact_{name}"
        kind = get_args(hint)[0] if get_origin(hint) is tuple else hint
        if isinstance(kind, type) and issubclass(kind, Enum):
            yield from (f"{_snake(kind.__name__)}_{member.value}" for member in kind)
        elif is_dataclass(kind) and kind not in (Words, Reference):
            yield from _facts(kind)  # type: ignore[arg-type]


def turns() -> set[str]:
    """Return every turn in the life of an act, as acts.py names it."""
    source = ast.parse((PACKAGE / "site" / "acts.py").read_text("utf-8"))
    calls = (node for node in ast.walk(source) if isinstance(node, ast.Call))
    made = [call.args[0] for call in calls if getattr(call.func, "id", "") == "Turn"]
    named = {REGISTRATION, PUBLICATION, AMENDED, REPEALED}
    return named | {text for key in made for text in _constants(key)}


def states() -> set[str]:
    """Return every state: the words of states.py, and the members that it passes on."""
    source = ast.parse((PACKAGE / "site" / "states.py").read_text("utf-8"))
    returned = [node.value for node in ast.walk(source) if isinstance(node, ast.Return)]
    words = {
        text
        for value in returned
        if value
        for node in ast.walk(value)
        if isinstance(node, ast.Constant)
        for text in _constants(node)
    }
    return words | {one.value for kind in (Stage, SessionStatus, Approval, Status) for one in kind}
