"""Sentences of the kind newspapers write: where a quotation starts and ends, and who speaks."""

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
        "When asked whom she backed, Ann Vale smiled and said, “I wait for Tom.”",
        [("“I wait for Tom.”", "Ann Vale")],
    ),
    (
        "Ann Vale paused, then said that the ferry was late.",
        [("that the ferry was late", "Ann Vale")],
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
        "According to the union's president, Tom Orr, nobody was hurt on the ferry.",
        [("nobody was hurt on the ferry", "Tom Orr")],
    ),
    (
        "According to Tom Orr, 54, nobody was hurt on the ferry.",
        [("nobody was hurt on the ferry", "Tom Orr")],
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
        "The law has “mended more than it broke,” as the Leeds Echo put it on Tuesday.",
        [("“mended more than it broke,”", "Leeds Echo")],
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
        "Mending the pier in May was a “hopelessly dear” plan, a clerk said.",
        [("Mending the pier in May was a “hopelessly dear” plan", "a clerk")],
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
            "LEEDS, England -- The father of the baker has made films, once describing "
            "himself as a “mud king.”"
        ),
        [("“mud king.”", "The father of the baker")],
    ),
    (
        (
            "The man who the police said sank two boats and set off a hunt along the river,"
            " was found on Monday."
        ),
        [("sank two boats and set off a hunt along the river", "the police")],
    ),
    (
        "Vale told “Leeds This Morning” host Ben Hill, “Because they pay.”",
        [("“Because they pay.”", "Vale")],
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
    ("“My bread is late,” the man could be heard saying.", [("“My bread is late,”", "the man")]),
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
        "Tom Orr, who lost the vote to Vale, said the mayor “sold no boats and no bread.”",
        [("the mayor “sold no boats and no bread.”", "Tom Orr")],
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
        "Orr says he would sit the owner down and tell him “no more mud.”",
        [("he would sit the owner down and tell him “no more mud.”", "Orr")],
    ),
    (
        "Vale warned that unless the hull is dry, 1,300 boats would sink.",
        [("that unless the hull is dry, 1,300 boats would sink", "Vale")],
    ),
    (
        "Tom Orr, a former clerk who now advises the yards, says: “It is late.”",
        [("“It is late.”", "Tom Orr")],
    ),
    (
        "Vale accepts that the bridge is old, but says closing it is wrong.",
        [("that the bridge is old", "Vale"), ("closing it is wrong", "Vale")],
    ),
    ("“It is a good boat,” deadpanned Ben Hill.", [("“It is a good boat,”", "Ben Hill")]),
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
    ("“That is a lot of mud,” inquired Ann Vale.", [("“That is a lot of mud,”", "Ann Vale")]),
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
        "Orr got a note from his sister, Ann Vale that said, “It is all my own bread.”",
        [("“It is all my own bread.”", "Ann Vale")],
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
        (
            "The pier stayed put (asked about the rope, Ann Vale says it was fine because "
            "“it held from end to end”), and the boats were kept dry."
        ),
        [("it was fine because “it held from end to end”", "Ann Vale")],
    ),
    (
        "Tom Orr asked whether it was late. Ann Vale then asked if the mill would shut.",
        [("whether it was late", "Tom Orr"), ("if the mill would shut", "Ann Vale")],
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

# What reads like speech, and is none.
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
    "The boats of Leeds and of the ten states that have a harbour were sold.",
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


@pytest.mark.parametrize(("text", "quotations"), _REPORTED)
def test_a_quotation_has_its_edges_and_its_speaker(
    text: str, quotations: list[tuple[str, str]]
) -> None:
    assert [(q.span.of(text), q.reference) for q in found(text).quotations] == quotations


@pytest.mark.parametrize("text", _UNSAID)
def test_what_only_reads_like_speech_is_none(text: str) -> None:
    assert found(text).quotations == ()
