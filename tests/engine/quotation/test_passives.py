"""Passives that name who speaks, and firms with an owner's ending in their name."""

from __future__ import annotations

import pytest

from quality.quotes import found


def said(text: str) -> list[tuple[str, str, str]]:
    return [(q.span.of(text), q.speaker, q.cue) for q in found(text, "en").quotations]


@pytest.mark.parametrize("agent", ["Tom Orr", "police", "the mayor's office", "her lawyer"])
@pytest.mark.parametrize(
    ("before", "cue", "what"),
    [
        ("It was", "confirmed", "that two men had been arrested"),
        ("It had been", "announced", "that the library would close"),
        ("Ann Vale was", "told", "that the water was safe"),
        ("Ann Vale was", "asked", "whether she had signed the letter"),
        ("Ann Vale was", "warned", "not to swim there"),
        ("Ann Vale was", "urged", "to resign"),
        ("Ann Vale was", "accused", "of lying to the town"),
        ("Ann Vale was later", "accused", "of being “a liar” and “a crook”"),
        ("Ann Vale was", "criticised", "for failing to act"),
    ],
)
def test_an_agent_says_what_follows(before: str, cue: str, agent: str, what: str) -> None:
    assert said(f"{before} {cue} by {agent} {what}.") == [(what, agent, cue)]
    assert said(f"{before} {cue} by {agent} on Tuesday {what}.") == [(what, agent, cue)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "As was announced by the ministry, the bridge will close on Monday.",
            [("the bridge will close on Monday", "the ministry", "announced")],
        ),
        (
            "The bridge will close on Monday, as was announced by the ministry.",
            [("The bridge will close on Monday", "the ministry", "announced")],
        ),
        (
            "The bridge will close, it was confirmed by Tom Orr on Monday.",
            [("The bridge will close", "Tom Orr", "confirmed")],
        ),
        (
            "Ann Vale was praised by the mayor for “saving lives”.",
            [("“saving lives”", "the mayor", "praised")],
        ),
        (
            "Ann Vale was later accused by Tom Orr of being “a crook”.",
            [("“a crook”", "Tom Orr", "accused")],
        ),
        (
            "Ann Vale, who was told by doctors that she was ill, sold the mill.",
            [("that she was ill", "doctors", "told")],
        ),
        # Nobody speaks, or what is said stands elsewhere.
        ("Ann Vale was accused by Tom Orr.", []),
        ("The report was written by a clerk that left in May.", []),
        ("The rule was proposed by the council to save money.", []),
        ("The letter was addressed by Tom Orr to the mayor.", []),
    ],
)
def test_what_an_agent_says(text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert said(text) == wanted


@pytest.mark.parametrize("firm", ["Standard & Poor's", "Moody's", "Lloyd's", "Sainsbury's"])
def test_a_firm_may_be_named_after_its_owner(firm: str) -> None:
    for text in (
        f"{firm} said the outlook was stable.",
        f"“The outlook is stable,” {firm} said.",
        f"“The outlook is stable,” said {firm}.",
        f"{firm} warned that the outlook was poor.",
    ):
        (quotation,) = found(text, "en").quotations
        assert (quotation.speaker, quotation.reference) == (firm, firm)


def test_what_somebody_owns_is_no_firm() -> None:
    assert said("Ann Vale's stated aim was to win.") == []
    assert said("Ann Vale's alleged crimes were told to a clerk.") == []
