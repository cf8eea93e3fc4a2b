"""Two versions of a story, for tests of the window, and what its lists show."""

OLD = """Council backs the tram

The council has never refused a tram to the harbour, its leader Ada Brook said on Monday.

“We are ready to build as soon as our partners are ready for that,” she told reporters.

The tram would cost 48 million crowns and touch upon three districts of the old town.
"""
NEW = """Council backs the tram

The council has never refused tram to the harbour, its leader Ada Brook said on Monday.

“We are ready to build as soon as our partners are ready,” she told reporters.

The tram would cost 84 million crowns and touch on three districts of the old town.
"""


def kinds(window):
    """The kinds of the changes that are shown."""
    return [edit.kind for edit in window.compare_page.shown_edits()]


def texts_of(view):
    """What a list says aloud, line by line."""
    model = view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]
