"""Whom the quotations of an article stand for, told by what it says elsewhere."""

from __future__ import annotations

import pytest

from quality.quotes import found

# A text and whom its quotations stand for.
_SPEAKERS = [
    (
        (
            "Park Ranger Supervisor Tom Orr met Ann Vale at the pier. Orr said it was late."
            " He added that it rained."
        ),
        ["Tom Orr", "Tom Orr"],
    ),
    (
        (
            "Chief James Hall of the Leeds Police visited Ben Hill. “It looks good,” he "
            "said. Hall said it would last."
        ),
        ["James Hall", "James Hall"],
    ),
    (
        "The Harbour Department said it was late. The State Department said it was early.",
        ["Harbour Department", "State Department"],
    ),
    (
        (
            "Secretary of State Tom Orr said the bridge was safe, and press secretary Ann "
            "Vale agreed that it was."
        ),
        ["Tom Orr", "Ann Vale"],
    ),
    (
        "Health secretary Tom Orr came late. “It is late,” the spokesperson said.",
        ["the spokesperson"],
    ),
    (
        (
            "Ben Hill closed the pier. The boats were late, said a source close to the "
            "yard. He added that it rained."
        ),
        ["a source close to the yard", "a source close to the yard"],
    ),
    (
        (
            "Ben Orr introduced Ann Vale to the crowd as “somebody who has mended more "
            "boats than I have.”"
        ),
        ["Ben Orr"],
    ),
    ("BMC Boat Reports printed the tale. The man said the boat was old.", ["The man"]),
    (
        "Canadian Tom Orr was late. Orr said the ferry was old. He is 60, he said.",
        ["Tom Orr", "Tom Orr"],
    ),
    (
        ("The Leeds Attorney’s Office for the Western District of the North said it was late."),
        ["Leeds Attorney’s Office for the Western District of the North"],
    ),
    (
        ("Ann Vale and Tom Orr met. Tom Orr is no cook, Ann Vale said. Orr is a baker, she added."),
        ["Ann Vale", "Ann Vale"],
    ),
    ("Ann Vale met Tom Orr. Orr will never pay for the boats, she said.", ["Ann Vale"]),
    (
        (
            "Curtly, Wexham told the Echo that it was late. On Monday, Wexham did not back "
            "down. “It is late,” he wrote."
        ),
        ["Wexham", "Wexham"],
    ),
    (
        (
            "The Harbour Office closed. Officials said the bridge was shut. They said it "
            "would open in May."
        ),
        ["Officials", "Officials"],
    ),
    (
        (
            "Senator Ann Vale of Ohio later visited Senator Tom Orr of Utah. The Ohio "
            "senator said it was late."
        ),
        ["Ann Vale"],
    ),
    (
        (
            "The Harbour Mills are shut, said Attorney for the District of Massachusetts "
            "Joshua Orr. Orr said it rained."
        ),
        ["Joshua Orr", "Joshua Orr"],
    ),
    (
        ("According to Osric Hasp, his mother sold the mill. Hasp was late. He said it rained."),
        ["Osric Hasp", "Osric Hasp"],
    ),
    ("Those around Ann Vale said it was late.", ["Those around Ann Vale"]),
    (
        (
            "Tom Orr warned on Monday that the yard would close. Speaking in the hall, the "
            "Leeds politician said it was late."
        ),
        ["Tom Orr", "Tom Orr"],
    ),
    (
        (
            "A captain who asked not to be named said it was late. Tom Orr agreed. “It is,”"
            " the captain said."
        ),
        ["A captain who asked not to be named", "the captain"],
    ),
    (
        ("Ann Vale bought the mill. Tom Vale sold it. Tom Vale is a baker. Vale said it was late."),
        ["Ann Vale"],
    ),
    (
        (
            "The prices will rise, Chief Officer of Hyper Mills Debra Orr said. Orr said it"
            " was late."
        ),
        ["Debra Orr", "Debra Orr"],
    ),
    (
        (
            "Ann Vale met Tom Orr in the hall. Orr made a short remark:\n“It is late.”\nVale "
            "resisted: “It is early.”"
        ),
        ["Tom Orr", "Ann Vale"],
    ),
    ("“We never saw the plan,” Administrator Ann Vale said.", ["Ann Vale"]),
    (
        (
            "Tom Orr, the former president of the Bank of Leeds, sat with Ann Vale, the "
            "president. The president said the pier was shut."
        ),
        ["Ann Vale"],
    ),
    ("It is a sign the bank feels the mill is still gaining.", ["the bank"]),
    (
        (
            "Ann Vale last week said the mill was late. Vale at the time called the mill “a"
            " dead end.”"
        ),
        ["Ann Vale", "Ann Vale"],
    ),
    (
        (
            "Ask Ann Vale, the director of the mill, and she will say it is late. Vale says"
            " she left."
        ),
        ["Ann Vale", "Ann Vale"],
    ),
    (
        (
            "“It is late,” an Iowa Republican said. Many Republicans agreed. Other "
            "Republicans said it was fine."
        ),
        ["an Iowa Republican", "Other Republicans"],
    ),
    (
        (
            "President Donald Trump came. Hungarian President Ann Vale did too. “It is "
            "late,” the US president said."
        ),
        ["Donald Trump"],
    ),
    (
        (
            "US President Donald Trump was there on Monday in the hall. “It is late,” the "
            "US President said."
        ),
        ["Donald Trump"],
    ),
    (
        (
            "Ann Vale, the mayor, sat with Tom Orr. Her father was late. Her brother said "
            "it was early."
        ),
        ["Her brother"],
    ),
    ("LEEDS (AP) -- Prime Minister Ann Vale said it was late.", ["Ann Vale"]),
    ("LEEDS - The Leeds Space Agency says it is late.", ["Leeds Space Agency"]),
    (
        "The mill is late, according to documents obtained by the Leeds Echo.",
        ["documents obtained by the Leeds Echo"],
    ),
    (
        (
            "Ann Vale left. “It is late,” said her lawyer, Tom Orr, on Monday. “It is,” her"
            " lawyer said. “No,” his lawyer said."
        ),
        ["Tom Orr", "Tom Orr", "his lawyer"],
    ),
    (
        (
            "Coun. Ann Poole, who represents the ward, said she was shocked. “I was "
            "shocked,” said the councillor. Cllr. Tom Pike said he wasn't."
        ),
        ["Ann Poole", "Ann Poole", "Tom Pike"],
    ),
    (
        "Environment Leeds said it was early. Trade Minister Bill Ross said it was fine.",
        ["Environment Leeds", "Bill Ross"],
    ),
    (
        (
            "„Wir bauen die Brücke im Mai“, sagte die Sprecherin am Montag. „Es ist spät“, "
            "so der Bürgermeister."
        ),
        ["die Sprecherin", "der Bürgermeister"],
    ),
]


