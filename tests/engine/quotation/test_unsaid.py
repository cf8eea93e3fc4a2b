"""Sentences of newspapers that only read like speech."""

from __future__ import annotations

import pytest

from quality.quotes import found

_UNSAID = [
    "It is a question many Leeds people feel is old.",
    "She photographed the banner of her alleged captors, a red snake.",
    "It is as if Orr invented a feast called “Mudday,” which he likes.",
    "The yard reported a loss of ten boats in the quarter ended in May.",
    "The yard announced a deal with the Mills on boats ordered through the port.",
    ("The yard, which owns the pier and boasts a name as a payer of debts, has sold boats."),
    ("The index fell 2 points and the Mills index added 20 points, or 2 per cent, to 857 points."),
    "The views and opinions expressed in the letter do not bind the yard.",
    "She wrote single notes on each of the boats she visited.",
    "Some drivers who came in May reported long waits that exceeded two hours.",
    ("The march, led by the bakers of Leeds, continued slowly along the river, a cart behind it."),
    "Orr has claimed victory as the council closed its third talk.",
    (
        "A group of bakers, alarmed that the council is denying bread to the poor, is "
        "calling for a vote."
    ),
    ("Harbour Mills, one of the town's largest managed yards, announced a deal to buy the pier."),
    "The growth of muscle and the mending of cell stress responses take time.",
    "Sleep is good for maintaining the heart, and the town was asleep.",
    "The shelves hold songs and TV shows from Leeds, “The Old Bridge,” and “Mudday.”",
    "And why would Orr say the bridge was safe if he never saw it?",
    ("That lets the mayor run on keeping his “tough on mud” line, which pleases drivers."),
    (
        "She met Ben Hill, a clerk and author of “Boats of Leeds: The Long and True "
        "Story of Muddy Water” (Hill, 2014)."
    ),
    (
        "During her talk in the hall, Orr asked her about a picture from the feast of "
        "the mill in which you can see the old, white bridge of Leeds."
    ),
    "It raised fears that the bridge would fall.",
    "Orr held that view at a meeting of the council, which ended in May.",
    "Whether she bakes or sails, her voice is a loud one in the town.",
    "Tom Orr maintained a high profile in Leeds, but is a mystery to his neighbours.",
    "In a film dated May 23, 2015, Orr declared himself a candidate for the council.",
    "Vale has said that more than once.",
    "As she closed the debate, Vale proposed a change to her plan.",
    "Some hinted at the chance of bad news if the owner did not listen.",
    ("The letters held so many rude remarks to him that in May they were bound as a book."),
    "Tom Orr made regular promises to mend the bridge.",
    "Sellers have called in to report “urgent” leaks in the hull.",
    "With the lamp, dry hulls showed a glow that was spread over the wood.",
    "A town group called ‘We love Ben Hill & co’, led by the clerk, has ten members.",
    "The town of Leeds has sworn in its first mayor, Ann Vale — who also sails.",
    "In May, Orr pleaded guilty to “selling old bread.”",
    "MORE MUD: The rules on old bridges\nBREAD AND BOATS: Your own stories",
    "The clip drew 40,000 tweets “in one night” at the mill.",
    (
        "Ann Vale said little about the mill. Tom Orr said goodbye to the yard and said"
        " the same on Monday."
    ),
    (
        "That is less my thing, but I think it helps if you try, helping them "
        "understand all the pain."
    ),
    (
        "Leeds: Ann Vale, Tom Orr, Christopher Rants, Jill Hill, Kim Reem, Craig "
        "Robinson, Sam Roecker, David Roederer, Nick Ryan, Tamara Scott, Joni Scotter, "
        "Ann Hall, Tom Orme, Jill Lane, Karl Reed, Craig Dunn, Sam Ride, David Stone, "
        "Nick Lake, Tamara Poole, Joni Lark, Lena Moss, Carl Finch, Rosa Birch"
    ),
]


@pytest.mark.parametrize("text", _UNSAID)
def test_what_only_reads_like_speech_is_none(text: str) -> None:
    assert found(text).quotations == ()
