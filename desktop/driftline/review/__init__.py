"""The editor's work: what she said about every change, and her hand on the documents.

How a front uses it (this package has no Qt and imports nothing here; import the modules):

    from driftline.review.session import Session
    from driftline.review.statuses import Ref, Status, Subject

    session = Session.open_automatic()            # or Session.open("campaign.driftline")
    session.read_only, session.notes              # sentences for a banner

Documents. `session.documents.add(source)` stores a `Source` and gives a `Document` with a number;
`all()`, `source(id)`, `hand(id)`, `pins(old, new)` and `bookmarks(old, new)` give everything back
tomorrow. The hand's work goes into the engine as options: `documents.options(id, base)` for
cleaning and quotations, `documents.pins(old, new).alignment(base)` for alignment. Acts: `restore`,
`cut`, `set_speaker`, `pin`, `bookmark`, `clear_bookmarks`, `set_title`, `remove`. When a file
changes on disk: `reload(id, source)`, then `earlier(id)` is the text before, to compare old with
new at once; hand work is found again by its words, and `hand(id).lost` is what waits for its words
to come back.

Stories. `session.stories.propose(grouping, document_ids)` takes in what the engine found;
`all()` gives the stories with the editor's `move`, `set_order`, `set_base`, `set_title` on top.

Reviews. For every new result:

    state = session.reviews.open(old_id, new_id, comparison)      # a ReviewState
    state.edit(edit.id).status, .note, .reopened, .why
    str(state.progress())                                         # "9 of 31 open"
    state.refs(kind=Kind.TYPOGRAPHY), state.refs(statuses={Status.QUERY})
    state = session.reviews.set_status(state.pair, state.refs(kind=Kind.TYPOGRAPHY), Status.FINE)
    state = session.reviews.set_note(state.pair, Ref(Subject.EDIT, 7), "Ask the desk")
    state.next_open(Ref(Subject.EDIT, 7))                         # None at the end
    state.gone                                                    # reviewed, but vanished since

A `Ref` names an edit by its id, a line of the quote ledger or a cut by its index. Statuses hang on
words and their neighbours (`anchors`, `matching`): a version 6 brings back what was said about
everything that reads the same, reopens what reads otherwise and says so. A `Ref` tells nothing
without the listing it is from: where the pair may have been opened anew meanwhile, an act is given
`state.listing` as well. A report asks the `ReviewState` and `session.history(pair)`.

Undo. `session.undo()` and `redo()` give an `Effect`: which pairs, documents and stories to show
anew (`reviews.state(pair)`). A bulk act is one step; the steps are still there tomorrow.

Threads and time. Every method blocks (an act some milliseconds, until it is on the disk) and may be
called from any thread; they run one after the other. A window keeps one worker thread for its
session, sends acts there in order and shows what they return. Where the disk takes nothing acts go
on in memory: `session.unsaved` says why, `session.settle()` tries again, `session.would_lose` asks
before the session is closed. An act that may not be written at all raises `NotSavedError` or
`ReadOnlySessionError` and has not happened; every error of `review.errors` is a sentence for the
editor.

Files. Texts are stored in the session, so it opens on another machine: say so when saving, and
offer `save_copy(path, with_texts=False)`; such a session asks for texts by `documents.supply`.
While open, a log and a lock lie beside the file; closed, it is one plain file, without the texts
nobody has wanted for long (`review.pruning`). Preferences are in
`review.preferences`, their folders in `review.folders`.
"""
