"""What rules leave open on a page: a trained model tells the story from its surroundings."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from driftline import assets
from driftline.engine.cleaning.features import OWN, own_features, page_features
from driftline.engine.cleaning.heading import headline_above, standfirst_below
from driftline.engine.cleaning.lines import ends_sentence
from driftline.engine.cleaning.markup_features import has_markup, markup_features
from driftline.engine.cleaning.trees import Forest, load_forest
from driftline.engine.records import Reason

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from driftline.engine.cleaning.draft import Draft

#: A line stays when the model gives it this chance: below one half, for a lost sentence costs more
#: than a line of junk.
_STAYS = 0.45
#: In a text with few labels prose stays unless the model is all but certain.
_PROSE_STAYS = 0.05
_PROSE = 10
#: An agency's sign behind the last full stop.
_SIGNED = re.compile(r"\s*[(\[][^()\[\]]{1,30}[)\]]$")
_LABEL = 6
_FEW_LABELS = 25
#: A page of which fewer words would stay keeps its likeliest lines instead.
_LEAST_WORDS = 25


@cache
def _forest(name: str) -> Forest:
    return load_forest(assets.path("models", f"cleaning-{name}.npz"))


def chances(draft: Draft) -> NDArray[np.float32]:
    """For each line the chance (0..1) that it belongs to the story."""
    own = own_features(draft.lines, draft.hits, draft.language)
    table = page_features(own)
    if not has_markup(draft.lines):
        return _forest("text").chances(table)
    words, good = own[:, OWN.index("words")], own[:, OWN.index("good")]
    table = np.concatenate([table, markup_features(draft.lines, words, good)], axis=1)
    return _forest("html").chances(table)


def cut_surroundings(draft: Draft) -> None:
    """Cuts the open lines that the model holds to be outside the story, each with a reason."""
    chance = chances(draft)
    keep = chance >= _least_chances(draft)
    for i, reason in enumerate(draft.why):
        keep[i] &= reason is None
    words = np.array([line.words for line in draft.lines])
    if words[keep].sum() < _LEAST_WORDS:
        open_chance = np.where([reason is None for reason in draft.why], chance, 0.0)
        keep = (open_chance > 0) & (open_chance >= min(_STAYS, max(open_chance.max() * 0.6, 0.05)))
    kept = np.flatnonzero(keep)
    if not len(kept):
        return
    first, last = int(kept[0]), int(kept[-1])
    _keep_heading(draft, keep)
    section: Reason | None = None
    for i in range(len(draft.lines)):
        hit = draft.hits[i]
        if hit is not None and hit.reason in _OPENS_SECTION:
            section = hit.reason
        elif keep[i]:
            section = None
        if not keep[i]:
            draft.cut(i, _reason(draft, i, first, last, section))


def _least_chances(draft: Draft) -> NDArray[np.float64]:
    """The chance each line needs to stay: next to none for prose where there is little else.

    Somebody pasted such a text for its prose; the model has seen whole pages.
    """
    short = sum(line.words <= _LABEL and not line.terminated for line in draft.lines)
    least = np.full(len(draft.lines), _STAYS)
    if short < _FEW_LABELS:
        for i, line in enumerate(draft.lines):
            prose = line.words >= _PROSE and ends_sentence(_SIGNED.sub("", line.text))
            if prose and draft.hits[i] is None:
                least[i] = _PROSE_STAYS
    return least


def _keep_heading(draft: Draft, keep: NDArray[np.bool_]) -> None:
    """Headline and standfirst stand apart from the story; the model has learned the story alone."""
    story = np.flatnonzero(keep).tolist()
    headline = headline_above(draft, story)
    if headline is None:
        return
    keep[headline] = True
    draft.headline = headline
    standfirst = standfirst_below(draft, headline, story)
    if standfirst is not None:
        keep[standfirst] = True
        draft.standfirst = standfirst


#: Headings of parts of a page: what follows them, up to the story, is of the same kind.
_OPENS_SECTION = frozenset(
    {Reason.RELATED_LINK, Reason.COMMENTS_FOOTER, Reason.AUTHOR_BIO, Reason.NEWSLETTER,
     Reason.COOKIE_NOTICE, Reason.TAGS, Reason.PAYWALL}
)  # fmt: skip
#: What the markup around a line is named, in the order in which it tells a reason.
_MARKUP = (
    ("near:comments", Reason.COMMENTS_FOOTER), ("near:notice", Reason.COOKIE_NOTICE),
    ("near:share", Reason.SHARE_BUTTONS), ("in:figcaption", Reason.PHOTO_CAPTION),
    ("near:player", Reason.MEDIA_PLAYER), ("near:signup", Reason.NEWSLETTER),
    ("near:advert", Reason.ADVERTISEMENT), ("near:tags", Reason.TAGS),
    ("near:bio", Reason.AUTHOR_BIO), ("near:menu", Reason.NAVIGATION),
    ("in:nav", Reason.NAVIGATION), ("in:footer", Reason.NAVIGATION),
    ("near:picture", Reason.PHOTO_CAPTION), ("near:related", Reason.RELATED_LINK),
    ("class:comments", Reason.COMMENTS_FOOTER), ("in:header", Reason.NAVIGATION),
    ("in:aside", Reason.RELATED_LINK),
)  # fmt: skip
_LONGEST_LINK = 24


def _reason(draft: Draft, i: int, first: int, last: int, section: Reason | None) -> Reason:
    """Why a line outside the story is outside: its words, its markup, else its place."""
    hit = draft.hits[i]
    if hit is not None:
        return hit.reason
    line = draft.lines[i]
    if line.block is not None and line.block.hints:
        hints = frozenset(line.block.hints)
        for hint, reason in _MARKUP:
            if hint in hints:
                return reason
        if line.block.links > 0.6:
            return Reason.RELATED_LINK if i > first else Reason.NAVIGATION
    if section is not None and i > first:
        return section
    if i < first:
        return Reason.NAVIGATION if line.words <= 6 else Reason.OTHER
    if i > last:
        if line.words <= 3:
            return Reason.NAVIGATION
        return Reason.RELATED_LINK if line.words <= _LONGEST_LINK else Reason.OTHER
    if not line.terminated and line.words <= _LONGEST_LINK:
        return Reason.RELATED_LINK if line.words > 3 else Reason.UI_CONTROL
    return Reason.OTHER
