"""Where the words of a speaker end and the writer's begin, in sentences of every newspaper."""

from __future__ import annotations

import pytest

from quality.quotes import found

# A text, and each quotation in it with whom it stands for.
_HELD_BACK = [
    (
        "Ann Vale promised that the city would “look at everything”, but gave no timetable.",
        [("that the city would “look at everything”", "Ann Vale")],
    ),
    (
        "Ann Vale said the yard was “still counting” and declined to comment further.",
        [("the yard was “still counting”", "Ann Vale")],
    ),
    (
        "Ann Vale said the ferry was late but would not say when it would leave.",
        [("the ferry was late", "Ann Vale")],
    ),
    (
        "Ann Vale said the talks went well, without giving details.",
        [("the talks went well", "Ann Vale")],
    ),
    (
        "Ann Vale said the mill knew of the leak but did not tell anyone.",
        [("the mill knew of the leak but did not tell anyone", "Ann Vale")],
    ),
    (
        "Ann Vale said the mill had lied and refused to pay.",
        [("the mill had lied and refused to pay", "Ann Vale")],
    ),
    (
        "Ann Vale said he left without saying goodbye.",
        [("he left without saying goodbye", "Ann Vale")],
    ),
]
_ASIDE = [
    (
        "Ann Vale has proposed a wall that, she says, would protect the town.",
        [("would protect the town", "Ann Vale")],
    ),
    (
        "It was her mother, Ann Vale says, who stayed on the island.",
        [("It was her mother … who stayed on the island", "Ann Vale")],
    ),
    (
        "Ann Vale said she left because “most people forget that,” she said.",
        [("she left because “most people forget that,”", "Ann Vale")],
    ),
    (
        "Ann Vale went on to say that, because Tom Orr testified that it was late, nobody came.",
        [("that, because Tom Orr testified that it was late, nobody came", "Ann Vale")],
    ),
    (
        "Ann Vale, despite admitting that the ferry was old, the crew is safe.",
        [("that the ferry was old", "Ann Vale")],
    ),
]
_CUES = [
    ("Ann Vale muttered that the ferry was late.", [("that the ferry was late", "Ann Vale")]),
    (
        "As Ann Vale put it in a letter to the Echo, the ferry is “a disgrace.”",
        [("the ferry is “a disgrace.”", "Ann Vale")],
    ),
    (
        "Ann Vale sent out a row of tweets on Friday saying that the mayor had shown “no sense.”",
        [("that the mayor had shown “no sense.”", "Ann Vale")],
    ),
    (
        "Asked by Tom Orr, counsel to the inquiry, how it had felt, Ann Vale said: “It was cold.”",
        [("“It was cold.”", "Ann Vale")],
    ),
    ("That was what Ann Vale said when she left the yard.", []),
    ("It was a rise, much of which was due to the laws proposed during the war.", []),
    ("Last year, spending shot back up, passing every forecast.", []),
    ("Ann Vale ran well, starting early and tiring the longer the race went on.", []),
    ("Now tell us it was no accident.", []),
    ("There are letters that Ann Vale thinks should be read.", []),
]

