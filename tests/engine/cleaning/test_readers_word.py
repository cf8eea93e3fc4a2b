"""What a reader knows to be no part of the story is cut; what may be the story is kept."""

from __future__ import annotations

from driftline.engine.cleaning.clean import clean
from driftline.engine.options import CleaningOptions
from driftline.engine.records import Block, Reason, Role, Source, Span, Version

STORY = (
    "The ferry will sail again on Monday, the port said in a short note.",
    "It had been laid up for nine weeks after a fire in its engine room.",
    "Nobody was hurt, and the island was served by a smaller boat.",
)


def cleaned(*lines: tuple[str, str]) -> Version:
    """The version of blocks given as (text, hint)."""
    text, blocks = "", []
    for words, hint in lines:
        start = len(text) + 2 if text else 0
        text += ("\n\n" if text else "") + words
        blocks.append(
            Block(Span(start, start + len(words)), Role.BODY, hints=(hint,) if hint else ())
        )
    source = Source("x", "", "application/pdf", "", text, tuple(blocks))
    return clean(source, CleaningOptions())


def test_running_heads_and_page_numbers_are_cut_with_their_reason() -> None:
    version = cleaned(
        ("The Harbour Paper, 3 May", "page-furniture"),
        (STORY[0], ""),
        ("14", "page-furniture"),
        (STORY[1], ""),
    )
    assert [c.reason for c in version.cuts] == [Reason.PAGE_FURNITURE] * 2
    assert version.cleaned() == f"{STORY[0]}\n\n{STORY[1]}"


def test_an_answers_quoted_mail_and_signature_are_cut() -> None:
    version = cleaned(
        *((words, "") for words in STORY),
        ("> Is it true?", "quoted-mail"),
        ("A. B.", "mail-signature"),
    )
    assert version.cleaned() == "\n\n".join(STORY)


def test_a_story_that_was_passed_on_is_kept() -> None:
    version = cleaned(("See below.", ""), *((f"> {words}", "quoted-mail") for words in STORY))
    assert all(words in version.cleaned() for words in STORY)


def test_a_menu_is_cut_from_the_shortest_page() -> None:
    from driftline.engine import pipeline

    page = (
        "<nav><a href='/'>Home</a> <a href='/s'>Sport</a></nav>"
        f"<article><h1>Ferry returns</h1><p>{STORY[0]}</p><p>{STORY[1]}</p></article>"
    )
    version = pipeline.load_bytes(page.encode(), "page.html")
    assert [c.reason for c in version.cuts] == [Reason.NAVIGATION]
    assert version.cleaned() == f"Ferry returns\n\n{STORY[0]}\n\n{STORY[1]}"
