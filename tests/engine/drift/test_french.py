"""Changes of French get the kind a French editor would give them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compared_texts import version
from driftline.engine.alignment.align import align
from driftline.engine.drift.classify import classify
from driftline.engine.records import Edit, Metadata


def edits(old: str, new: str) -> tuple[Edit, ...]:
    french = Metadata(language="fr")
    return classify(
        align(replace(version(old), metadata=french), replace(version(new), metadata=french))
    )


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("Il a lu l’accord hier soir.", "Il a lu un accord hier soir.", "determiner"),
        ("Elle vend son bateau vert.", "Elle vend ce bateau vert.", "determiner"),
        ("Les pêcheurs sont partis.", "Des pêcheurs sont partis.", "determiner"),
        ("Ils réparent ces vieux quais.", "Ils réparent les vieux quais.", "determiner"),
        ("Le port attend quelques bateaux.", "Le port attend plusieurs bateaux.", "determiner"),
        ("Ils arrivent du port.", "Ils arrivent au port.", "preposition"),
        ("Il marche sur le quai.", "Il marche sous le quai.", "preposition"),
        ("Le quai a cédé à cause du vent.", "Le quai a cédé en raison du vent.", "paraphrase"),
        ("Il n’a pas lu la lettre.", "Il a lu la lettre.", "negation"),
        ("Elle n’est plus au port.", "Elle est au port.", "negation"),
        ("Il sort avec son chien.", "Il sort sans son chien.", "negation"),
        ("Il ment toujours à sa sœur.", "Il ment jamais à sa sœur.", "negation"),
        ("Le plan est acceptable.", "Le plan est inacceptable.", "negation"),
        ("Aucune barque était là.", "Une barque était là.", "negation"),
        ("Le maire peut fermer le quai.", "Le maire doit fermer le quai.", "modality"),
        ("Le maire est malade.", "Le maire serait malade.", "modality"),
        ("Le maire ferme le quai.", "Le maire fermerait le quai.", "modality"),
        ("Le voleur présumé a fui.", "Le voleur a fui.", "modality"),
        ("Le quai a tenu.", "Le quai a apparemment tenu.", "modality"),
        ("Le maire signe la lettre.", "Le maire signera la lettre.", "tense"),
        ("Le maire signe la lettre.", "Le maire a signé la lettre.", "tense"),
        ("Le quai est fermé.", "Le quai était fermé.", "tense"),
        ("Elle prend le bateau.", "Elle prenait le bateau.", "tense"),
        ("Le marché ouvre lundi.", "Le marché ouvre mardi.", "date"),
        ("La fête commence le 3 mars au port.", "La fête commence le 5 mars au port.", "date"),
        ("La fête a lieu en juin.", "La fête a lieu en août.", "date"),
        ("Il part la semaine prochaine.", "Il part la semaine dernière.", "date"),
        ("Il part le 03/05/2024.", "Il part le 3 mai 2024.", "typography"),
        ("Il part hier.", "Il part demain.", "date"),
        ("Il a douze bateaux.", "Il a treize bateaux.", "number"),
        ("Le quai coûte 3,2 millions.", "Le quai coûte 3,4 millions.", "number"),
        ("Le quai coûte 3 000 euros.", "Le quai coûte 3 500 euros.", "number"),
        ("Le quai coûte 3 000 euros.", "Le quai coûte 3000 euros.", "typography"),
        ("Il y a quatre-vingt-dix lits.", "Il y a 90 lits.", "typography"),
        ("Il y a plus de 300 lits.", "Il y a moins de 300 lits.", "number"),
        ("C’est trente pour cent du prix.", "C’est trente % du prix.", "typography"),
        ("Il arrive à 15h30 au port.", "Il arrive à 15 h 30 au port.", "typography"),
        ("Nous avons vu Anne Thole.", "Nous avons vu Anne Tohle.", "name"),
        ("La flotte russe est là.", "La flotte danoise est là.", "name"),
        ("Le préfet Marc Rouvet parle.", "Le ministre Marc Rouvet parle.", "title"),
        ("Un ancien maire est venu.", "Un maire est venu.", "title"),
        ("Le quai cède, dit le maire.", "Le quai cède, prétend le maire.", "reporting_verb"),
        ("Un événement a eu lieu.", "Un évènement a eu lieu.", "spelling_variant"),
        ("Il a la clé du port.", "Il a la clef du port.", "spelling_variant"),
        ("Le bateau est rouge.", "Le bateau est bleu.", "paraphrase"),
        ("L’ancre du bateau est rouge.", "L’hélice du bateau est rouge.", "paraphrase"),
    ],
)
def test_a_change_of_french_has_its_kind(old: str, new: str, kind: str) -> None:
    assert {edit.kind.value for edit in edits(old, new)} == {kind}


def test_a_word_with_an_apostrophe_goes_alone() -> None:
    old, new = "Il n’aime pas le port.", "Il aime le port."
    first, second = edits(old, new)
    assert (first.a.of(old), second.a.of(old)) == ("n’", "pas ")
    assert {first.rule, second.rule} == {"negation dropped"}


def test_an_attribution_that_went_weighs_much() -> None:
    edit = edits("Selon la police, le quai est fermé.", "Le quai est fermé.")[0]
    assert edit.rule == "attribution dropped"
    assert edit.severity.value == "high"
