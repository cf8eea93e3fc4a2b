"""A text's quotations: their edges, their kind, their speakers."""

from __future__ import annotations

import pytest

from driftline.engine.options import QuotationOptions
from driftline.engine.quotation.extract import extract
from driftline.engine.records import (
    Cut,
    Metadata,
    Paragraph,
    Quotation,
    QuotationKind,
    Reason,
    Source,
    Span,
    Version,
)
from quality.quotes import as_read, found


def said(text: str) -> list[tuple[str, str, str]]:
    return [(q.span.of(text), q.reference, q.cue) for q in found(text).quotations]


def only(text: str) -> Quotation:
    (quotation,) = found(text).quotations
    return quotation


@pytest.mark.parametrize(
    ("text", "quote", "reference", "cue"),
    [
        ("“It is late,” Ann Vale said.", "“It is late,”", "Ann Vale", "said"),
        ('Ann Vale told reporters: "It is late."', '"It is late."', "Ann Vale", "told"),
        ("Ann Vale said the bridge was unsafe.", "the bridge was unsafe", "Ann Vale", "said"),
        (
            "Orr told a crowd in Leeds on Friday that the bridge would close.",
            "that the bridge would close",
            "Orr",
            "told",
        ),
        (
            "The bridge will close, according to the city council.",
            "The bridge will close",
            "the city council",
            "according to",
        ),
        (
            "Ann Vale praised the crew, adding that the bridge would close.",
            "that the bridge would close",
            "Ann Vale",
            "adding",
        ),
        (
            "“It is late,” said Ann Vale, the mayor of Leeds, after the vote.",
            "“It is late,”",
            "Ann Vale",
            "said",
        ),
    ],
)
def test_a_cue_gives_the_words_and_the_speaker(
    text: str, quote: str, reference: str, cue: str
) -> None:
    assert said(text) == [(quote, reference, cue)]


@pytest.mark.parametrize(
    "text",
    [
        "The “express” bus broke down again.",
        "She read “The Long Road” on the train.",
        "A poster by the door read “No entry.”",
        "Ann Vale declined to say whether the bridge was safe.",
        "Ann Vale did not say that the bridge was safe.",
        "Shares in the firm added 0.4 per cent.",
        "Four member states chose a new name.",
    ],
)
def test_what_nobody_said_is_no_quotation(text: str) -> None:
    assert found(text).quotations == ()


def test_marked_words_that_are_no_speech_are_told_apart() -> None:
    text = "The “express” bus broke down again."
    assert [s.of(text) for s in found(text).scare_quotes] == ["“express”"]


def test_an_interrupted_quotation_has_two_spans() -> None:
    text = "“Yes,” Ann Vale said, “the bridge is closed.”"
    quotation = only(text)
    assert [s.of(text) for s in quotation.spans] == ["“Yes,”", "“the bridge is closed.”"]
    assert quotation.kind is QuotationKind.DIRECT


@pytest.mark.parametrize(
    "told", [", an engineer at the dam,", ", 43,", ", who built it,", ", an engineer,"]
)
def test_what_is_told_of_the_speaker_interrupts_too(told: str) -> None:
    text = f"“The dam will hold,” said Ada Marlow{told} “until the spring.”"
    quotation = only(text)
    assert [span.of(text) for span in quotation.spans] == [
        "“The dam will hold,”",
        "“until the spring.”",
    ]
    assert quotation.reference == "Ada Marlow"


def test_a_title_behind_the_speaker_is_not_said() -> None:
    text = "“We lost,” said Ada Marlow, whose book, “the long way,” is out."
    assert [span.of(text) for span in only(text).spans] == ["“We lost,”"]


def test_a_fragment_takes_the_clause_it_stands_in() -> None:
    text = "Ann Vale said the bridge was “a wreck” and would close."
    quotation = only(text)
    assert quotation.span.of(text) == "the bridge was “a wreck” and would close"
    assert quotation.kind is QuotationKind.MIXED


