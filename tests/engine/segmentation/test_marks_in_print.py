"""Marks as newspapers set them: continued, nested, of mixed shapes, and apostrophes among them."""

from __future__ import annotations

import re

import pytest

from driftline.engine.records import Span
from driftline.engine.segmentation.marks import marked

# A text, its outermost stretches, and those inside them; parted by bars.
_SET: list[tuple[str, str, str]] = [
    (
        '"We call it “the Barn” and love it," Vale said.',
        '"We call it “the Barn” and love it,"',
        "“the Barn”",
    ),
    (
        '"He told me “go home” and “never come back,” and I did," said Orr.',
        '"He told me “go home” and “never come back,” and I did,"',
        "“go home”|“never come back,”",
    ),
    (
        '"The “Barn” is old. The “Mill” is new.\n"Both are ours," Vale said.',
        '"The “Barn” is old. The “Mill” is new.|"Both are ours,"',
        "“Barn”|“Mill”",
    ),
    ('“We stay," she said. "We stay.”', '“We stay,"|"We stay.”', ""),
    ('"We stay,” she said. “We stay."', '"We stay,”|“We stay."', ""),
    ("“One day.\n“Two days.\n“Three days,” Vale said.", "“One day.|“Two days.|“Three days,”", ""),
    ('"One day.\n"Two days," Vale said. "Three."', '"One day.|"Two days,"|"Three."', ""),
    ("«One day.\n«Two days», Vale said.", "«One day.|«Two days»", ""),
    ("«Un jour.\n»Deux jours», dit Vale.", "«Un jour.|»Deux jours»", ""),
    ("‘One day.\n‘Two days,’ Vale said.", "‘One day.|‘Two days,’", ""),
    ("“He said, ‘Go home,’ and left,” Vale said.", "“He said, ‘Go home,’ and left,”", "‘Go home,’"),
    ("“He said, ‘Go home.’ ” Vale laughed.", "“He said, ‘Go home.’ ”", "‘Go home.’"),
    ("“He said, ‘Go home.’” Vale laughed.", "“He said, ‘Go home.’”", "‘Go home.’"),
    ("\"He said, 'Go home.'\" Vale laughed.", "\"He said, 'Go home.'\"", "'Go home.'"),
    (
        "\"He said, 'It's mine,' and ran,\" Vale said.",
        "\"He said, 'It's mine,' and ran,\"",
        "'It's mine,'",
    ),
    ("‘He said, “Go home,” and left,’ Vale said.", "‘He said, “Go home,” and left,’", "“Go home,”"),
    (
        "'He said, \"Go home,\" and left,' Vale said.",
        "'He said, \"Go home,\" and left,'",
        '"Go home,"',
    ),
    ("“He said, 'Go home,' and left,” Vale said.", "“He said, 'Go home,' and left,”", "'Go home,'"),
    (
        "'We can't stay, and they won't pay,' Vale said. 'It's over.'",
        "'We can't stay, and they won't pay,'|'It's over.'",
        "",
    ),
    (
        "‘We can’t stay, and they won’t pay,’ Vale said. ‘It’s over.’",
        "‘We can’t stay, and they won’t pay,’|‘It’s over.’",
        "",
    ),
    ("‘The workers’ pay won’t rise,’ Vale said.", "‘The workers’ pay won’t rise,’", ""),
    ("'The workers' pay won't rise,' Vale said.", "'The workers' pay won't rise,'", ""),
    ("'The workers' pay' was cut.", "'The workers' pay'", ""),
    (
        "‘It was the ’80s, and we were rockin’ all night,’ Vale said.",
        "‘It was the ’80s, and we were rockin’ all night,’",
        "",
    ),
    (
        "'It was the '80s, and we were rockin' all night,' Vale said.",
        "'It was the '80s, and we were rockin' all night,'",
        "",
    ),
    ("The girls' team beat the boys' team.", "", ""),
    ("The girls’ team beat the boys’ team.", "", ""),
    ("Rock 'n' roll is dead.", "", ""),
    ("Rock ’n’ roll is dead.", "", ""),
    ("Vale said 'never' and the boys' team cheered.", "'never'", ""),
    ("Vale said ‘never’ and the boys’ team cheered.", "‘never’", ""),
    ("The boys' team said 'never' to him.", "'never'", ""),
    ("The boys’ team said ‘never’ to him.", "‘never’", ""),
    ("'Tis the season, Vale said.", "", ""),
    ("Vale's 'big day' and Orr's 'bad day' were one.", "'big day'|'bad day'", ""),
    ("He called it 'the councillors' folly' twice.", "'the councillors' folly'", ""),
    ("‘I told him: “Don’t!” ’ Vale said.", "‘I told him: “Don’t!” ’", "“Don’t!”"),
    ("'I told him, \"Don't!\"' Vale said.", "'I told him, \"Don't!\"'", '"Don\'t!"'),
    (
        "‘One day we’ll go.\n‘Not today, but the workers’ day will come,’ Vale said.",
        "‘One day we’ll go.|‘Not today, but the workers’ day will come,’",
        "",
    ),
    ("« Nous partons », dit Vale. « Demain. »", "« Nous partons »|« Demain. »", ""),
    ("«Nous partons», dit Vale.", "«Nous partons»", ""),
    ("»Wir gehen«, sagte Vale. »Morgen.«", "»Wir gehen«|»Morgen.«", ""),
    ("»Wir gehen ›nach Hause‹«, sagte Vale.", "»Wir gehen ›nach Hause‹«", "›nach Hause‹"),
    ("»Vi går», sade Vale.", "»Vi går»", ""),
    ("”Vi går”, sade Vale. ”I dag.”", "”Vi går”|”I dag.”", ""),
    ("„Wir gehen“, sagte Vale. „Morgen.“", "„Wir gehen“|„Morgen.“", ""),
    ("„Wir gehen”, sagte Vale. „Morgen.”", "„Wir gehen”|„Morgen.”", ""),
    ('„Wir gehen", sagte Vale. „Morgen."', '„Wir gehen"|„Morgen."', ""),
    ("„Er rief ‚Halt!‘ und lief“, sagte Vale.", "„Er rief ‚Halt!‘ und lief“", "‚Halt!‘"),
    ("‚Wir gehen‘, sagte Vale.", "‚Wir gehen‘", ""),
    ("„Er rief ‚Halt!’ und lief“, sagte Vale.", "„Er rief ‚Halt!’ und lief“", "‚Halt!’"),
    ("„Das ist „alt“ und gut“, sagte Vale.", "„Das ist „alt“ und gut“", "„alt“"),
    ("''We stay,'' she said. ''It's late.''", "''We stay,''|''It's late.''", ""),
    ("``We stay,'' she said.", "``We stay,''", ""),
    ("''He said 'go' twice,'' she said.", "''He said 'go' twice,''", "'go'"),
    ("“We stay, she said.\nIt was late. “Go,” he said.", "“We stay, she said.|“Go,”", ""),
    ("He is 6'2\" and she is 5'10\".", "", ""),
    ('The 12" pipe and the "big" pipe.', '"big"', ""),
    ('"The 12" pipe is ours," Vale said.', '"The 12" pipe is ours,"', ""),
    ('“The so-called "barn" is old,” said Vale.', '“The so-called "barn" is old,”', '"barn"'),
    ("(“We stay,” Vale said.)", "“We stay,”", ""),
    ("Vale—“the boss”—left.", "“the boss”", ""),
    ("“I was—” Vale began.", "“I was—”", ""),
    ('"I was--" Vale began. "--late."', '"I was--"|"--late."', ""),
    ("“…and so,” Vale said, “we left…”", "“…and so,”|“we left…”", ""),
    ('"...and so," Vale said, "we left..."', '"...and so,"|"we left..."', ""),
]


@pytest.mark.parametrize(("text", "outer", "inner"), _SET, ids=[row[0][:30] for row in _SET])
def test_marks_pair_as_their_writer_meant(text: str, outer: str, inner: str) -> None:
    lines = [Span(*match.span()) for match in re.finditer(r"[^\n]+", text)]
    language = "de" if "sagte" in text else "fr" if " dit " in text else "en"
    found = marked(text, lines, language)
    assert "|".join(m.span.of(text) for m in found if not m.depth) == outer
    assert "|".join(m.span.of(text) for m in found if m.depth) == inner
