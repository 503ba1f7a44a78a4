"""What the site was tested for, and what was found. Written by `invoke tested`."""

from datetime import date

from tellal.pages.views import Check, Tested, Tool

TESTED = Tested(
    on=date(2026, 11, 26),
    tools=(
        Tool("axe-core", "4.14.1"),
        Tool("Nu Html Checker", "26.9.27"),
        Tool("html-validate", "10.17.0"),
        Tool("Chromium", "156"),
    ),
    axe=Check(392),
    html=Check(1105),
    keyboard=Check(27),
    enlarged=Check(519),
    plain=Check(73),
    paper=Check(73),
)
