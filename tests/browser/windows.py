"""The windows through which the tests look, and what they ask of the page behind one."""

from typing import Final

from playwright.sync_api import ViewportSize

WIDE: Final[ViewportSize] = {"width": 1280, "height": 900}
PHONE: Final[ViewportSize] = {"width": 360, "height": 740}
# What is left of the wide window when everything is enlarged to 400 %: WCAG 1.4.10.
ENLARGED: Final[ViewportSize] = {"width": 320, "height": 225}
# A4 without the margins of print.css, in CSS pixels.
PAPER: Final[ViewportSize] = {"width": 657, "height": 971}

# Where the keyboard walks, in each of three windows.
WALKED_WINDOWS: Final = {"wide": WIDE, "phone": PHONE, "enlarged": ENLARGED}
WALKED_PATHS: Final = (
    "",
    "sq/",
    "sr-cyrl/saopstenja/2026/03/bursat/",
    "sq/seanca/2026/03/seanca-2/",
    "tr/yonetmelikler/2026/03/parkimi/",
    "en/releases/",
    "sq/rregullore/2026/03/parkimi/krahas/",
    "sr/zahtevi/2026/",
    "sq/qasja/",
    "sq/kerkim/",
    "sq/verifikimi/",
    "sq/komunikata/2026/03/bursat/ndryshimet/",
)

# Spacing that a reader may set: WCAG 1.4.12.
SPACED: Final = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important }
* { word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }
"""

# -> The elements that the keyboard should reach: all usable ones that are there to be seen.
USABLE: Final = """() => {
  const usable = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  return [...document.querySelectorAll(usable)]
    .filter((element) => element.checkVisibility())
    .map((element) => element.outerHTML.slice(0, 150));
}"""

# -> The element with the focus, whether a ring is around it, and whether some of it can be seen.
FOCUSED: Final = """() => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const shown = [...element.getClientRects()].some((box) => {
    const hit = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    return hit && element.contains(hit);
  });
  return {
    html: element.outerHTML.slice(0, 150),
    ringed: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    shown,
  };
}"""

# -> What stands wider than the window, but for what scrolls inside a box of its own.
SIDEWAYS: Final = """() => {
  const page = document.scrollingElement;
  if (page.scrollWidth <= innerWidth) return [];
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
    .map((element) => element.outerHTML.slice(0, 100));
}"""

# -> Texts that are cut off, or that run over the edge of the coloured box in which they stand.
LOST: Final = """() => {
  const lost = [];
  for (const element of document.querySelectorAll("body *")) {
    if (!element.checkVisibility() || element.closest(".hidden, svg")) continue;
    const style = getComputedStyle(element);
    const scrolls = ["auto", "scroll"].includes(style.overflowX);
    const cuts = style.overflowX !== "visible" && !scrolls;
    if (cuts && element.scrollWidth > element.clientWidth + 1) lost.push(`cut: ${name(element)}`);
    const isCut = cuts && element.scrollHeight > element.clientHeight + 1;
    if (isCut && !isInMenu(element)) lost.push(`cut: ${name(element)}`);
    const boxed = style.backgroundColor !== "rgba(0, 0, 0, 0)" || style.borderRightWidth !== "0px";
    if (boxed && !scrolls && style.display !== "inline" && runsOver(element)) {
      lost.push(`over the edge: ${name(element)}`);
    }
  }
  return lost;

  function name(element) {
    return element.outerHTML.slice(0, 100);
  }

  // Whether what wrapped out of the row is wholly out of sight, and stands in the menu beside it.
  function isInMenu(row) {
    const { bottom } = row.getBoundingClientRect();
    const menu = [...row.parentElement.querySelectorAll(".menu-all a")].map((link) => link.href);
    const links = [...row.querySelectorAll(".menu-row > li > a")];
    return links.length > 0 && links.every((link) => {
      const box = link.getBoundingClientRect();
      return box.bottom <= bottom + 1 || (box.top >= bottom - 1 && menu.includes(link.href));
    });
  }

  function runsOver(element) {
    const box = element.getBoundingClientRect();
    const range = document.createRange();
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      if (texts.currentNode.parentElement.closest(".table, .hidden")) continue;
      range.selectNodeContents(texts.currentNode);
      for (const line of range.getClientRects()) {
        if (line.right > box.right + 1 || line.left < box.left - 1) return true;
      }
    }
    return false;
  }
}"""

# -> Elements with text whose colours a reader with a high-contrast setting could not choose.
OPTED_OUT: Final = """() => [...document.querySelectorAll("body *")]
  .filter((element) => !element.closest("svg"))
  .filter((element) => getComputedStyle(element).forcedColorAdjust !== "auto")
  .map((element) => element.outerHTML.slice(0, 100))"""
