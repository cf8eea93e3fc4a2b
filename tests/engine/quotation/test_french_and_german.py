"""Quotations in French and German newspapers: their own ways to name who speaks."""

from __future__ import annotations

import pytest

from quality.quotes import found

_SAID = [
    (
        "fr",
        "« Nous ferons appel », a déclaré Me Luc Roy, l’avocat.",
        "« Nous ferons appel »",
        "Luc Roy",
    ),
    (
        "fr",
        "« Nous ferons appel », ont indiqué les syndicats.",
        "« Nous ferons appel »",
        "les syndicats",
    ),
    ("fr", "Luc Roy l’a dit lundi : « Nous ferons appel. »", "« Nous ferons appel. »", "Luc Roy"),
    ("fr", "Luc Roy partit. « C’est fini », a-t-il ajouté.", "« C’est fini »", "Luc Roy"),
    ("fr", "Luc Roy partit. « C’est fini », explique-t-il.", "« C’est fini »", "Luc Roy"),
    ("fr", "« C’est une honte », s’indigne Anne Roux.", "« C’est une honte »", "Anne Roux"),
    ("fr", "Le maire, Luc Roy, a qualifié ce pont de « scandale ».", "« scandale »", "Luc Roy"),
    ("fr", "« Il pleut, explique-t-il. C’est tout. »", "« Il pleut … C’est tout. »", "il"),
    (
        "de",
        "Es gebe keinen Grund zur Sorge, sagte der Bürgermeister.",
        "Es gebe keinen Grund zur Sorge",
        "der Bürgermeister",
    ),
    (
        "de",
        "Nach Angaben der Stadt wurden drei Häuser verkauft.",
        "wurden drei Häuser verkauft",
        "Stadt",
    ),
]


@pytest.mark.parametrize(("language", "text", "said", "speaker"), _SAID)
def test_another_language_names_its_speakers(
    language: str, text: str, said: str, speaker: str
) -> None:
    (quotation,) = found(text, language).quotations
    assert " … ".join(span.of(text) for span in quotation.spans) == said
    assert speaker in (quotation.speaker, quotation.reference)