def test_pronouns_and_roles_stand_for_the_person_named() -> None:
    text = (
        "Harbour spokeswoman Ann Vale met the mayor, Tom Orr, on Monday.\n"
        "“We are closed,” the spokeswoman said.\n"
        "“We open in May,” she added.\n"
        "The mayor said the harbour would need money."
    )
    assert [reference for _, reference, _ in said(text)] == ["Ann Vale", "Ann Vale", "Tom Orr"]


def test_a_role_is_known_before_its_holder_is_named() -> None:
    text = (
        "The harbour will open in May, according to the harbour spokeswoman.\n"
        "Ann Vale, the harbour spokeswoman, reported that work had begun."
    )
    assert {reference for _, reference, _ in said(text)} == {"Ann Vale"}


def test_a_floating_quotation_goes_on_with_the_speaker_before() -> None:
    text = "“It is late,” Ann Vale said. “We should go.”"
    first, second = found(text).quotations
    assert (second.speaker, second.speaker_start, second.cue) == ("", None, "")
    assert second.reference == first.reference == "Ann Vale"


def test_a_speaker_named_at_the_end_is_carried_back() -> None:
    text = "“It rained for a week.\n“Then it stopped,” Ann Vale said."
    assert [reference for _, reference, _ in said(text)] == ["Ann Vale", "Ann Vale"]


def test_a_transcript_gives_each_line_to_its_name() -> None:
    text = "VALE: Is the bridge safe?\nORR: It is not."
    assert said(text) == [("Is the bridge safe?", "VALE", ""), ("It is not.", "ORR", "")]


def test_cut_text_is_not_quoted() -> None:
    text = "“Buy now,” the ad said.\n“It is late,” Ann Vale said."
    line = text.index("\n")
    version = Version(
        Source("a", "0", "text/plain", "utf-8", text),
        cuts=(Cut(Span(0, line), Reason.ADVERTISEMENT),),
        paragraphs=(Paragraph(Span(line + 1, len(text))),),
        metadata=Metadata(language="en"),
    )
    assert [q.reference for q in extract(version, QuotationOptions()).quotations] == ["Ann Vale"]


def test_a_cut_parts_a_quotation_and_ends_a_name() -> None:
    text = "Harbour master Lena ADVERT Voss said the ferry would ADVERT leave at nine."
    places = text.index("ADVERT"), text.rindex("ADVERT")
    cuts = tuple(Cut(Span(at, at + len("ADVERT")), Reason.ADVERTISEMENT) for at in places)
    source = Source("a.txt", "0", "text/plain", "utf-8", text)
    version = Version(source, cuts, (Paragraph(Span(0, len(text))),))
    (quotation,) = extract(version, QuotationOptions()).quotations
    assert [span.of(text) for span in quotation.spans] == ["the ferry would", "leave at nine"]
    assert text.index(quotation.speaker) == quotation.speaker_start
    text = "“The ferry ADVERT leaves,” said Lena Voss."
    source = Source("a.txt", "0", "text/plain", "utf-8", text)
    version = Version(source, (Cut(Span(11, 17), Reason.OTHER),), (Paragraph(Span(0, len(text))),))
    (quotation,) = extract(version, QuotationOptions()).quotations
    assert [span.of(text) for span in quotation.spans] == ["“The ferry", "leaves,”"]
    assert quotation.kind is QuotationKind.DIRECT


