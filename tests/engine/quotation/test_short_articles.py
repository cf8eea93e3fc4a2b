"""Short articles with quotations of every shape: parts of quotations, and who says them."""

from __future__ import annotations

import pytest

from driftline.engine.records import QuotationKind
from quality.quotes import found, trimmed

# A text, and the parts of its marked quotations without their edges, each with its speaker.
_ARTICLES = [
    (
        (
            "“We have waited long enough,” said Nora Pell, who runs the harbour trust. "
            "“The pier is closing.\n“It has been closing for ten years. Nobody came.\n"
            "“Now they come with cameras.”"
        ),
        [
            ("We have waited long enough", "Nora Pell"),
            ("The pier is closing", "Nora Pell"),
            ("It has been closing for ten years. Nobody came", "Nora Pell"),
            ("Now they come with cameras", "Nora Pell"),
        ],
    ),
    (
        (
            "“The vote was lost before it began.\n“Half the members never got a "
            "letter,” Idris Kahn told the Argus."
        ),
        [
            ("The vote was lost before it began", "Idris Kahn"),
            ("Half the members never got a letter", "Idris Kahn"),
        ],
    ),
    (
        (
            "In a statement, the school said:\n“We are aware of the video.\n“We have "
            "spoken to the parents and will not comment further.”"
        ),
        [
            ("We are aware of the video", "the school"),
            ("We have spoken to the parents and will not comment further", "the school"),
        ],
    ),
    (
        (
            "Speaking outside court, Mrs Tarn said: “I have lost my son.\n“Nothing the "
            "judge said today will bring him back.\n“But I am glad it is over.”\nHer "
            "solicitor, Amit Rao, declined to comment."
        ),
        [
            ("I have lost my son", "Mrs Tarn"),
            ("Nothing the judge said today will bring him back", "Mrs Tarn"),
            ("But I am glad it is over", "Mrs Tarn"),
        ],
    ),
    (
        (
            "'We were told to leave at six.\n'By seven the water was in the kitchen,' "
            "said Pat Dunne, 61.\n'I have never seen it rise so fast.'"
        ),
        [
            ("We were told to leave at six", "Pat Dunne"),
            ("By seven the water was in the kitchen", "Pat Dunne"),
            ("I have never seen it rise so fast", "Pat Dunne"),
        ],
    ),
    (
        (
            '"I am not going anywhere," Mayor Lena Ortiz told the council on Tuesday '
            'night.\n"I was elected to finish this bridge, and I will finish it. If '
            'that means another fight, so be it."\nCouncillor Hugh Bell called the '
            'remarks "regrettable".'
        ),
        [
            ("I am not going anywhere", "Lena Ortiz"),
            (
                (
                    "I was elected to finish this bridge, and I will finish it. If that means "
                    "another fight, so be it"
                ),
                "Lena Ortiz",
            ),
            ("regrettable", "Hugh Bell"),
        ],
    ),
    (
        (
            "“The roof,” said Ms. Abara, pointing upwards, “has leaked since March, "
            "and nobody,” she added, “has come to look.”"
        ),
        [
            ("The roof", "Ms. Abara"),
            ("has leaked since March, and nobody", "Abara"),
            ("has come to look", "Abara"),
        ],
    ),
    (
        ('"If they want a strike," union leader Joe Marsh warned on Friday, "they will get one."'),
        [("If they want a strike", "Joe Marsh"), ("they will get one", "Joe Marsh")],
    ),
    (
        (
            "“Yes, we made mistakes,” the minister conceded in an interview with Radio "
            "North on Sunday morning. “But we have learned.”"
        ),
        [("Yes, we made mistakes", "the minister"), ("But we have learned", "the minister")],
    ),
    (
        ("“You can’t,” he said – pausing to look at the crowd – “run a hospital on goodwill.”"),
        [("You can’t", "he"), ("run a hospital on goodwill", "he")],
    ),
    (
        '"No," Priya Nair says flatly. "Absolutely not. I would rather sell."',
        [("No", "Priya Nair"), ("Absolutely not. I would rather sell", "Priya Nair")],
    ),
    (
        (
            "“We knew,” admitted Carl Voss, chief executive of Nordbau, “that the "
            "numbers were wrong. We knew it in June.”"
        ),
        [
            ("We knew", "Carl Voss"),
            ("that the numbers were wrong. We knew it in June", "Carl Voss"),
        ],
    ),
    (
        (
            "“He looked at me and said, ‘You will never work here again,’ and he shut "
            "the door,” Ruth Adeyemi recalled."
        ),
        [
            (
                (
                    "He looked at me and said, ‘You will never work here again,’ and he shut "
                    "the door"
                ),
                "Ruth Adeyemi",
            )
        ],
    ),
    (
        "'She told me, \"Don't come back\", and that was it,' said Glyn Parry.",
        [('She told me, "Don\'t come back", and that was it', "Glyn Parry")],
    ),
    (
        (
            "\"My grandmother used to say, 'Measure twice.' I should have listened,\" "
            "Tom Weir said with a grin."
        ),
        [("My grandmother used to say, 'Measure twice.' I should have listened", "Tom Weir")],
    ),
    (
        "“They keep asking, ‘Where’s the money?’ ” said the treasurer, Olga Brandt.",
        [("They keep asking, ‘Where’s the money", "Olga Brandt")],
    ),
    (
        (
            "The chairman, Lord Hale, described the offer as 'derisory' and said "
            "shareholders' patience was 'wearing thin'."
        ),
        [("derisory", "Hale"), ("shareholders' patience was 'wearing thin", "Hale")],
    ),
    (
        (
            "'I'd had enough of the council's excuses,' said Mrs Bird, whose "
            "neighbours' houses flooded twice. 'They don't listen.'"
        ),
        [
            ("I'd had enough of the council's excuses", "Mrs Bird"),
            ("They don't listen", "Mrs Bird"),
        ],
    ),
    (
        ("Police said the driver 'failed to stop' after the crash in the '90s-era van."),
        [("the driver 'failed to stop' after the crash in the '90s-era van", "Police")],
    ),
    (
        ("A spokesman for the club said: 'The players' welfare comes first. We won't be rushed.'"),
        [("The players' welfare comes first. We won't be rushed", "A spokesman for the club")],
    ),
    (
        "‘It isn’t over,’ insisted Mr Okafor. ‘The parents’ group will appeal.’",
        [("It isn’t over", "Mr Okafor"), ("The parents’ group will appeal", "Mr Okafor")],
    ),
    (
        (
            "Asked if he would stand again, Sir Colin said 'never say never' but that "
            "his wife 'would have a view'."
        ),
        [("never say never' but that his wife 'would have a view", "Sir Colin")],
    ),
    (
        (
            "“The door was open and we just went in,” Leo Marks told the inquest. "
            "“Nobody stopped us.\nThe inquest continues."
        ),
        [
            ("The door was open and we just went in", "Leo Marks"),
            ("Nobody stopped us", "Leo Marks"),
        ],
    ),
    (
        (
            "The so-called “green corridor” has cost twice what was planned. In her "
            "novel “The Long Shore,” Mia Falk writes about it."
        ),
        [],
    ),
    (
        (
            "The band’s second album, “Night Ferry,” topped the charts. Fans wore "
            "shirts reading “Keep Rowing.”"
        ),
        [],
    ),
    ("He is known as “the Baron” in the dockyards. The “baron” has three boats.", []),
    (
        (
            "The word “resilience” appears 40 times in the report. It was printed "
            "under the headline “A City That Works”."
        ),
        [],
    ),
    (
        (
            "Robert “Bobby” Tull, who played “Hamlet” in 1998, has died. The term "
            "“method acting” bored him."
        ),
        [],
    ),
    ("‘We were robbed’: coach rages at referee after cup defeat", [("We were robbed", "coach")]),
    (
        'Bridge "unsafe for years", engineers warned council',
        [('Bridge "unsafe for years', "engineers")],
    ),
    ("Pope calls for 'immediate' ceasefire", [("immediate", "Pope")]),
    ("“I never signed it” — Vera Lund, former treasurer", [("I never signed it", "Vera Lund")]),
    (
        (
            "The plan — “a gift to speculators,” in the words of Councillor Petra "
            "Niemi — was approved."
        ),
        [("a gift to speculators", "Petra Niemi")],
    ),
    (
        (
            "„Wir haben lange genug gewartet“, sagte Nora Pell, die den Hafen leitet. "
            "„Jetzt wird gebaut.“"
        ),
        [("Wir haben lange genug gewartet", "Nora Pell"), ("Jetzt wird gebaut", "Nora Pell")],
    ),
    (
        (
            "»Das ist ein Skandal«, schimpfte der Abgeordnete Hans Meier am Montag, "
            "»und alle wissen es.«"
        ),
        [("Das ist ein Skandal", "Hans Meier"), ("und alle wissen es", "Hans Meier")],
    ),
    (
        (
            "Die Ministerin sprach von einem „schweren Fehler“ und kündigte an, „alle "
            "Akten“ zu prüfen."
        ),
        [("schweren Fehler", "Die Ministerin"), ("alle Akten", "Die Ministerin")],
    ),
    (
        "„Er sagte: ‚Komm nie wieder.‘ Und ich bin gegangen“, erzählt Paula Krug.",
        [("Er sagte: ‚Komm nie wieder.‘ Und ich bin gegangen", "Paula Krug")],
    ),
    (
        (
            "Sein Roman „Der lange Steg“ erschien 1998. Die sogenannte "
            "„Seilbahn-Affäre“ beendete die Karriere."
        ),
        [],
    ),
    (
        ('"Wir werden klagen", erklärte Anwalt Peter Roth der Zeitung. Das Urteil sei "absurd".'),
        [("Wir werden klagen", "Peter Roth"), ("absurd", "Peter Roth")],
    ),
    (
        (
            "« Nous avons assez attendu », a déclaré Nora Pell, qui dirige le port. « "
            "Les travaux commencent. »"
        ),
        [("Nous avons assez attendu", "Nora Pell"), ("Les travaux commencent", "Nora Pell")],
    ),
    (
        ("« C’est un scandale, s’emporte le député Jean Morel. Tout le monde le savait. »"),
        [("C’est un scandale", "Jean Morel"), ("Tout le monde le savait", "Jean Morel")],
    ),
    (
        "La ministre a dénoncé « une grave erreur » et promis de « tout vérifier ».",
        [("une grave erreur", "La ministre"), ("tout vérifier", "La ministre")],
    ),
    (
        "Selon la mairie, le pont sera « prêt dans trois semaines ».",
        [("le pont sera « prêt dans trois semaines", "la mairie")],
    ),
    (
        '"On n\'a rien vu venir", confie Paul Girard, 54 ans, au journal.',
        [("On n'a rien vu venir", "Paul Girard")],
    ),
    (("Son roman « La Longue Jetée » paraît en mai. Le mot « résilience » y revient souvent."), []),
    (
        ("« Il m’a dit : “Ne revenez jamais.” Je suis partie », raconte Paule Legrand."),
        [("Il m’a dit : “Ne revenez jamais.” Je suis partie", "Paule Legrand")],
    ),
    (
        (
            "«Hemos esperado demasiado», dijo Nora Pell, que dirige el puerto. «Ahora "
            "empiezan las obras»."
        ),
        [("Hemos esperado demasiado", "Nora Pell"), ("Ahora empiezan las obras", "Nora Pell")],
    ),
    (
        "La ministra Rosa Gil afirmó que el puente estará “listo en tres semanas”.",
        [("que el puente estará “listo en tres semanas", "Rosa Gil")],
    ),
    (
        ("“Es un escándalo”, denunció el diputado Juan Mora el lunes. “Todos lo sabían”."),
        [("Es un escándalo", "Juan Mora"), ("Todos lo sabían", "Juan Mora")],
    ),
    ("El alcalde calificó la decisión de “grave error”.", [("grave error", "El alcalde")]),
    ("Su novela “El largo muelle” se publicó en 1998.", []),
    (
        ("Dr. Maya Singh shook her head. “No one is coming to save us. We do this ourselves.”"),
        [("No one is coming to save us. We do this ourselves", "Maya Singh")],
    ),
    (
        (
            "Benjamin Ode has driven the number 9 bus for thirty years. “You get to "
            "know everyone,” he says. “And everyone’s dog.”\n“People think it’s dull. "
            "It isn’t.”"
        ),
        [
            ("You get to know everyone", "Benjamin Ode"),
            ("And everyone’s dog", "Benjamin Ode"),
            ("People think it’s dull. It isn’t", "Benjamin Ode"),
        ],
    ),
    ("The company’s reply was brief. “No comment.”", [("No comment", "")]),
    (
        "Asked about the fire, Chief Dan Roe was blunt: “Somebody left a stove on.”",
        [("Somebody left a stove on", "Dan Roe")],
    ),
]


@pytest.mark.parametrize(("text", "parts"), _ARTICLES)
def test_a_short_article_is_read(text: str, parts: list[tuple[str, str]]) -> None:
    told = [
        (span.start, trimmed(span.of(text)), quotation.reference)
        for quotation in found(text).quotations
        if quotation.kind is not QuotationKind.INDIRECT
        for span in quotation.spans
    ]
    assert [part[1:] for part in sorted(told)] == parts
