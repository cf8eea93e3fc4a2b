from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from driftline.engine.records import Span
from driftline.review.places import Place, find, place, point
from review.making import STORY


def span_of(words: str, text: str = STORY) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def test_a_place_moves_with_its_words() -> None:
    known = place(STORY, span_of("repaired a cracked valve"))
    text = "Updated. " + STORY.replace("A dozen passengers", "Twelve people")
    found = find(known, text)
    assert found.span is not None
    assert found.span.of(text) == "repaired a cracked valve"


def test_of_equal_words_the_ones_with_the_same_neighbours_are_meant() -> None:
    text = "Share this page. The ferry left. Share this page. The crew slept."
    second = Span(text.rindex("Share"), text.rindex("Share") + len("Share this page."))
    known = place(text, second)
    longer = "Share this page. Good morning. " + text
    found = find(known, longer)
    assert found.span is not None
    assert found.span.start == longer.rindex("Share")


def test_lost_words_wait_and_come_back() -> None:
    known = place(STORY, span_of("cracked valve"))
    lost = find(known, STORY.replace("cracked", "leaking"))
    assert lost.span is None
    back = find(Place.from_json(json.loads(json.dumps(lost.to_json()))), "Now: " + STORY)
    assert back.span is not None
    assert back.span.of("Now: " + STORY) == "cracked valve"


def test_a_long_stretch_is_known_by_its_ends() -> None:
    text = "Intro. " + "".join(f"Sentence number {n} stands here. " for n in range(60))
    known = place(text, Span(7, len(text) - 40))
    changed = "Other intro. " + text[7:].replace("number 30", "no. 30")
    found = find(known, changed)
    assert found.span is not None
    assert found.span.of(changed).startswith("Sentence number 0 ")
    assert found.span.of(changed)[-20:] == text[7 : len(text) - 40][-20:]


def test_a_point_is_known_by_the_words_after_it() -> None:
    text = "First line.\nSecond line of the story.\nThird."
    known = point(text, text.index("Second"))
    assert known.span == span_of("Second line of the story.", text)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), st.integers(-5, 70), st.integers(-5, 70))
def test_a_place_is_found_in_its_own_text(text: str, start: int, end: int) -> None:
    known = place(text, Span(start, end))
    assert known.span is not None
    again = find(known, text)
    if known.length:
        assert again.span is not None
        assert again.span.of(text) == known.span.of(text)


def test_a_text_of_one_repeated_word_is_searched_quickly() -> None:
    text = "ha " * 200_000
    assert find(place(text, Span(300_000, 300_160)), text).span is not None
