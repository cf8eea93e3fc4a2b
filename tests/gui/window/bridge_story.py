"""A story of four versions, and what the table of all versions has of it."""

from PySide6.QtCore import Qt

from driftline.gui.models.entries import ENTRY_ROLE

AGENCY = """The council of Eskerby will close twelve bridges on Monday, its leader Ada Brook said.

“We have no money for the old ones,” she told reporters at the town hall.

The bridges carry some nine thousand people to work on every day of the week.

The ferry will run as it did before, and nobody has to pay more for it than last year.
"""
HERALD = AGENCY.replace("twelve", "nine").replace("Brook said", "Brook claimed")
GLOBE = HERALD.replace("“We", '"We').replace("ones,”", 'ones,"').replace("the old", "old")
GLOBE = GLOBE.replace("every day of", "each day of")
COURIER = AGENCY.replace("\n\nThe bridges carry", "\n\nIt rained.\n\nThe bridges carry").replace(
    "The ferry will run as it did before, and nobody has to pay more for it than last year.\n", ""
)
NAMES = ["agency.txt", "herald.txt", "globe.txt", "courier.txt"]
NONE = Qt.KeyboardModifier.NoModifier


def page_of(window):
    return window.columns.collation_page


def column(window, name):
    """The number of the column of a version."""
    model = page_of(window).model
    return [model.collated.name(n) for n in range(model.columnCount())].index(name)


def row_of(window, words):
    """The row in which some version has these words."""
    model = page_of(window).model
    for row in range(model.rowCount()):
        if any(w.text == words for w in model.place(row).wordings):
            return row
    raise AssertionError(words)


def letters(window, row):
    """The letters of a row, in the order of `NAMES`."""
    model = page_of(window).model
    heads = [model.index(row, column(window, name)).data(ENTRY_ROLE).head for name in NAMES]
    return "".join(head[:1] or "-" for head in heads)


def compared(window):
    """The names of the two versions that are compared, the left one first."""
    return [window.workspace.document(i).path.rsplit("/", 1)[-1] for i in window.workspace.pair]


def words_at(window):
    """What either version has where the current change is."""
    current = window.compare_page.current
    texts = [window.workspace.document(i).version.source.text for i in window.workspace.pair]
    words = [span.of(text) for span, text in zip((current.a, current.b), texts, strict=True)]
    return dict(zip(compared(window), words, strict=True))


def readings(window):
    """The words of every shown row that some version has and the base text has not."""
    model = page_of(window).model
    return [
        sorted({w.text for w in model.place(row).wordings if w.kind})
        for row in range(model.rowCount())
    ]
