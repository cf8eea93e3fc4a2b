"""What rules leave open on a page: a trained model tells the story from its surroundings."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from driftline import assets
from driftline.engine.cleaning.features import OWN, own_features, page_features
from driftline.engine.cleaning.heading import (
    headline_above,
    shared_words,
    standfirst_below,
    subject_of,
)
from driftline.engine.cleaning.lines import ends_sentence
from driftline.engine.cleaning.markup_features import has_markup, markup_features, paths_of
from driftline.engine.cleaning.reasons import OPENS_SECTION, is_addressed, reason_outside
from driftline.engine.cleaning.second_look import second_look
from driftline.engine.cleaning.signatures import signs_of
from driftline.engine.cleaning.trees import Forest, load_forest
from driftline.engine.cleaning.word_scores import (
    is_english,
    known_weights,
    word_features,
    word_scores,
)
from driftline.engine.records import Reason

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from driftline.engine.cleaning.draft import Draft
    from driftline.engine.cleaning.features import Table
    from driftline.engine.cleaning.furniture import Hit
    from driftline.engine.cleaning.lines import Line

#: A line stays when the model gives it this chance: below one half, for a lost sentence costs more
#: than a line of junk.
_STAYS = 0.45
#: The same for a few lines between lines of the story.
_STAYS_BETWEEN = 0.2
_FEW = 3
#: In a text with few labels prose stays unless the model is all but certain.
_PROSE_STAYS = 0.05
_PROSE = 10
#: Words of a sentence that is prose beside prose.
_SHORT_PROSE = 4
#: A time alone in its line, and how many head the entries of a live page.
_TIME = re.compile(
    r"[012]?\d(?:(?::| ?h ?)[0-5]\d(?: ?[ap]\.?m\.?)?(?: (?:uhr|h|[a-z]{3,4}))?"
    r"|\.[0-5]\d ?(?:[ap]\.?m\.?|uhr|h|[a-z]{3,4}))",
    re.ASCII,
)
_LEAST_TIMES = 3
#: The same for a sentence right above the story and for one right below it; words of it.
_STAYS_ABOVE = 0.2
_STAYS_BELOW = 0.3
_SENTENCE = 8
#: Words of a line that announces a list, and lines of that list.
_ANNOUNCING = 6
_LONGEST_LIST = 15
#: Lines of a list of days, words of each, and what each opens with.
_LEAST_DAYS = 4
_LEAST_EVENT = 4
_FIRST_TWO = re.compile(r"(\w+)[.,]? (?:the )?(\d+|\w+)")
#: An agency's sign behind the last full stop.
_SIGNED = re.compile(r"\s*[(\[][^()\[\]]{1,30}[)\]]$")
_LABEL = 6
_FEW_LABELS = 25
#: Lines outside the story behind which prose is far from it, and the share of the story's words
#: that makes such prose a part of it all the same.
_FAR = 8
_PART = 0.5
#: Lines of a teaser's text, how many teasers make a list, how far they stand below the story, the
#: share of their titles' words that are the story's too, and words of a title.
_TEASER = 2
_APART = 4
_LEAST_TEASERS = 3
_FOREIGN = 0.15
_LONGEST_TITLE = 24
_TEASED = (Reason.RELATED_LINK, Reason.TIMESTAMP)
#: A page of which fewer words would stay keeps its likeliest lines instead.
_LEAST_WORDS = 25


@cache
def _forest(name: str) -> Forest:
    return load_forest(assets.path("models", f"cleaning-{name}.npz"))


def chances(draft: Draft) -> NDArray[np.float32]:
    """For each line the chance (0..1) that it belongs to the story."""
    kind, table, words, paths = model_table(draft.lines, draft.hits, draft.language, draft.tick)
    if kind == "text":
        scores = np.zeros(len(words))
        if is_english(table, draft.language):
            scores = word_scores(draft.lines, known_weights())
        table = np.concatenate([table, word_features(scores, words)], axis=1)
    first = _forest(f"{kind}-first").chances(table, draft.tick)
    if kind == "text":  # A second look gained nothing where no element holds lines together.
        return first
    again = second_look(first, words, paths)
    return _forest(f"{kind}-second").chances(np.concatenate([table, again], axis=1), draft.tick)


def model_table(
    lines: Sequence[Line],
    hits: Sequence[Hit | None],
    language: str,
    tick: Callable[[], None] = lambda: None,
) -> tuple[str, Table, Table, NDArray[np.int64]]:
    """What the first forest sees: the kind of model ("html" or "text"), a row a line.

    And the words of each line and the elements it stands in, for the second forest.
    """
    own = own_features(lines, hits, language, tick)
    table = page_features(own)
    words, good = own[:, OWN.index("words")], own[:, OWN.index("good")]
    if not has_markup(lines):
        return "text", table, words, np.zeros((len(lines), 0), dtype=np.int64)
    table = np.concatenate([table, markup_features(lines, words, good)], axis=1)
    return "html", table, words, paths_of(lines)


def cut_surroundings(draft: Draft) -> None:
    """Cuts the open lines that the model holds to be outside the story, each with a reason."""
    chance = chances(draft)
    keep = story_lines(draft, chance)
    if not keep.any():
        return
    kept = np.flatnonzero(keep)
    first, last = int(kept[0]), int(kept[-1])
    _keep_heading(draft, keep, chance)
    section: Reason | None = None
    for i in range(len(draft.lines)):
        hit = draft.hits[i]
        if hit is not None and (
            hit.reason in OPENS_SECTION or (i > last and hit.reason is Reason.ADVERTISEMENT)
        ):
            section = hit.reason
        elif keep[i]:
            section = None
        if not keep[i]:
            draft.cut(i, reason_outside(draft, i, first, last, section))


def story_lines(draft: Draft, chance: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Which lines are the story's, by the chances a model gives them; its heading stands apart."""
    keep = chance >= _least_chances(draft)
    for i, reason in enumerate(draft.why):
        keep[i] &= reason is None
    words = np.array([line.words for line in draft.lines])
    if words[keep].sum() < _LEAST_WORDS:
        open_chance = np.where([reason is None for reason in draft.why], chance, 0.0)
        keep = (open_chance > 0) & (open_chance >= min(_STAYS, max(open_chance.max() * 0.6, 0.05)))
    if keep.any():
        _leave_other_parts(draft, keep, words)
        if not has_markup(draft.lines):
            _keep_between(draft, keep, chance)
            _leave_teasers(draft, keep)
            _keep_announced(draft, keep)
            _keep_ends(draft, keep, chance)
        _keep_times(draft, keep)
        _keep_programme(draft, keep)
    return keep


