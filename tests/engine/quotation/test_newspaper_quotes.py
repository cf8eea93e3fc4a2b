"""Words in marks as newspapers set them: where a quotation starts and ends, and who speaks."""

from __future__ import annotations

import pytest

from quality.quotes import found

# A text, its quotations, and whom each stands for.
_QUOTED: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "When asked whom she backed, Ann Vale smiled and said, “I wait for Tom.”",
        [("“I wait for Tom.”", "Ann Vale")],
    ),
    (
        "Ann Vale joked that the mill was hers, but went on to say, “There are others.”",
        [
            ("that the mill was hers", "Ann Vale"),
            ("“There are others.”", "Ann Vale"),
        ],
    ),
    (
        "Ann Vale said: “I have said that it was a mistake,” but in fact she had sold the mill.",
        [("“I have said that it was a mistake,”", "Ann Vale")],
    ),
    (
        "Ann Vale said the bridge “doesn’t hold well” before boarding the ferry with her team.",
        [("the bridge “doesn’t hold well”", "Ann Vale")],
    ),
    (
        "“It is late,” quipped her lawyer.",
        [("“It is late,”", "her lawyer")],
    ),
    (
        ("“It is late,” Ann Vale told the Leeds Echo in a talk that also covered the ferry."),
        [("“It is late,”", "Ann Vale")],
    ),
    (
        (
            "While some like the ferry, and “we love them for that,” Ann Vale said, most "
            "take the bridge."
        ),
        [
            (
                (
                    "While some like the ferry, and “we love them for that,” Ann Vale said, most "
                    "take the bridge"
                ),
                "Ann Vale",
            )
        ],
    ),
    (
        "The crew found the hole, Ann Vale said, and “plugged” it as the tide came in.",
        [
            (
                "The crew found the hole, Ann Vale said, and “plugged” it as the tide came in",
                "Ann Vale",
            )
        ],
    ),
    (
        "The law has “mended more than it broke,” as the Leeds Echo put it on Tuesday.",
        [("“mended more than it broke,”", "Leeds Echo")],
    ),
    (
        "Vale told US media that the yard is likely to stay “for years.”",
        [("that the yard is likely to stay “for years.”", "Vale")],
    ),
    (
        (
            "Tom Orr, who will run the yard, told owners of Harbour Mills, the old rival, "
            "on Oct. 31 that the deal would help and “pay its way.”"
        ),
        [("that the deal would help and “pay its way.”", "Tom Orr")],
    ),
    (
        "Mending the pier in May was a “hopelessly dear” plan, a clerk said.",
        [("Mending the pier in May was a “hopelessly dear” plan", "a clerk")],
    ),
    (
        (
            "LEEDS, England -- The father of the baker has made films, once describing "
            "himself as a “mud king.”"
        ),
        [("“mud king.”", "The father of the baker")],
    ),
    (
        "Vale told “Leeds This Morning” host Ben Hill, “Because they pay.”",
        [("“Because they pay.”", "Vale")],
    ),
    ("“My bread is late,” the man could be heard saying.", [("“My bread is late,”", "the man")]),
    (
        "Tom Orr, who lost the vote to Vale, said the mayor “sold no boats and no bread.”",
        [("the mayor “sold no boats and no bread.”", "Tom Orr")],
    ),
    (
        "Orr says he would sit the owner down and tell him “no more mud.”",
        [("he would sit the owner down and tell him “no more mud.”", "Orr")],
    ),
    (
        "Tom Orr, a former clerk who now advises the yards, says: “It is late.”",
        [("“It is late.”", "Tom Orr")],
    ),
    ("“It is a good boat,” deadpanned Ben Hill.", [("“It is a good boat,”", "Ben Hill")]),
    ("“That is a lot of mud,” inquired Ann Vale.", [("“That is a lot of mud,”", "Ann Vale")]),
    (
        "Orr got a note from his sister, Ann Vale that said, “It is all my own bread.”",
        [("“It is all my own bread.”", "Ann Vale")],
    ),
    (
        (
            "The pier stayed put (asked about the rope, Ann Vale says it was fine because "
            "“it held from end to end”), and the boats were kept dry."
        ),
        [("it was fine because “it held from end to end”", "Ann Vale")],
    ),
    ("Asked a Leeds baker: “Is it just me?”", [("“Is it just me?”", "a Leeds baker")]),
    (
        (
            "“He left on Thursday. It was his hobby.” Ann Vale told this newspaper. The "
            "rest is dark."
        ),
        [("“He left on Thursday. It was his hobby.”", "Ann Vale")],
    ),
    (
        "“It is late.” Ann Vale said it was not.",
        [("“It is late.”", "Ann Vale"), ("it was not", "Ann Vale")],
    ),
    (
        "“It is late for the boats,” said her brother. The pier is shut, said her lawyer.",
        [("“It is late for the boats,”", "her brother"), ("The pier is shut", "her lawyer")],
    ),
    (
        "“It is late,” Tom Orr, who has two children, argued when asked about it.",
        [("“It is late,”", "Tom Orr")],
    ),
    (
        "Ann Vale tweeted the plan “will not work” and is dead.",
        [("the plan “will not work” and is dead", "Ann Vale")],
    ),
    (
        "Ann Vale told reporters that being mayor is “hard work.”",
        [("that being mayor is “hard work.”", "Ann Vale")],
    ),
    (
        "Officials said on Monday the ministry “takes all complaints seriously.”",
        [("the ministry “takes all complaints seriously.”", "Officials")],
    ),
]


@pytest.mark.parametrize(("text", "quotations"), _QUOTED)
def test_a_quotation_has_its_edges_and_its_speaker(
    text: str, quotations: list[tuple[str, str]]
) -> None:
    assert [(q.span.of(text), q.reference) for q in found(text).quotations] == quotations
