"""What the site's accessibility was tested for, and how it stood. Written by `invoke tested`."""

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
    axe=Check(300),
    html=Check(800),
    keyboard=Check(18),
    enlarged=Check(360),
    plain=Check(60),
    paper=Check(60),
)
