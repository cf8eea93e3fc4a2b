"""Reported speech as newspapers write it: where it starts and ends, and who speaks."""

from __future__ import annotations

import pytest

from quality.quotes import found

# A text, its quotations, and whom each stands for.
_REPORTED: list[tuple[str, list[tuple[str, str]]]] = [
    ("Ann Vale told the court women are paid less.", [("women are paid less", "Ann Vale")]),
    ("Ann Vale told the Leeds Echo women are paid less.", [("women are paid less", "Ann Vale")]),
    (
        "Ann Vale told the Leeds Echo not everyone was ready.",
        [("not everyone was ready", "Ann Vale")],
    ),
    (
        "Ann Vale said in Leeds his mother, who is 80, was there.",
        [("his mother, who is 80, was there", "Ann Vale")],
    ),
    ("Ann Vale said: The bridge is far too old.", [("The bridge is far too old", "Ann Vale")]),
    (
        "The bridge is far too old, as Ann Vale said on Monday.",
        [("The bridge is far too old", "Ann Vale")],
    ),
    (
        "Ann Vale paused, then said that the ferry was late.",
        [("that the ferry was late", "Ann Vale")],
    ),
    (
        "According to the union's president, Tom Orr, nobody was hurt on the ferry.",
        [("nobody was hurt on the ferry", "Tom Orr")],
    ),
    (
        "According to Tom Orr, 54, nobody was hurt on the ferry.",
        [("nobody was hurt on the ferry", "Tom Orr")],
    ),
    (
        (
            "After the bridge closed, drivers took the ferry to the mill, Ann Vale said "
            "while opening the pier."
        ),
        [("After the bridge closed, drivers took the ferry to the mill", "Ann Vale")],
    ),
    (
        (
            "While the ferry was kept dry by its crew, the pier may be in for some rot, "
            "said Tom Orr, a joiner at the yard."
        ),
        [("While the ferry was kept dry by its crew, the pier may be in for some rot", "Tom Orr")],
    ),
    (
        (
            "If that holds, it would mean a hole in the budget, said Tom Orr, a Leeds clerk"
            " who counts the tolls."
        ),
        [("If that holds, it would mean a hole in the budget", "Tom Orr")],
    ),
    (
        ("He hurt his hip and thigh and a harbour spokesman said Orr was in fair condition."),
        [("Orr was in fair condition", "a harbour spokesman")],
    ),
    (
        (
            "When Harbour Mills, one of the largest yards in the county, recently told "
            "workers it would close, nobody left."
        ),
        [("it would close", "Harbour Mills")],
    ),
    ("Six years ago Ann Vale said the bridge was safe.", [("the bridge was safe", "Ann Vale")]),
    (
        "The Mills on Tuesday announced that the yard was sold.",
        [("that the yard was sold", "Mills")],
    ),
    ("Both councils said the bridge was safe.", [("the bridge was safe", "Both councils")]),
    ("Most bakers, however, argue that bread is cheap.", [("that bread is cheap", "Most bakers")]),
    (
        "Old papers show Mrs Vale warned in May that the bridge would fall.",
        [("that the bridge would fall", "Mrs Vale")],
    ),
    (
        (
            "A clerk who did not wish to be named said in a letter mailed to the Leeds Echo"
            " that the yard never sells boats."
        ),
        [("that the yard never sells boats", "A clerk who did not wish to be named")],
    ),
    (
        ("Even the handbook of the yard, part of the Harbour Office, says the tide is high."),
        [("the tide is high", "the handbook of the yard, part of the Harbour Office")],
    ),
    (
        (
            "Other papers later quoted the head of the yard, Ben Hill, as saying only three"
            " boats were lost."
        ),
        [("only three boats were lost", "Ben Hill")],
    ),
    ("Orr was quoted as saying that the ferry was late.", [("that the ferry was late", "Orr")]),
    (
        "At nine Ann Vale texted to say the boats were there.",
        [("the boats were there", "Ann Vale")],
    ),
    (
        "Vale wrote that he would be on the pier and the clerk replied that he was ready.",
        [("that he would be on the pier", "Vale"), ("that he was ready", "the clerk")],
    ),
    (
        (
            "For a year Orr had been demanding that the town pay, and according to Ann "
            "Vale, the police know that he is poor."
        ),
        [("that the town pay", "Orr"), ("the police know that he is poor", "Ann Vale")],
    ),
    (
        "Vale denied having sold the boat and opened the yard to the police.",
        [("having sold the boat", "Vale")],
    ),
    (
        ("While many point out that the toll is too low, engineers are meeting to raise it."),
        [("that the toll is too low", "many")],
    ),
    (
        "Once the clerk mentioned that he had a boat, Vale left the hall.",
        [("that he had a boat", "the clerk")],
    ),
    (
        "Vale said others had raised concerns about Orr, a view Orr denied on Friday.",
        [("others had raised concerns about Orr", "Vale")],
    ),
    (
        "Clerk Ben Hill said in the letter this case proves that the bridge is old.",
        [("this case proves that the bridge is old", "Ben Hill")],
    ),
    (
        ("According to the report, published in the Leeds Echo, the baker had slept for months."),
        [("the baker had slept for months", "the report, published in the Leeds Echo")],
    ),
    (
        "Meanwhile, Ann Vale says, they are trying to mend it.",
        [("they are trying to mend it", "Ann Vale")],
    ),
    (
        ("The yard typically asks for payment within ten days of the sale, the Echo reported."),
        [("The yard typically asks for payment within ten days of the sale", "Echo")],
    ),
    (
        (
            "Around ten the owner of the mill came out to see a man asleep at his door, "
            "officials said."
        ),
        [
            (
                "Around ten the owner of the mill came out to see a man asleep at his door",
                "officials",
            )
        ],
    ),
    (
        (
            "LEEDS — After nearly ten years of hostile talks, the council plans to mend the"
            " old bridge, mill officials said late Thursday."
        ),
        [
            (
                (
                    "After nearly ten years of hostile talks, the council plans to mend the old "
                    "bridge"
                ),
                "mill officials",
            )
        ],
    ),
    (
        "This is the tenth hole since the yard was opened, Vale said.",
        [("This is the tenth hole since the yard was opened", "Vale")],
    ),
    ("Early reports said Orr had come by train.", [("Orr had come by train", "Early reports")]),
    ("Mending it is dear, the letter states.", [("Mending it is dear", "the letter")]),
    (
        (
            "The man who the police said sank two boats and set off a hunt along the river,"
            " was found on Monday."
        ),
        [("sank two boats and set off a hunt along the river", "the police")],
    ),
    (
        (
            "One arm was nearly lost, according to her father, and the letter claims that "
            "another was hurt."
        ),
        [("One arm was nearly lost", "her father"), ("that another was hurt", "the letter")],
    ),
    (
        "In 2014, the town had ten boats, according to the Harbour Office.",
        [("In 2014, the town had ten boats", "Harbour Office")],
    ),
    (
        (
            "Amid a row over boats, the town has shown that it can mend them, according to "
            "the mayor."
        ),
        [("the town has shown that it can mend them", "the mayor")],
    ),
    ("Orr admitted taking the boat.", [("taking the boat", "Orr")]),
    ("Tom Orr, speaking Welsh, told police he had no papers.", [("he had no papers", "Tom Orr")]),
    (
        "Hill explained that the aim was to keep the boats and maintain the peace.",
        [("that the aim was to keep the boats and maintain the peace", "Hill")],
    ),
    (
        "At noon, she continued, the boats had left.",
        [("At noon, she continued, the boats had left", "she")],
    ),
    (
        ("The bridge is in need of paint, the yard says — also in line with the view of the bank."),
        [("The bridge is in need of paint", "the yard")],
    ),
    (
        "Vale’s claim that there would be no ferry this year makes that harder.",
        [("that there would be no ferry this year", "Vale")],
    ),
    (
        "The bank forecast on Tuesday that the harbour would grow.",
        [("that the harbour would grow", "The bank")],
    ),
    (
        "Orr asked the clerk on Monday if the bridge was still safe.",
        [("if the bridge was still safe", "Orr")],
    ),
    (
        "As yet, there is no ferry, the harbour board said, according to the Echo.",
        [("As yet, there is no ferry", "the harbour board")],
    ),
    (
        (
            "The first alert began at six, when the stock stood at ten boats, said Tom Orr,"
            " a clerk of the mill."
        ),
        [("The first alert began at six, when the stock stood at ten boats", "Tom Orr")],
    ),
    (
        "Vale told the jury Orr stood over her with a hook.",
        [("Orr stood over her with a hook", "Vale")],
    ),
    (
        "She said he never robbed anyone, but told reporters the man had a day in court.",
        [("he never robbed anyone", "She"), ("the man had a day in court", "She")],
    ),
    (
        "Vale said first responders found a man by the pier.",
        [("first responders found a man by the pier", "Vale")],
    ),
    (
        "Vale warned that unless the hull is dry, 1,300 boats would sink.",
        [("that unless the hull is dry, 1,300 boats would sink", "Vale")],
    ),
    (
        "Vale accepts that the bridge is old, but says closing it is wrong.",
        [("that the bridge is old", "Vale"), ("closing it is wrong", "Vale")],
    ),
    (
        "The plan has angered some bakers in the town who suspect that he knew.",
        [("that he knew", "some bakers in the town")],
    ),
    (
        ("The boat was met by Ann Vale and Ben Hill, according to people who know both sisters."),
        [("The boat was met by Ann Vale and Ben Hill", "people who know both sisters")],
    ),
    (
        "Vale met ten bakers that said they raised prices in May.",
        [("they raised prices in May", "ten bakers")],
    ),
    (
        "The talks failed, with the council saying it has no boats and asking for more.",
        [("it has no boats", "the council")],
    ),
    (
        "The work took a year, estimates Ben Hill, head of the yard.",
        [("The work took a year", "Ben Hill")],
    ),
    (
        "An early report by the yard stated the old mill had ten boats.",
        [("the old mill had ten boats", "An early report by the yard")],
    ),
    (
        "The har\xadbour mas\xadter al\xadso stressed that the boats were late.",
        [("that the boats were late", "The har\xadbour mas\xadter")],
    ),
    (
        "Bakers that spoke with the Echo say they sold less bread.",
        [("they sold less bread", "Bakers that spoke with the Echo")],
    ),
    (
        ("Tom Orr, Director of Roads at the Harbour Office told the Echo the bridge was shut."),
        [("the bridge was shut", "Tom Orr")],
    ),
    (
        "According to Tom Orr, Director of Roads, the bridge was shut.",
        [("the bridge was shut", "Tom Orr")],
    ),
    (
        "Ann Vale said the vote was late because Tom Orr put it off.",
        [("the vote was late because Tom Orr put it off", "Ann Vale")],
    ),
    (
        "Ann Vale said a few boats were late. Tom Orr said nothing had changed.",
        [("a few boats were late", "Ann Vale"), ("nothing had changed", "Tom Orr")],
    ),
    (
        (
            "Officials have warned the situation is likely to get worse. Tom Orr warned "
            "Leeds is near."
        ),
        [("the situation is likely to get worse", "Officials"), ("Leeds is near", "Tom Orr")],
    ),
    (
        "Ann Vale said backstage that nobody could predict it.",
        [("that nobody could predict it", "Ann Vale")],
    ),
    (
        (
            "The trust refused to hear them, saying poor answers to 28 questions asked last"
            " June arrived too late."
        ),
        [("poor answers to 28 questions asked last June arrived too late", "The trust")],
    ),
    (
        (
            "As Tom Orr asked how the bus will cross the road, Ann Vale explained that it "
            "would not stop."
        ),
        [("how the bus will cross the road", "Tom Orr"), ("that it would not stop", "Ann Vale")],
    ),
    (
        "Tom Orr asked whether it was late. Ann Vale then asked if the mill would shut.",
        [("whether it was late", "Tom Orr"), ("if the mill would shut", "Ann Vale")],
    ),
    ("OTTAWA -- The Leeds Space Agency says it is late.", [("it is late", "Leeds Space Agency")]),
    (
        "Ann Vale said that good human–machine work is rare.",
        [("that good human–machine work is rare", "Ann Vale")],
    ),
    (
        "Police say they have enough boats. Leeds police allege that Tom Orr struck him.",
        [("they have enough boats", "Police"), ("that Tom Orr struck him", "Leeds police")],
    ),
    ("It's a move Ann Moss says will cost jobs.", [("will cost jobs", "Ann Moss")]),
    (
        "The Vale family said it was late. An ally of Orr says the mill is shut.",
        [("it was late", "The Vale family"), ("the mill is shut", "An ally of Orr")],
    ),
    (
        "Police also fear that the mill will shut. Both hope that it will not.",
        [("that the mill will shut", "Police"), ("that it will not", "Both")],
    ),
    (
        (
            "Mayor Tom Orr of Leeds, a baker who has refused to endorse Ann Vale, said the "
            "Vale family deserved better."
        ),
        [("the Vale family deserved better", "Tom Orr")],
    ),
    (
        "The 34-year-old claims that the plan will fail.",
        [("that the plan will fail", "The 34-year-old")],
    ),
    ("No one was hurt, officials said on Monday.", [("No one was hurt", "officials")]),
    (
        "They're ready, Ann Vale said. The rest is dark and the mill is shut.",
        [("They're ready", "Ann Vale")],
    ),
    (
        "Tom Orr said that work on the bridge begins in May.",
        [("that work on the bridge begins in May", "Tom Orr")],
    ),
    (
        ("Ann Vale said on Monday prices have gone up. She said in a statement boats will wait."),
        [("prices have gone up", "Ann Vale"), ("boats will wait", "Ann Vale")],
    ),
    ("Police said earlier this week an arrest was made.", [("an arrest was made", "Police")]),
    (
        (
            "Ann Vale said about 40 per cent of women were paid less. Police said at least "
            "three people were hurt."
        ),
        [
            ("about 40 per cent of women were paid less", "Ann Vale"),
            ("at least three people were hurt", "Police"),
        ],
    ),
    (
        ("Ann Vale told reporters three people were hurt. She told the 20 women it was late."),
        [("three people were hurt", "Ann Vale"), ("it was late", "Ann Vale")],
    ),
    (
        (
            "Police said Monday the driver, a 34-year-old man, was arrested. Police said "
            "all of them were safe."
        ),
        [
            ("the driver, a 34-year-old man, was arrested", "Police"),
            ("all of them were safe", "Police"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "quotations"), _REPORTED)
def test_a_quotation_has_its_edges_and_its_speaker(
    text: str, quotations: list[tuple[str, str]]
) -> None:
    assert [(q.span.of(text), q.reference) for q in found(text).quotations] == quotations