@pytest.mark.parametrize(("text", "speakers"), _SPEAKERS)
def test_a_speaker_is_known_by_what_the_article_tells(text: str, speakers: list[str]) -> None:
    assert [q.reference for q in found(text).quotations] == speakers


# What happens between two quotations, and who only speaks beside them.
_FLOATING = [
    (
        "“I pay,” Tom Orr said, after callers asked how much he paid. “I do.”",
        ["Tom Orr", "callers", "Tom Orr"],
    ),
    (
        "“You are kind,” Tom Orr told Vale, after Ann Vale said that she liked him. “I try.”",
        ["Tom Orr", "Ann Vale", "Tom Orr"],
    ),
    (
        "“We lost the vote,” said Tom Orr. Ann Vale resisted: “We will count again.”",
        ["Tom Orr", "Ann Vale"],
    ),
    (
        "“We lost,” said Tom Orr. That did not surprise pollster Ann Vale: “New faces do well.”",
        ["Tom Orr", "Ann Vale"],
    ),
    (
        "“We lost the vote,” said Tom Orr. Ann Vale shook her head. “We will count again.”",
        ["Tom Orr", "Ann Vale"],
    ),
    (
        "“We lost the vote,” said Tom Orr. Orr backs Ann Vale. “We will count again.”",
        ["Tom Orr", "Tom Orr"],
    ),
    (
        "“We lost the vote,” said Tom Orr. Ann Vale will win, Orr said: “She is good at it.”",
        ["Tom Orr", "Tom Orr", "Tom Orr"],
    ),
    (
        "An early backer, Councillor Ann Vale, tried it on Tuesday: “You can argue that.”",
        ["Ann Vale"],
    ),
]


