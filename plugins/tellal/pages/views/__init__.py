"""What a page may show: small frozen values, whole, and nothing besides them reaches a template.

Every text is already in its language and every address complete; a template places them and
speaks its own words and dates through `say`.
"""

from __future__ import annotations

from tellal.pages.views.accessibility import AccessibilityView, Check, Tested, Tool
from tellal.pages.views.acts import ActTurn, ActView, SignedOriginal
from tellal.pages.views.calendars import (
    CalendarDay,
    CalendarFrontView,
    DayEntry,
    MonthGridView,
)
from tellal.pages.views.comparisons import Change, Comparison, ComparisonView, WordingShown
from tellal.pages.views.emergencies import EmergencyFileView, EmergencyView
from tellal.pages.views.figures import (
    Amount,
    Bar,
    ChapterView,
    Chart,
    Counted,
    CountedList,
    FigureLine,
    FigureListsView,
    ParityKind,
    ParityLine,
    ParityView,
    ParityYearView,
    Sentence,
    Series,
    StatisticsView,
    WorkReportView,
)
from tellal.pages.views.forms import FormsView
from tellal.pages.views.kits import (
    KitLink,
    KitPhoto,
    KitText,
    KitView,
    MediaContact,
    MediaView,
    PhotoOf,
)
from tellal.pages.views.lists import (
    ActRow,
    Entry,
    HomeView,
    IndexView,
    KindOfEntries,
    ListView,
    MonthOfEntries,
    MonthView,
    PresentationRow,
    YearView,
)
from tellal.pages.views.machines import (
    CalendarView,
    CardView,
    Enclosure,
    Event,
    FeedItem,
    FeedView,
    FileView,
    MappedPage,
    ScriptView,
    SitemapIndexView,
    SitemapView,
    SizeView,
    TableView,
)
from tellal.pages.views.offline import GoneListView, ManifestView, OfflineView
from tellal.pages.views.parallel import ParallelView
from tellal.pages.views.periods import DayShown, Measured, PeriodShown
from tellal.pages.views.proceedings import (
    Chapter,
    ChapterList,
    ChaptersView,
    Decided,
    Live,
    Player,
    Proceedings,
)
from tellal.pages.views.publications import (
    BodyLink,
    ChooserView,
    ErrorView,
    GoneView,
    MissingView,
    MovedView,
    Outdated,
    Picture,
    PublicationView,
    ShortView,
    Sized,
)
from tellal.pages.views.requests import (
    AgencyRow,
    AgencyView,
    CourseView,
    FigureGroup,
    FigureShown,
    RegisterRow,
    RegisterView,
    StepShown,
)
from tellal.pages.views.searching import (
    Choice,
    LetterLink,
    LettersView,
    OpenSearchView,
    SearchView,
    TitleRow,
    YearsOf,
)
from tellal.pages.views.shell import (
    Alternate,
    Card,
    ContactDetails,
    FeedLink,
    LanguageLink,
    Place,
    Shell,
)
from tellal.pages.views.threads import NO_THREAD, Point, Thread, ThreadEntry
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
from tellal.pages.views.verification import VerificationView

View = (
    HomeView
    | AccessibilityView
    | ListView
    | YearView
    | MonthView
    | IndexView
    | PublicationView
    | ParallelView
    | ComparisonView
    | FormsView
    | MissingView
    | GoneView
    | MovedView
    | ChooserView
    | ShortView
    | ErrorView
    | FeedView
    | SitemapView
    | SitemapIndexView
    | FileView
    | SizeView
    | CardView
    | TableView
    | ScriptView
    | SearchView
    | LettersView
    | OpenSearchView
    | CalendarView
    | ChaptersView
    | VerificationView
    | CalendarFrontView
    | MonthGridView
    | StatisticsView
    | FigureListsView
    | ParityView
    | ParityYearView
    | RegisterView
    | AgencyView
    | EmergencyFileView
    | KitView
    | MediaView
    | OfflineView
    | ManifestView
    | GoneListView
)


def bodies_of(view: View) -> tuple[str, ...]:
    """Return the digests of the texts that a view shows."""
    match view:
        case PublicationView(body=digest) | FormsView(body=digest):
            return (digest,)
        case KitView(texts=texts):
            return tuple(text.view.body for text in texts)
        case ParallelView(body=digest, other_body=other):
            return (digest, other)
        case ComparisonView():
            return view.bodies
        case FeedView(items=items):
            return tuple(item.body for item in items)
    return ()