def _leave_other_parts(draft: Draft, keep: NDArray[np.bool_], words: NDArray[np.int64]) -> None:
    """Lets go of prose far below the story, behind a heading that opens another part of a page."""
    kept = np.flatnonzero(keep)
    stretches = np.split(kept, np.flatnonzero(np.diff(kept) > _FAR) + 1)
    sizes = [int(words[stretch].sum()) for stretch in stretches]
    story = int(np.argmax(sizes))
    opened = False
    for above, stretch, size in zip(
        stretches[story:-1], stretches[story + 1 :], sizes[story + 1 :], strict=True
    ):
        between = draft.hits[int(above[-1]) + 1 : int(stretch[0])]
        opened |= any(hit is not None and hit.reason in OPENS_SECTION for hit in between)
        if opened and size < _PART * sizes[story]:
            keep[stretch] = False


def _leave_teasers(draft: Draft, keep: NDArray[np.bool_]) -> None:
    """Lets go of sentences below the story that each stand under a title of their own.

    Three and more are teasers where the titles have next to no word of the story's; in text alone.
    """
    lines = draft.lines
    kept = np.flatnonzero(keep)
    stretches = np.split(kept, np.flatnonzero(np.diff(kept) > 1) + 1)
    solid = [n for n, s in enumerate(stretches) if len(s) > _TEASER]
    if not solid:
        return
    story = subject_of(lines[i] for s in stretches[: solid[-1] + 1] for i in s.tolist())
    found: list[NDArray[np.int64]] = []
    shared = 0.0
    for stretch in stretches[solid[-1] + 1 :]:
        above = int(stretch[0]) - 1
        hit = draft.hits[above]
        if not _is_title(lines[above]) or (hit is not None and hit.reason not in _TEASED):
            continue
        found.append(stretch)
        shared += shared_words(lines[above], story)
    if len(found) < _LEAST_TEASERS:
        return
    # The parts of a list that is the story itself follow one another at once.
    apart = found[0][0] - stretches[solid[-1]][-1] > _APART
    if apart and shared < _FOREIGN * len(found):
        keep[np.concatenate(found)] = False


def _is_title(line: Line) -> bool:
    return _LABEL // 2 <= line.words <= _LONGEST_TITLE and (
        not line.terminated or line.text.endswith("?")
    )


def _keep_between(draft: Draft, keep: NDArray[np.bool_], chance: NDArray[np.float32]) -> None:
    """Keeps a few lines between lines of the story unless the model is sure that they are not.

    In text alone: markup tells what stands between paragraphs.
    """
    kept = np.flatnonzero(keep)
    for before, after in zip(kept[:-1].tolist(), kept[1:].tolist(), strict=True):
        between = range(before + 1, after)
        open_lines = [i for i in between if draft.why[i] is None and draft.hits[i] is None]
        if 0 < len(between) <= _FEW and len(open_lines) == len(between):
            keep[before + 1 : after] = bool((chance[before + 1 : after] >= _STAYS_BETWEEN).all())