def test_a_speaker_corrected_by_hand_stands() -> None:
    text = "“It is late,” she said."
    options = QuotationOptions(speakers=((0, "Ann Vale"),))
    (quotation,) = extract(as_read(text), options).quotations
    assert quotation.reference == "Ann Vale"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            "Ann Vale, who said in May that the bridge was safe, closed it on Friday.",
            ["that the bridge was safe"],
        ),
        (
            "When Ann Vale said the bridge was safe, both councils sent their lorries over it.",
            ["the bridge was safe"],
        ),
        (
            "As Ann Vale noted in a letter on Monday, the rent has doubled since May.",
            ["the rent has doubled since May"],
        ),
        (
            "Vale said in a film that showed the bridge that nobody had looked after it.",
            ["that nobody had looked after it"],
        ),
        (
            "Vale promised to “mend the old bridge” before the winter.",
            ["to “mend the old bridge” before the winter"],
        ),
        ("Vale told her neighbours, “The bridge is ours.”", ["“The bridge is ours.”"]),
        (
            "“A word of thanks” to the ferrymen was due, Ann Vale said.",
            ["“A word of thanks” to the ferrymen was due"],
        ),
        (
            "Vale said the bridge was closed, and she urged the drivers to wait.",
            ["the bridge was closed", "the drivers to wait"],
        ),
        (
            "Vale admitted that the bridge wasn’t safe, adding that “nobody had looked.”",
            ["that the bridge wasn’t safe", "that “nobody had looked.”"],
        ),
        (
            "Vale said the town has two ways: “We pay for the bridge or we swim.”",
            ["the town has two ways: “We pay for the bridge or we swim.”"],
        ),
        (
            "“The rent will double” for some of us, Ann Vale said.",
            ["“The rent will double” for some of us"],
        ),
        (
            "“We are poor,” Ann Vale said. “Nobody will ever mend” the bridge.",
            ["“We are poor,”", "“Nobody will ever mend” the bridge."],
        ),
        (
            "“We are ready,” Ann Vale, head of roads, bridges, and ferries, said on Monday.",
            ["“We are ready,”"],
        ),
        (
            "Vale closed it, reasoning that “nobody had looked at it for years.”",
            ["that “nobody had looked at it for years.”"],
        ),
        (
            "Unless it rains, Ann Vale warned, the river will fall dry.",
            ["Unless it rains, Ann Vale warned, the river will fall dry"],
        ),
        (
            "The mayors — among them Orr and Hill — have long argued that the river is dry.",
            ["that the river is dry"],
        ),
        (
            "Walking out to shouts of “Shame on you,” Ann Vale said her plan was “moving on.”",
            ["her plan was “moving on.”"],
        ),
        (
            "It rained in May, and as Ann Vale noted, the river was still dry in June.",
            ["the river was still dry in June"],
        ),
        (
            "Vale said the ferry was a “floating coffin” and the pier next to it a ruin.",
            ["the ferry was a “floating coffin” and the pier next to it a ruin"],
        ),
        (
            "Vale said the ferry was slow, a charge that the owners denied on Friday.",
            ["the ferry was slow"],
        ),
        ("King says Vale “walked the walk and paid.”", ["Vale “walked the walk and paid.”"]),
        (
            "Orr said, “We sail with the ferry from Leeds” to the last pier.",
            ["“We sail with the ferry from Leeds” to the last pier"],
        ),
        (
            "Orr said both piers are “holes in the river,” but he had one wish: “Mend the ferry.”",
            ["both piers are “holes in the river,”", "“Mend the ferry.”"],
        ),
        ("The bridge is in her book, “The River and the Town.”", []),
        ("Mending is easier said than done in the harbour of this town.", []),
        ("The ships, boats and ferries have claims in the harbour court.", []),
        ("Since announcing her plan in Leeds, Vale had waited for the council.", []),
        ("They met at the Harbour Express in the old part of the town.", []),
        ("Children acted in a play called “The Old Bridge” on Monday.", []),
        ("Officials will scrap the step to “streamline” the work.", []),
    ],
)
def test_a_reported_clause_ends_where_the_writer_takes_over(text: str, quotes: list[str]) -> None:
    assert [quote for quote, _, _ in said(text)] == quotes


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Tom Orr told reporters that he was tired. Ann Vale opened the bridge. It rained all "
            "night. She said it would last.",
            ["Tom Orr", "Ann Vale"],
        ),
        (
            "On Monday night, harbour master Tom Orr wrote a letter to Ben Hill. He writes that "
            "the pier is unsafe.",
            ["Tom Orr"],
        ),
        (
            "At a meeting in Leeds, Yorkshire, on Friday, Ann Vale was blunt, saying the bridge "
            "was a ruin.",
            ["Ann Vale"],
        ),
        (
            "Ann Vale met Tom Orr. “We never liked Ben Hill,” Vale said. “He is gone,” she said.",
            ["Ann Vale", "Ann Vale"],
        ),
        (
            "Ann Vale runs the mill. Vale and her lawyers said it was late. Vale and others "
            "said it was early.",
            ["Vale and her lawyers", "Vale and others"],
        ),
        (
            "Port Director James A. Hill closed the pier on Friday evening, telling guests that it "
            "was over.",
            ["James A. Hill"],
        ),
        (
            "On Sunday morning Mr. Orr made a third attempt to mend it, writing on Twitter that it "
            "was the rain. Both owners left the hall, saying that he was rude.",
            ["Mr. Orr", "Both owners"],
        ),
        (
            "As rivals spoke of Hill repeating himself in May, Orr told voters on Sunday that he "
            "would go on. And as Ann Vale, the mayor, put it: “He is a mule.”",
            ["Orr", "Ann Vale"],
        ),
        (
            "Ann Vale is tired. She’s saying that the bridge was closed. It’s said that it rained.",
            ["Ann Vale"],
        ),
        (
            "“Nothing we could do would help” said Ben Hill, the clerk. “It is over” Orr said.",
            ["Ben Hill", "Orr"],
        ),
        (
            "Ann Vale (a baker so busy that she has been seen asleep) says the oven is hot.",
            ["Ann Vale"],
        ),
        (
            "Ann Vale and Tom Vale own the mill. Vale was tired. “It is late,” he said.",
            ["Tom Vale"],
        ),
        (
            "The charity Hope Says and the union said that the ferry was late.",
            ["The charity Hope Says and the union"],
        ),
    ],
)
def test_who_is_meant(text: str, speakers: list[str]) -> None:
    assert [reference for _, reference, _ in said(text)] == speakers