@pytest.mark.parametrize(("text", "speakers"), _FLOATING)
def test_who_goes_on_speaking(text: str, speakers: list[str]) -> None:
    assert [q.reference for q in found(text, "en").quotations] == speakers


_TALKED_OF = [
    # Whom a speaker talks of is not the speaker.
    (
        "“It is bad,” said Tom Orr of the police. The driver, he added, was well.",
        ["Tom Orr", "Tom Orr"],
    ),
    (
        "Boys as young as six worked there, the report says. “It was appalling,” it states.",
        ["the report", "the report"],
    ),
    (
        "Vale tweeted that the vote was “rigged.” Hours later, he left. “I was angry,” he said.",
        ["Vale", "Vale"],
    ),
    (
        "“I'd do it again,” said Ann Vale. Beside her, friend Zoe Adams nodded. “It was worth it.”",
        ["Ann Vale", "Zoe Adams"],
    ),
    (
        "Ann Vale said that the mayor had complied, claims that the council denied.",
        ["Ann Vale"],
    ),
]


@pytest.mark.parametrize(("text", "speakers"), _TALKED_OF)
def test_whom_a_speaker_talks_of_is_another(text: str, speakers: list[str]) -> None:
    assert [q.reference for q in found(text, "en").quotations] == speakers


_ABROAD = [
    (
        "El presidente, Luis Mora, aseguró que “no hay dinero”. “Hay que vender”, añadió.",
        ["Luis Mora"] * 2,
    ),
    (
        "El alcalde dijo que la decisión es mala. Según Ruiz, “lo peor ha pasado”.",
        ["El alcalde", "Ruiz"],
    ),
    ("Tres personas murieron el lunes, según la policía.", ["la policía"]),
    (
        "«Non abbiamo scelta», ha detto il sindaco Marco Neri. «La città è in crisi», ha aggiunto.",
        ["Marco Neri"] * 2,
    ),
    ("“We zijn geschokt”, zei burgemeester Karin de Wit.", ["Karin de Wit"]),
    ("”Vi är chockade”, säger Eva Lind. Hon tillägger: ”Vi utreder händelsen.”", ["Eva Lind"] * 2),
    (
        "« Je suis déçue », lâche Claire Morel. Paul Girard relativise : « Ça passera. »",
        ["Claire Morel", "Paul Girard"],
    ),
    (
        "„Wir sind froh“, so Landrat Jens Beck. Anwältin Ute Lang räumt ein: „Es war knapp.“",
        ["Jens Beck", "Ute Lang"],
    ),
]


@pytest.mark.parametrize(("text", "speakers"), _ABROAD)
def test_papers_of_other_languages_name_their_speakers(text: str, speakers: list[str]) -> None:
    assert [q.reference for q in found(text).quotations] == speakers


_PAPERS = [
    ("Ms. Roy, the author of “The Salt Road,” said that she was glad.", ["Ms. Roy"]),
    ("“This will not do,” the letter reads.", ["the letter"]),
    ("“This will not do,” read the statement.", ["the statement"]),
    ("The letter read in part, “This will not do.”", ["The letter"]),
    ("A sign outside read “No Entry.” She read “The Long Shore” in bed.", []),
    (
        "Transport Minister Guy Vale's office said it was late.",
        ["Transport Minister Guy Vale's office"],
    ),
    ("Leeds's mayor, Ann Vale, left. Leeds's mayor said that it was late.", ["Ann Vale"]),
]