def _keep_times(draft: Draft, keep: NDArray[np.bool_]) -> None:
    """Keeps the times that head the entries of a live page: when what was told belongs to it."""
    lines = draft.lines
    times = [
        i
        for i, line in enumerate(lines[:-1])
        if draft.why[i] is None and _TIME.fullmatch(line.plain) and bool(keep[i + 1])
    ]
    if len(times) >= _LEAST_TIMES:
        keep[times] = True


def _keep_ends(draft: Draft, keep: NDArray[np.bool_], chance: NDArray[np.float32]) -> None:
    """Keeps the sentence right above the story's first paragraph, and right below its last.

    In text alone: markup tells more of what stands there.
    """
    prose = [
        line.words >= _SENTENCE and line.terminated and not line.text.endswith("?")
        for line in draft.lines
    ]
    story = [i for i in np.flatnonzero(keep).tolist() if prose[i]]
    if not story:
        return
    for i, least in ((story[0] - 1, _STAYS_ABOVE), (story[-1] + 1, _STAYS_BELOW)):
        open_line = 0 <= i < len(prose) and draft.why[i] is None and draft.hits[i] is None
        if open_line and prose[i] and chance[i] >= least:
            keep[i] = True


def _keep_announced(draft: Draft, keep: NDArray[np.bool_]) -> None:
    """Keeps the list that a line of the story announces with its colon.

    In text alone: markup tells what is a list.
    """
    kept = np.flatnonzero(keep).tolist()
    for i in kept:
        line = draft.lines[i]
        if line.words >= _ANNOUNCING and line.text.endswith(":"):
            for j in range(i + 1, min(i + 1 + _LONGEST_LIST, len(keep))):
                prose = keep[j] and draft.lines[j].terminated
                if prose or draft.why[j] is not None or draft.hits[j] is not None:
                    break
                keep[j] = True


def _keep_programme(draft: Draft, keep: NDArray[np.bool_]) -> None:
    """Keeps lines right below the story that each open with a day: a tour's dates, a calendar."""
    months = signs_of(draft.language).months
    lines = draft.lines
    i = 0
    while i < len(lines):
        end = i
        while end < len(lines) and draft.why[end] is None and _opens_with_day(lines[end], months):
            end += 1
        if end - i >= _LEAST_DAYS:
            above = next((j for j in range(i - 1, max(-1, i - 1 - _FEW), -1) if keep[j]), None)
            if above is not None and not any(draft.hits[above + 1 : end]):
                keep[above + 1 : end] = True
        i = max(end, i + 1)


def _opens_with_day(line: Line, months: frozenset[str]) -> bool:
    """Whether a line goes on behind a day without its year: "June 9 – Wexholm, Harbour Hall"."""
    first = _FIRST_TWO.match(line.plain)
    if first is None or line.words < _LEAST_EVENT:
        return False
    return any(word in months for word in first.groups()) and any(map(str.isdigit, first.groups()))


def _least_chances(draft: Draft) -> NDArray[np.float64]:
    """The chance each line needs to stay: next to none for prose where there is little else.

    Somebody pasted such a text for its prose; the model has seen whole pages. What speaks to its
    reader of newsletters, offers and the like is no such prose.
    """
    short = sum(line.words <= _LABEL and not line.terminated for line in draft.lines)
    least = np.full(len(draft.lines), _STAYS)
    if short >= _FEW_LABELS:
        return least
    before = False
    unsure: list[int] = []
    for i, line in enumerate(draft.lines):
        if draft.hits[i] is not None or draft.why[i] is not None:
            continue
        prose = ends_sentence(_SIGNED.sub("", line.text)) and not is_addressed(line, draft.language)
        if prose and line.words >= _PROSE:
            least[i] = _PROSE_STAYS
            least[unsure] = _PROSE_STAYS
            unsure, before = [], True
        elif prose and line.words >= _SHORT_PROSE:
            if before:
                least[i] = _PROSE_STAYS
            else:
                unsure = [i]
        else:
            unsure, before = [], False
    return least


def _keep_heading(draft: Draft, keep: NDArray[np.bool_], chance: NDArray[np.float32]) -> None:
    """Headline and standfirst stand apart from the story; the model has learned the story alone."""
    story = np.flatnonzero(keep).tolist()
    headline = headline_above(draft, story, chance.tolist())
    if headline is None:
        return
    keep[headline] = True
    draft.headline = headline
    standfirst = standfirst_below(draft, headline, story)
    if standfirst is not None:
        keep[standfirst] = True
        draft.standfirst = standfirst
