"""What a page may show: small frozen values, whole, and nothing besides them reaches a template.

Every text is already in its language and every address complete; a template places them and
speaks its own words and dates through `say`.
"""

from __future__ import annotations

from tellal.pages.views.acts import ActPeriod, ActTurn, ActView, SignedOriginal
from tellal.pages.views.lists import (
    ActRow,
    Entry,
    HomeView,
    IndexView,
    ListView,
    MonthOfEntries,
    MonthView,
    YearView,
)
from tellal.pages.views.machines import (
    CalendarView,
    Enclosure,
    Event,
    FeedItem,
    FeedView,
    FileView,
    MappedPage,
    SitemapIndexView,
    SitemapView,
    TableView,
)
from tellal.pages.views.parallel import ParallelView
from tellal.pages.views.publications import (
    BodyLink,
    Change,
    ChooserView,
    ErrorView,
    GoneView,
    MissingView,
    MovedView,
    Outdated,
    Picture,
    PublicationView,
)
from tellal.pages.views.requests import (
    AgencyRow,
    AgencyView,
    CourseView,
    DayShown,
    FigureGroup,
    FigureShown,
    PeriodShown,
    RegisterRow,
    RegisterView,
    StepShown,
)
from tellal.pages.views.shell import Alternate, ContactDetails, FeedLink, LanguageLink, Place, Shell
from tellal.pages.views.values import (
    Clock,
    Count,
    Day,
    File,
    Link,
    Moment,
    Record,
    RecordingTime,
    Row,
    Said,
    Term,
    Value,
)

View = (
    HomeView
    | ListView
    | YearView
    | MonthView
    | IndexView
    | PublicationView
    | ParallelView
    | MissingView
    | GoneView
    | MovedView
    | ChooserView
    | ErrorView
    | FeedView
    | SitemapView
    | SitemapIndexView
    | FileView
    | TableView
    | CalendarView
    | RegisterView
    | AgencyView
)


def bodies_of(view: View) -> tuple[str, ...]:
    """Return the digests of the texts that a view shows."""
    match view:
        case PublicationView(body=digest):
            return (digest,)
        case ParallelView(body=digest, other_body=other):
            return (digest, other)
        case FeedView(items=items):
            return tuple(item.body for item in items)
    return ()


__all__ = [
    "ActPeriod",
    "ActRow",
    "ActTurn",
    "ActView",
    "AgencyRow",
    "AgencyView",
    "Alternate",
    "BodyLink",
    "CalendarView",
    "Change",
    "ChooserView",
    "Clock",
    "ContactDetails",
    "Count",
    "CourseView",
    "Day",
    "DayShown",
    "Enclosure",
    "Entry",
    "ErrorView",
    "Event",
    "FeedItem",
    "FeedLink",
    "FeedView",
    "FigureGroup",
    "FigureShown",
    "File",
    "FileView",
    "GoneView",
    "HomeView",
    "IndexView",
    "LanguageLink",
    "Link",
    "ListView",
    "MappedPage",
    "MissingView",
    "Moment",
    "MonthOfEntries",
    "MonthView",
    "MovedView",
    "Outdated",
    "ParallelView",
    "PeriodShown",
    "Picture",
    "Place",
    "PublicationView",
    "Record",
    "RecordingTime",
    "RegisterRow",
    "RegisterView",
    "Row",
    "Said",
    "Shell",
    "SignedOriginal",
    "SitemapIndexView",
    "SitemapView",
    "StepShown",
    "TableView",
    "Term",
    "Value",
    "View",
    "YearView",
    "bodies_of",
]
