"""WorkReportView -> PDF by typst: tagged, with its links and charts, the same bytes for a view.

Every text goes in as a string of typst's, so that nothing in it can be taken for markup.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

from tellal.domain.languages import language_of
from tellal.outputs.charts import amount_of, in_colour, label_of
from tellal.outputs.pdf_packing import packed
from tellal.outputs.say import Say
from tellal.pages.views import (
    Amount,
    ChapterView,
    Chart,
    Counted,
    CountedList,
    FigureLine,
    Sentence,
    WorkReportView,
)

STANDARD: Final = "ua-1"
"""PDF/UA: who does not see the page hears it in the right order."""
HEAD = """\
#set document(title: {title}, author: {author}, date: none)
#set page(paper: "a4", margin: (x: 20mm, top: 24mm, bottom: 22mm), header: context \
if counter(page).get().first() > 1 {{ text(size: 8.5pt)[#{author}; #h(1fr) #{title};] }}, \
footer: context text(size: 8.5pt)[#h(1fr) {footer}])
#set text(font: "Libertinus Serif", size: 10.5pt, lang: "{lang}", hyphenate: false, \
ligatures: false)
#set par(leading: 0.62em, spacing: 0.9em)
#set table(stroke: (x, y) => (bottom: 0.4pt + luma(170)), inset: (x: 4pt, y: 3.5pt))
#set enum(tight: true, spacing: 0.55em)
#show heading: set block(above: 1.5em, below: 0.8em, sticky: true)
#show title: set text(size: 21pt)
#show link: set text(fill: rgb("#124a94"))
"""


def render_pdf(view: WorkReportView, say: Say) -> bytes:
    """Return the report as a PDF."""
    import typst  # not at the head: it loads a typesetter, for reports alone

    source = "\n".join(_document(view, say)).encode()
    pdf = typst.compile(
        source, format="pdf", ignore_system_fonts=True, pdf_standards=STANDARD, timestamp=0
    )
    return packed(pdf)


def _document(view: WorkReportView, say: Say) -> Iterator[str]:
    period = f"{say.day(view.first)} – {say.day(view.last)}"
    yield HEAD.format(
        title=_text(f"{say('report_title')}, {period}"),
        author=_text(f"{view.office}, {view.municipality}"),
        footer=_footer(say),
        lang=language_of(view.tag).written,
    )
    yield f"{_in(view.state)} · #link({_text(view.home)})[{_in(view.municipality)}]"
    yield f" · {_in(view.office)}\n"
    yield f"#title[{_in(say('report_title'))}]\n#text(size: 13pt)[{_in(period)}]\n"
    for one in view.opening:
        yield _paragraph(one, say)
    for chapter in view.chapters:
        yield from _chapter(chapter, say)
    yield _heading(1, say("report_basis_title"), "basis")
    yield f"{_in(say('report_basis', moment=say.moment(view.as_of)))}\n"
    yield f'#text(font: "DejaVu Sans Mono", size: 7.5pt)[{_in(view.digest)}]\n'
    yield f"{_in(say('how_counted'))}\n"
    yield f"#pagebreak()\n{_heading(1, say('report_lists'), 'lists')}"
    for chapter in view.chapters:
        if chapter.lists:
            yield f"#heading(level: 2)[{_in(say(f'chapter_{chapter.name}'))}]\n"
        for behind in chapter.lists:
            yield from _list(behind, say)


def _footer(say: Say) -> str:
    """Return the number of the page, in the words of the language."""
    pieces = re.split(r"\{(n|all)\}", say("report_page"))
    counters = {"n": "#counter(page).display()", "all": "#counter(page).final().first()"}
    return "".join(counters.get(piece) or _in(piece) for piece in pieces if piece)


def _chapter(chapter: ChapterView, say: Say) -> Iterator[str]:
    yield _heading(1, say(f"chapter_{chapter.name}"), f"chapter-{chapter.name}")
    for one in chapter.sentences:
        yield _paragraph(one, say)
    if chapter.charts:
        charts = ", ".join(_chart(chart, say) for chart in chapter.charts)
        yield f"#block(above: 1.4em)[#grid(columns: 2, column-gutter: 10mm, {charts})]\n"
    heads = (say("figure"), say("value"))
    cells = [f"table.header({', '.join(f'strong[{_in(head)}]' for head in heads)})"]
    cells += [cell for line in chapter.lines for cell in _row(line, say)]
    yield f"#table(columns: (1fr, auto), align: (start, end), {', '.join(cells)})\n"


def _chart(chart: Chart, say: Say) -> str:
    """Return a chart with its title; who does not see it hears what it shows."""
    title = say(f"chart_{chart.name}")
    told = "; ".join(f"{label_of(bar, say)}: {amount_of(bar, say)}" for bar in chart.bars)
    image = f"image(bytes({_text(in_colour(chart, say))}), width: 80mm, alt: {_text(told)})"
    return f"[#text(weight: 700)[{_in(title)}]\n\n#{image}]"


def _row(line: FigureLine, say: Say) -> Iterator[str]:
    yield f"[{_in(say.label(line))}]"
    of = say.out_of(line)
    yield f"[{_amount(line.amount, say)}{_in(f' {of}') if of else ''}]"


def _amount(amount: Amount, say: Say) -> str:
    return _linked(say.amount(amount.value, amount.measure), amount.to)


def _paragraph(told: Sentence, say: Say) -> str:
    return "".join(_linked(part.text, part.to) for part in say.parts(told)) + "\n"


def _linked(text: str, to: str | None) -> str:
    """Return a text that leads to a list of the document, or to a page of the site."""
    if to is None:
        return _in(text)
    where = f"<{to[1:]}>" if to.startswith("#") else _text(to)
    return f"#link({where})[{_in(text)}]"


def _list(one: CountedList, say: Say) -> Iterator[str]:
    labels = (
        f"{say.label(line)} ({say.amount(line.amount.value, line.amount.measure)})"
        for line in one.lines
    )
    yield _heading(3, "; ".join(labels), one.anchor)
    items = ", ".join(f"[{_entry(entry, say)}]" for entry in one.entries)
    yield f"#block[#set text(size: 8.5pt)\n#enum({items})]\n"


def _entry(entry: Counted, say: Say) -> str:
    day = _in(f"{say.day(entry.on)} ") if entry.on else ""
    amount = entry.amount and say.amount(entry.amount.value, entry.amount.measure)
    after = _in(f" ({amount})") if amount else ""
    title = _linked(entry.title.text, entry.address)
    if entry.title.lang:
        title = f'#text(lang: "{language_of(entry.title.lang).written}")[{title}]'
    return f"{day}{title}{after}"


def _heading(level: int, text: str, anchor: str) -> str:
    return f"#heading(level: {level})[{_in(text)}] <{anchor}>\n"


def _in(text: str) -> str:
    """Return a text to stand in markup."""
    return f"#{_text(text)};"


def _text(text: str) -> str:
    r"""Return a text as typst writes a string.

    >>> _text('a "b" \\ c')
    '"a \\"b\\" \\\\ c"'
    """
    return json.dumps(" ".join(text.split(" ")), ensure_ascii=False)