@pytest.mark.parametrize(("text", "speakers"), _PAPERS)
def test_papers_and_offices_speak(text: str, speakers: list[str]) -> None:
    assert [q.reference for q in found(text, "en").quotations] == speakers


_HEADLINES = [
    ("‘We were robbed’: coach rages at referee after cup defeat", ["coach"]),
    ("'I lost everything': flood victims seek help", ["flood victims"]),
    ("“Nobody listened”: Vale attacks council over floods", ["Vale"]),
    ("“Nobody listened”: How a town lost its river", []),
    ("“A disgrace”: Inside the worst prison in the north", []),
]


@pytest.mark.parametrize(("text", "speakers"), _HEADLINES)
def test_a_headline_tells_who_speaks_behind_a_colon(text: str, speakers: list[str]) -> None:
    assert [q.reference for q in found(text, "en").quotations] == speakers


_RELATED = [
    (
        "“It is hard,” said Gov. Tom Orr of Kansas, a backer of Jim Doe, who has said it is late.",
        ["Tom Orr", "Tom Orr"],
    ),
    (
        "Ann Vale was backed by Sen. Jane Doe, the head of the panel, who said none was hers. "
        "“It is late,” she said.",
        ["Jane Doe", "Jane Doe"],
    ),
    (
        "“It is hard,” said Ann Vale, a lawyer whose son won but who said that he might lose.",
        ["Ann Vale", "Ann Vale"],
    ),
    ("In New York, a man who left said that it was late.", ["a man who left"]),
    (
        "Ann Vale did not look sure when Tom Orr asked whether they would win.\n“No,” he said.",
        ["Tom Orr", "Tom Orr"],
    ),
    (
        "Jim Ryan did not look sure when Tom Orr asked whether they would win.\n“No,” he said.",
        ["Tom Orr", "Jim Ryan"],
    ),
    (
        "When Tom Orr, Vale's campaign manager was asked if she would come, he said, “We'll see.”",
        ["Tom Orr"],
    ),
    (
        "Tom Orr came to Leeds. The senator rallied for Jim Doe. “It is late,” he said.",
        ["Tom Orr"],
    ),
    ("“No,” said Oversight ranking Democrat Tom Orr (D-Md.).", ["Tom Orr"]),
    ("Ann Vale and the mayor said it was late.", ["Ann Vale and the mayor"]),
    ("Ann Vale and 24-year-old Tom Orr said it was late.", ["Ann Vale and 24-year-old Tom Orr"]),
    ("Jim Doe is in the race. Doe officials said it was late.", ["Doe officials"]),
    ("New York (AFP) – Governor Tom Orr left, saying that it was late.", ["Tom Orr"]),
    ("“He is innocent,” spokeswoman Hope Vale said on Monday.", ["Hope Vale"]),
    ("“Perpetual motion!” Rep. Glenn Orr, R-Pa., said of it.", ["Glenn Orr"]),
    ("They met in what Ann Vale, the treasurer, called “a mess.”", ["Ann Vale"]),
    ("“We go,” said the bookkeeper, Olga Brandt.", ["Olga Brandt"]),
    (
        "“We go,” said Frank van der Berg. “No,” said Ana de la Cruz.",
        ["Frank van der Berg", "Ana de la Cruz"],
    ),
    (
        "The head of the powerful rules committee said it was late.",
        ["The head of the powerful rules committee"],
    ),
    ("Listing several of his ventures, Tom Orr said it was late.", ["Tom Orr"]),
]


@pytest.mark.parametrize(("text", "speakers"), _RELATED)
def test_a_speaker_is_known_by_who_stands_beside_them(text: str, speakers: list[str]) -> None:
    assert [q.reference for q in found(text, "en").quotations] == speakers