_BIDDEN = [
    ("Ann Vale urged the town to mend the pier.", [("the town to mend the pier", "Ann Vale")]),
    (
        "The group asked the council to let drivers decide whether they want a bridge.",
        [("the council to let drivers decide whether they want a bridge", "The group")],
    ),
    ("Ann Vale called on Tom Orr to resign.", [("Tom Orr to resign", "Ann Vale")]),
    (
        "Ann Vale told drivers not to use the bridge.",
        [("drivers not to use the bridge", "Ann Vale")],
    ),
    (
        "Ann Vale vowed to keep the mill, but sounded tired on Monday.",
        [("to keep the mill", "Ann Vale")],
    ),
    (
        "Ann Vale asked her crew to make sure it is “shipshape and dry”.",
        [("her crew to make sure it is “shipshape and dry”", "Ann Vale")],
    ),
    ("Ann Vale, who asked not to be named, was sent home and told to wait.", []),
    ("The day promised to be long.", []),
    ("Her prize was a step toward encouraging the move from wool to silk.", []),
    ("Ann Vale rowed home and was told by the crew to rest.", [("to rest", "the crew")]),
]
_WHOSE = [
    (
        "Ann Vale, once described by a rival as “a stubborn fool,” left on Sunday.",
        [("“a stubborn fool,”", "a rival")],
    ),
    ("The plan, branded “absurd” by residents, was dropped.", [("“absurd”", "residents")]),
    (
        "Ann Vale, asked if a deal was near, said, “We will see.”",
        [("“We will see.”", "Ann Vale")],
    ),
    (
        "Ann Vale, who says her costs were “very high,” described the visit as “horrible.”",
        [("her costs were “very high,”", "Ann Vale"), ("“horrible.”", "Ann Vale")],
    ),
    ("Ann Vale, who stars in “The Old Mill,” posted the clip on Friday.", []),
    (
        "The company, which has the slogan “Honest food, fair prices”, said that sales rose.",
        [("that sales rose", "The company")],
    ),
    (
        "The talks ended, with Ann Vale saying it was late and Tom Orr insisting it was not.",
        [("it was late", "Ann Vale"), ("it was not", "Tom Orr")],
    ),
    (
        "Ann Vale gave assurances that the ferry was safe.",
        [("that the ferry was safe", "Ann Vale")],
    ),
    (
        "Ann Vale voiced concern that the pier was rotten.",
        [("that the pier was rotten", "Ann Vale")],
    ),
    ("It opened under a set of old rules that could close the mill.", []),
    (
        "Ann Vale said she liked the boat and called the sail “absurd.”",
        [("she liked the boat", "Ann Vale"), ("“absurd.”", "Ann Vale")],
    ),
    ("Less than an hour later, Ann Vale wrote, “It is over.”", [("“It is over.”", "Ann Vale")]),
    ("“It is late,” Ann Vale said, wiping her face.", [("“It is late,”", "Ann Vale")]),
    ("The boats were sold, Ann Vale said, wiping her face.", [("The boats were sold", "Ann Vale")]),
    ("Ann Vale denies the allegations.", []),
    (
        "City boss Rui Alves won. “For me it is clear,” the Portuguese said.",
        [("“For me it is clear,”", "Rui Alves")],
    ),
    ("“It is late,” according to a clerk at the yard.", [("“It is late,”", "a clerk at the yard")]),
    (
        "Ann Vale left. Pupils, she wrote, “will simply row home.”",
        [("Pupils … “will simply row home.”", "Ann Vale")],
    ),
    (
        "If the calls are not heeded, Ann Vale warned, most crews plan to leave.",
        [("If the calls are not heeded … most crews plan to leave", "Ann Vale")],
    ),
    (
        "When the rule goes into effect, Ann Vale added, “it will feel like spring.”",
        [("When the rule goes into effect … “it will feel like spring.”", "Ann Vale")],
    ),
    (
        "When the show was over, Ann Vale said, “Thank you all for coming.”",
        [("“Thank you all for coming.”", "Ann Vale")],
    ),
    (
        "There were claims by Tom Orr that the vote had been rigged.",
        [("that the vote had been rigged", "Tom Orr")],
    ),
    (
        "Ann Vale said — on the radio, as it happens — that she had won.",
        [("that she had won", "Ann Vale")],
    ),
    ("Bakers believe this provides work.", [("this provides work", "Bakers")]),
    (
        "Ann Vale said the warning was late, and accused Tom Orr of sleeping.",
        [("the warning was late", "Ann Vale"), ("Tom Orr of sleeping", "Ann Vale")],
    ),
    (
        "Jane Khan and her husband came. “I cried,” Ms. Khan said. “So did I,” Mr. Khan said.",
        [("“I cried,”", "Jane Khan"), ("“So did I,”", "Mr. Khan")],
    ),
    (
        "Tom Orr left. In a note sent through a spokeswoman, Orr was brief. “I am sad,” he said.",
        [("“I am sad,”", "Tom Orr")],
    ),
    (
        "Kobe Moss spoke to Tom Orr. Moss, 13, of Leeds sold tea. “It was cold,” he said.",
        [("“It was cold,”", "Kobe Moss")],
    ),
    ("Ann Vale would only say “soon.”", [("“soon.”", "Ann Vale")]),
    (
        "Kelp has shrunk by half in a decade, a new study has found.",
        [("Kelp has shrunk by half in a decade", "a new study")],
    ),
    (
        "Tom Orr went home. “It was quiet,” the 22-year-old sailor said.",
        [("“It was quiet,”", "Tom Orr")],
    ),
    (
        "Retired baker Tom Orr read from a letter. “You took it,” it said.",
        [("“You took it,”", "it")],
    ),
    (
        "Ann Vale said she was not “very worried” and repeated her threat to leave.",
        [("she was not “very worried”", "Ann Vale")],
    ),
    ("Ann Vale left. “We are late” she said.", [("“We are late”", "Ann Vale")]),
    ("“We are late,” tweeted @annvale.", [("“We are late,”", "@annvale")]),
    ("Says Ann Vale, the mayor: “We are late.”", [("“We are late.”", "Ann Vale")]),
    ("What Ann Vale calls “the long wait” is over.", [("“the long wait”", "Ann Vale")]),
    (
        "“We are late,” Ann Vale said. And then: “So late.”",
        [("“We are late,”", "Ann Vale"), ("“So late.”", "Ann Vale")],
    ),
    (
        "Ann Vale said the city was “watching closely” but stopped short of promising money.",
        [("the city was “watching closely”", "Ann Vale")],
    ),
    (
        "Bakers in southern Norland say they are late.",
        [("they are late", "Bakers in southern Norland")],
    ),
    (
        "Paul and Jane Moss allege the rent was late.",
        [("the rent was late", "Paul and Jane Moss")],
    ),
    (
        "Ann Vale left. The teen shook her head. “I would do it again,” she said.",
        [("“I would do it again,”", "The teen")],
    ),
    (
        "Ann Moss left. Orr’s mother shook her head. “He’s a good boy,” she said.",
        [("“He’s a good boy,”", "Orr’s mother")],
    ),
    (
        "Chair Tom Orr was late. “No,” he said. The president said it was early.",
        [("“No,”", "Tom Orr"), ("it was early", "The president")],
    ),
    (
        "Ann Vale said that Tom Orr was rude, and she accused him of sleeping.",
        [("that Tom Orr was rude", "Ann Vale"), ("him of sleeping", "Ann Vale")],
    ),
    (
        "Ann Vale spoke on Monday, describing her son as a hero but insisting that she had "
        "“no right” to weep.",
        [("her son as a hero", "Ann Vale"), ("that she had “no right” to weep", "Ann Vale")],
    ),
    (
        "Ann Vale, meanwhile, who leads the yard, said the ferry was late.",
        [("the ferry was late", "Ann Vale")],
    ),
    (
        "Ann Vale - who said she would sell the mill - left on Monday.",
        [("she would sell the mill", "Ann Vale")],
    ),
    (
        "Ann Vale pledged on Saturday to rid the town of “this mess” but said little more.",
        [("to rid the town of “this mess”", "Ann Vale")],
    ),
    (
        "Ann Vale met Tom Orr, who said that the two mills, and hers in particular, must close.",
        [("that the two mills, and hers in particular, must close", "Tom Orr")],
    ),
    ("LEEDS CITY: Ten boats sank, officials said.", [("Ten boats sank", "officials")]),
    (
        "Ann Vale defended her claim that boats “have it easy,” and left.",
        [("that boats “have it easy,”", "Ann Vale")],
    ),
    (
        "Ann Vale said she saw the anger, but insisted safety had to come first.",
        [("she saw the anger", "Ann Vale"), ("safety had to come first", "Ann Vale")],
    ),
    (
        "Ann Vale left. Her book, The Cold Room, is, she insists, the last.",
        [("Her book, The Cold Room, is … the last", "Ann Vale")],
    ),
    (
        "Ida Blom was born in Leeds, the daughter of a baker. “It was cold,” she said.",
        [("“It was cold,”", "Ida Blom")],
    ),
    ("Her friend nodded. “It is late,” she said.", [("“It is late,”", "Her friend")]),
    (
        "Chair Tom Orr came. “It is late,” the Leeds MP said.",
        [("“It is late,”", "Tom Orr")],
    ),
    (
        "Anna Vale: Is it safe?\nTom Orr: Not now.\nAnna Vale: When?\nTom Orr: In May.",
        [
            ("Is it safe?", "Anna Vale"),
            ("Not now.", "Tom Orr"),
            ("When?", "Anna Vale"),
            ("In May.", "Tom Orr"),
        ],
    ),
    ("Myth: Boats sink.\nFact: They float.\nMyth: Oars break.\nFact: They bend.", []),
    ("J.D. Orr left. “It is late,” he said.", [("“It is late,”", "J.D. Orr")]),
    ("“It is late,” said S. K. Orr. He left.", [("“It is late,”", "S. K. Orr")]),
    (
        "The Speaker, P. Orr, was late. “I am here,” the Speaker said.",
        [("“I am here,”", "P. Orr")],
    ),
    (
        "“It is late,” said Thomas Alan King Jr. in Leeds.",
        [("“It is late,”", "Thomas Alan King Jr")],
    ),
    ("Ann Vale questioned whether it was late.", [("whether it was late", "Ann Vale")]),
    ("Ann Vale writes: The wall has fallen.", [("The wall has fallen", "Ann Vale")]),
    ("Review: ‘The Salt Road’ is a triumph of patience", []),
    (
        "Opposition Leader Ann Vale met Parent Tom Orr. “It is late,” the Opposition leader said.",
        [("“It is late,”", "Ann Vale")],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), [*_HELD_BACK, *_ASIDE, *_CUES, *_BIDDEN, *_WHOSE])
def test_a_report_ends_where_the_writer_goes_on(text: str, wanted: list[tuple[str, str]]) -> None:
    quotations = found(text, "en").quotations
    said = [(" … ".join(span.of(text) for span in q.spans), q.reference) for q in quotations]
    assert said == wanted
