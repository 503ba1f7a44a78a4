"""Templates place what they are given: no word, no address and no rule of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from jinja2 import StrictUndefined, UndefinedError, meta, nodes

from tellal.domain.facts import KINDS
from tellal.pages.views import Said
from tests.outputs.keys import TEMPLATES, theme, tree_of

ALL = sorted(file.relative_to(TEMPLATES).as_posix() for file in TEMPLATES.rglob("*"))
ALL = [name for name in ALL if name.endswith(".html")]
PAGES = [name for name in ALL if name.startswith("pages/")]
LONGEST = 60
# Names of formats, the same in every language.
NAMES = {"RSS", "Atom", "JSON Feed", "ZIP"}
HEAD = re.compile(r"\{# (?P<text>[A-Z].+?) #\}\n", re.DOTALL)
RECEIVES = re.compile(r"Receives: (?P<names>[^#.]+?)\.")
# What is made of a text for its page.
MADE = {"comparisons", "contents", "forms", "linked", "pairs"}
# What Jinja fills in; no text of a template holds this sign.
FILLED = "\0"
READ_ALOUD = re.compile(r'\b(?:alt|title|aria-label|placeholder|value|label)="([^"]*)"')
LEADS = re.compile(r'\b(?:href|src|action|cite|srcset|poster|data)="([^"]*)"')
# An address as given, a place on the page, a number to call or an office to write to, the theme.
ADDRESS = re.compile(rf"{FILLED}|#({FILLED}|[a-z-]+)|(tel|mailto):{FILLED}|{FILLED}/theme/[\w./-]+")


def source(template: str) -> str:
    return (TEMPLATES / template).read_text("utf-8")


def written(template: str) -> str:
    """Return what stands in a template besides Jinja, with a sign for all that is filled in."""
    text = ""
    for _, kind, value in theme().lex(source(template)):
        if kind == "data":
            text += value
        elif kind == "variable_begin":
            text += FILLED
    return text


def chain(template: str) -> Iterator[nodes.Template]:
    """Yield the template and those that it extends."""
    tree = tree_of(template)
    yield tree
    for above in tree.find_all(nodes.Extends):
        assert isinstance(above.template, nodes.Const)
        yield from chain(above.template.value)


def needed(template: str) -> set[str]:
    """Return the names that a template must be given."""
    used: set[str] = set()
    made: set[str] = set()
    for tree in chain(template):
        used |= meta.find_undeclared_variables(tree)
        made |= set(_made(tree))
    return used - made


def _made(tree: nodes.Template) -> Iterator[str]:
    """Yield the names that a template sets or imports for all of itself."""
    for node in tree.body:
        match node:
            case nodes.Assign(target=nodes.Name(name=name)) | nodes.Macro(name=name):
                yield name
            case nodes.FromImport(names=names):
                yield from (name if isinstance(name, str) else name[1] for name in names)


@pytest.mark.parametrize("template", ALL)
def test_template_can_be_compiled(template: str) -> None:
    assert theme().get_template(template).name == template


@pytest.mark.parametrize("template", PAGES)
def test_page_uses_only_what_its_head_says_it_receives(template: str) -> None:
    told = RECEIVES.search(source(template))

    assert told, template
    assert needed(template) == set(told["names"].split(", "))
    assert needed(template) <= {"page", "say", "body", *MADE}


@pytest.mark.parametrize("template", [name for name in ALL if name.startswith("parts/")])
def test_part_uses_only_what_it_is_handed(template: str) -> None:
    assert needed(template) == set()


def once_in(template: str) -> Iterator[tuple[set[str], set[str]]]:
    """Yield of each part that is made once the names in its head, and those that it uses."""
    for block in tree_of(template).find_all(nodes.CallBlock):
        if isinstance(block.call.node, nodes.ExtensionAttribute):
            _, *head = block.call.args
            part = nodes.Template(block.body, lineno=1).set_environment(theme())
            names = {name.name for name in head if isinstance(name, nodes.Name)}
            yield names, meta.find_undeclared_variables(part)  # type: ignore[arg-type]


def lasting(template: str) -> set[str]:
    """Return what is the same for every page: what a template imports, and its constants."""
    body = tree_of(template).body
    varying = {
        name
        for node in body
        if isinstance(node, nodes.Assign) and list(node.node.find_all(nodes.Name))
        for name in _made(nodes.Template([node], lineno=1))
    }
    return set(_made(tree_of(template))) - varying


@pytest.mark.parametrize("template", ALL)
def test_what_is_made_once_uses_nothing_but_what_its_head_names(template: str) -> None:
    for head, used in once_in(template):
        assert used - lasting(template) <= head
        assert head <= used
        assert not {"page", "body", "shell"} & head


def test_masthead_and_foot_are_made_once() -> None:
    assert [head for head, _ in once_in("parts/masthead.html")] == [
        {"place", "here", "current", "say"}
    ]
    assert [head for head, _ in once_in("parts/foot.html")] == [{"place", "feeds", "say"}]


def test_nothing_is_global() -> None:
    assert theme().globals == {}


def test_a_misspelt_name_stops_the_build_and_every_text_is_escaped() -> None:
    env = theme()

    assert env.undefined is StrictUndefined
    assert env.autoescape is True
    with pytest.raises(UndefinedError, match="pgae"):
        env.from_string("{{ pgae.title }}").render(page=Said("x"))
    with pytest.raises(AttributeError, match="titel"):
        env.from_string("{{ page.titel }}").render(page=Said("x"))
    assert env.from_string("{{ text }}").render(text="<b>") == "&lt;b&gt;"


@pytest.mark.parametrize("template", ALL)
def test_no_template_calls_a_text_safe(template: str) -> None:
    filters = [node.name for node in tree_of(template).find_all(nodes.Filter)]

    assert not {"safe", "tojson", "xmlattr", "striptags", "forceescape"} & set(filters)
    assert list(tree_of(template).find_all((nodes.MarkSafe, nodes.EvalContextModifier))) == []


@pytest.mark.parametrize("template", ALL)
def test_template_says_at_its_head_what_it_is(template: str) -> None:
    assert HEAD.match(source(template))


@pytest.mark.parametrize("template", ALL)
def test_template_is_short(template: str) -> None:
    assert len(source(template).splitlines()) <= LONGEST


@pytest.mark.parametrize("template", ALL)
def test_no_word_that_a_reader_sees_is_written_in_a_template(template: str) -> None:
    text = written(template)
    between_tags = re.sub(r'<[^>]*>| [a-z-]+="[^"]*"', " ", text)
    seen = [between_tags, *READ_ALOUD.findall(text), *_said(template)]

    assert [word for part in seen for word in re.findall(r"[^\W\d_]+", part)] == []


def _said(template: str) -> Iterator[str]:
    """Yield the constants that are shown as they are."""
    for output in tree_of(template).find_all(nodes.Output):
        for node in output.nodes:
            parts = [node] if isinstance(node, nodes.Const) else []
            if isinstance(node, nodes.CondExpr | nodes.Concat):
                parts = [part for part in node.iter_child_nodes() if isinstance(part, nodes.Const)]
            yield from (part.value for part in parts if isinstance(part.value, str))


@pytest.mark.parametrize("template", ALL)
def test_every_constant_is_a_name_for_machines_or_the_name_of_a_format(template: str) -> None:
    texts = {
        const.value
        for const in tree_of(template).find_all(nodes.Const)
        if isinstance(const.value, str)
    }
    machines = re.compile(r"[a-z0-9_+./ -]*[\u00a0]?|[:,;()–-]* ?")

    assert {text for text in texts if not machines.fullmatch(text)} <= NAMES


@pytest.mark.parametrize("template", ALL)
def test_no_address_is_put_together_in_a_template(template: str) -> None:
    addresses = LEADS.findall(written(template))

    assert [address for address in addresses if not ADDRESS.fullmatch(address)] == []
    for node in tree_of(template).find_all((nodes.Concat, nodes.Add)):
        names = {part.attr for part in node.find_all(nodes.Getattr)}
        assert names.isdisjoint({"address", "url", "home", "root", "canonical"})


def test_every_kind_has_a_template_and_every_template_is_asked_for() -> None:
    others = "calendar calendar_month chooser error gone home".split()
    others += "index list missing month moved parallel year".split()

    others += "figure_lists parity parity_year statistics".split()
    others += "annual register register_part register_year short".split()
    others += "accessibility comparison forms letters media offline search verification".split()
    wanted = [f"pages/{name}.html" for name in (*others, *(kind.name for kind in KINDS))]
    assert sorted(wanted) == PAGES
    included = {
        node.template.value  # type: ignore[attr-defined]
        for name in ALL
        for node in tree_of(name).find_all(
            (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)
        )
    }
    assert included == {name for name in ALL if not name.startswith(("pages/", "documents/"))}