@pytest.mark.parametrize(
    ("text", "quote", "kind"),
    [
        (
            "Vale said “it is never right,” and the council’s acts “fall upon the town.”",
            "“it is never right,” and the council’s acts “fall upon the town.”",
            QuotationKind.MIXED,
        ),
        ('“He said "go" to me,” Vale said.', '“He said "go" to me,”', QuotationKind.DIRECT),
        ("“We go.” “We stay,” Vale said.", "“We go.” “We stay,”", QuotationKind.DIRECT),
        (
            "Vale described herself as “short of breath” and feeling a little ill.",
            "“short of breath” and feeling a little ill",
            QuotationKind.MIXED,
        ),
    ],
)
def test_words_between_the_marks_make_it_mixed(text: str, quote: str, kind: QuotationKind) -> None:
    quotation = only(text)
    assert (quotation.span.of(text), quotation.kind) == (quote, kind)


@pytest.mark.parametrize(
    "text",
    [
        "“One day we go.\n“The ‘Barn’ is old.\n“We leave,” Ann Vale said.",
        '"One day we go.\n"The “Barn” is old.\n"We leave," Ann Vale said.',
        "‘One day we’ll go.\n‘The “Barn” is old.\n‘We leave,’ Ann Vale said.",
    ],
)
def test_marks_inside_a_quotation_of_several_paragraphs_part_nothing(text: str) -> None:
    quotations = found(text).quotations
    assert [q.span.of(text) for q in quotations[:2]] == text.split("\n")[:2]
    assert {(q.kind, q.reference) for q in quotations} == {(QuotationKind.DIRECT, "Ann Vale")}


def test_single_marks_inside_a_clause_make_it_mixed() -> None:
    text = "Ann Vale said the council 'wouldn't listen' to 'anyone's view'."
    assert [q.kind for q in found(text).quotations] == [QuotationKind.MIXED]
