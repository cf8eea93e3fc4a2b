"""What the words of a line say of the part of the page it stands in."""

from __future__ import annotations

import numpy as np

from driftline.engine.cleaning.features import own_features
from driftline.engine.cleaning.lines import lines_of
from driftline.engine.cleaning.word_scores import is_english, known_weights, word_scores
from engine.cleaning.pages import STORY, source

OFFER = "Subscribe to our newsletter and get the latest news and free resources from our team."
FOREIGN = "Der Hafenrat hat am Donnerstag die Sperrung beschlossen, gegen die sich Fischer wehren."


def test_a_story_is_worded_unlike_an_offer() -> None:
    story = lines_of(source("\n".join(STORY)))
    offer = lines_of(source(OFFER))
    scores = word_scores(story, known_weights())
    assert scores.min() > word_scores(offer, known_weights())[0]


def test_a_line_scores_the_same_whatever_stands_around_it() -> None:
    lines = lines_of(source("\n".join((OFFER, *STORY))))
    together = word_scores(lines, known_weights())
    alone = [word_scores([line], known_weights())[0] for line in lines]
    assert np.allclose(together, alone)


def test_only_english_is_weighed() -> None:
    english, foreign = lines_of(source("\n".join(STORY))), lines_of(source(FOREIGN))
    assert is_english(own_features(english, [None] * len(english), "en"), "en")
    # A language no pack knows is taken for English until its words are looked at.
    assert not is_english(own_features(foreign, [None], "en"), "en")
    assert not is_english(own_features(english, [None] * len(english), "de"), "de")
