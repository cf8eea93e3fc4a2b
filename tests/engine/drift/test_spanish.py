"""Changes of Spanish get the kind a Spanish editor would give them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compared_texts import MIRRORED, version
from driftline.engine.alignment.align import align
from driftline.engine.drift.classify import classify
from driftline.engine.drift.numerals import numerals
from driftline.engine.drift.verbs import verbs
from driftline.engine.records import Edit, Metadata


def edits(old: str, new: str) -> tuple[Edit, ...]:
    spanish = Metadata(language="es")
    return classify(
        align(replace(version(old), metadata=spanish), replace(version(new), metadata=spanish))
    )


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("Leyó el acuerdo por la noche.", "Leyó un acuerdo por la noche.", "determiner"),
        ("Vendió su barco verde.", "Vendió ese barco verde.", "determiner"),
        ("Los pescadores salieron temprano.", "Unos pescadores salieron temprano.", "determiner"),
        ("Repararon estos muelles viejos.", "Repararon los muelles viejos.", "determiner"),
        ("El puerto espera algunos barcos.", "El puerto espera varios barcos.", "determiner"),
        ("Todas las escuelas siguen cerradas.", "Muchas escuelas siguen cerradas.", "determiner"),
        ("Llegaron del puerto.", "Llegaron al puerto.", "preposition"),
        ("Camina por el muelle.", "Camina bajo el muelle.", "preposition"),
        ("El muelle cedió a causa del viento.", "El muelle cedió debido al viento.", "paraphrase"),
        ("Discutieron sobre el faro.", "Discutieron ante el faro.", "preposition"),
        ("Sale con su perro.", "Sale sin su perro.", "negation"),
        ("Siempre miente a su hermana.", "Nunca miente a su hermana.", "negation"),
        ("El plan es aceptable.", "El plan es inaceptable.", "negation"),
        ("Ninguna barca quedó a flote.", "Una barca quedó a flote.", "negation"),
        ("También el alcalde vino.", "Tampoco el alcalde vino.", "negation"),
        ("El alcalde confirmó la venta.", "El alcalde negó la venta.", "negation"),
        ("El consejo aceptó la oferta.", "El consejo rechazó la oferta.", "negation"),
        ("El alcalde puede cerrar el muelle.", "El alcalde debe cerrar el muelle.", "modality"),
        ("El alcalde está enfermo.", "El alcalde estaría enfermo.", "modality"),
        ("El capitán ha muerto.", "El capitán habría muerto.", "modality"),
        ("El presunto ladrón huyó.", "El ladrón huyó.", "modality"),
        ("El dique resistió.", "El dique aparentemente resistió.", "modality"),
        ("El dique cederá en invierno.", "El dique podría ceder en invierno.", "modality"),
        ("El puente es seguro.", "El puente quizás es seguro.", "modality"),
        ("El alcalde cierra el muelle.", "El alcalde cerraría el muelle.", "modality"),
        ("Es posible que llueva.", "Es probable que llueva.", "modality"),
        ("Probablemente habrá huelga.", "Seguramente habrá huelga.", "modality"),
        ("El alcalde firma la carta.", "El alcalde firmará la carta.", "tense"),
        ("El alcalde firma la carta.", "El alcalde firmó la carta.", "tense"),
        ("El muelle está cerrado.", "El muelle estaba cerrado.", "tense"),
        ("Ella toma el barco.", "Ella tomaba el barco.", "tense"),
        ("La policía detiene al piloto.", "La policía detuvo al piloto.", "tense"),
        ("El barco salió del puerto.", "El barco saldrá del puerto.", "tense"),
        ("Los vecinos piden ayuda.", "Los vecinos pidieron ayuda.", "tense"),
        ("El tren llega tarde.", "El tren ha llegado tarde.", "tense"),
        ("El mercado abre el lunes.", "El mercado abre el martes.", "date"),
        (
            "La fiesta empieza el 3 de marzo en el puerto.",
            "La fiesta empieza el 5 de marzo en el puerto.",
            "date",
        ),
        ("La feria es en junio.", "La feria es en agosto.", "date"),
        ("Sale el 03/05/2024.", "Sale el 3 de mayo de 2024.", "typography"),
        ("Llegó ayer.", "Llegó anteayer.", "date"),
        ("El molino arde desde 2019.", "El molino arde desde 2021.", "date"),
        ("Volverá el mes que viene.", "Volverá el año que viene.", "date"),
        ("Tiene doce barcos.", "Tiene trece barcos.", "number"),
        ("El muelle cuesta 3,2 millones.", "El muelle cuesta 3,4 millones.", "number"),
        ("El muelle cuesta 3.000 euros.", "El muelle cuesta 3.500 euros.", "number"),
        ("El muelle cuesta 3.000 euros.", "El muelle cuesta 3000 euros.", "typography"),
        ("Hay treinta y cinco camas.", "Hay 35 camas.", "typography"),
        ("Hay más de 300 camas.", "Hay menos de 300 camas.", "number"),
        ("Es el treinta por ciento del precio.", "Es el treinta % del precio.", "typography"),
        ("Murieron decenas de personas.", "Murieron cientos de personas.", "number"),
        ("El incendio quemó 20 hectáreas.", "El incendio quemó unas 200 hectáreas.", "number"),
        ("Hay dos mil camas.", "Hay 2.000 camas.", "typography"),
        ("Cuesta 5 millones de dólares.", "Cuesta 5 millones de euros.", "number"),
        ("Murieron veintidós marineros.", "Murieron 22 marineros.", "typography"),
        ("Llega a las 15.30 al puerto.", "Llega a las 15:30 al puerto.", "typography"),
        ("Hemos visto a Ana Tole.", "Hemos visto a Ana Tloe.", "name"),
        ("La flota rusa está allí.", "La flota danesa está allí.", "name"),
        ("Vive en Teruel desde niño.", "Vive en Cuenca desde niño.", "name"),
        ("Habló Luis Prado con la prensa.", "Habló Juan Prado con la prensa.", "name"),
        ("El alcalde Marcos Ruiz habló.", "El ministro Marcos Ruiz habló.", "title"),
        ("Un exalcalde vino.", "Un alcalde vino.", "title"),
        ("La exministra Rosa Gil dimitió.", "La ministra Rosa Gil dimitió.", "title"),
        ("El coronel Tomás Vega llegó.", "El general Tomás Vega llegó.", "title"),
        ("El señor Vega llegó.", "El doctor Vega llegó.", "title"),
        (
            "El muelle cede, dijo el alcalde.",
            "El muelle cede, denunció el alcalde.",
            "reporting_verb",
        ),
        ("Ruiz afirmó que vendría.", "Ruiz reconoció que vendría.", "reporting_verb"),
        (
            "La ministra señaló que hay fondos.",
            "La ministra prometió que hay fondos.",
            "reporting_verb",
        ),
        ("Trabaja solo de noche.", "Trabaja sólo de noche.", "spelling_variant"),
        ("Fue un período de sequía.", "Fue un periodo de sequía.", "spelling_variant"),
        ("Vuelve a México en mayo.", "Vuelve a Méjico en mayo.", "spelling_variant"),
        ("Escribió el guión del filme.", "Escribió el guion del filme.", "spelling_variant"),
        ("Vio el vídeo del choque.", "Vio el video del choque.", "spelling_variant"),
        ("Murió un jugador de fútbol.", "Murió un jugador de futbol.", "spelling_variant"),
        ("Habló “del faro” ayer.", "Habló «del faro» ayer.", "typography"),
        ("El barco es rojo.", "El barco es azul.", "paraphrase"),
        (
            "Los manifestantes cortaron la calle.",
            "Los alborotadores cortaron la calle.",
            "paraphrase",
        ),
        ("El sospechoso fue detenido.", "El sospechoso fue condenado.", "paraphrase"),
        ("El acusado pidió agua.", "El condenado pidió agua.", "paraphrase"),
        ("La bolsa subió con fuerza.", "La bolsa bajó con fuerza.", "paraphrase"),
        ("El barco llegó.", "El barco verde llegó.", "insertion"),
        ("El viejo faro se cayó.", "El faro se cayó.", "deletion"),
        ("Halló la peña rota.", "Halló la pena rota.", "paraphrase"),
        ("El piloto fue rescatado por la guardia.", "El piloto fue rescatado.", "deletion"),
        ("La gente de setiembre.", "La gente de septiembre.", "spelling_variant"),
        ("El Sr. Vega llegó.", "El señor Vega llegó.", "typography"),
        ("Cayó el viernes por la mañana.", "Cayó el viernes por la tarde.", "date"),
        (
            "El gobierno cerró casi todos los puertos.",
            "El gobierno cerró todos los puertos.",
            "deletion",
        ),
        ("El barco no cabe ni vacío.", "El barco cabe vacío.", "negation"),
        ("Ella no leyó la carta.", "Ella leyó la carta.", "negation"),
        ("Cuesta mil millones de euros.", "Cuesta 1.000 millones de euros.", "typography"),
        ("El muelle cuesta 3 000 euros.", "El muelle cuesta 3.000 euros.", "typography"),
        ("El 40 % de los barcos salió.", "El 45 % de los barcos salió.", "number"),
        ("El juez dictó la orden.", "El fiscal dictó la orden.", "title"),
        ("Los barcos habrían salido.", "Los barcos han salido.", "modality"),
        ("El barco tendría que salir.", "El barco tiene que salir.", "modality"),
    ],
)
def test_a_change_of_spanish_has_its_kind_both_ways(old: str, new: str, kind: str) -> None:
    there, back = edits(old, new), edits(new, old)
    assert {edit.kind.value for edit in there} == {kind}
    assert sorted((e.a, e.b, MIRRORED.get(e.kind, e.kind), e.severity) for e in there) == sorted(
        (e.b, e.a, e.kind, e.severity) for e in back
    )


@pytest.mark.parametrize(
    ("old", "new", "rule", "severity"),
    [
        ("El presunto ladrón huyó.", "El ladrón huyó.", "doubt dropped", "high"),
        ("El dique podría ceder.", "El dique va a ceder.", "more certain", "high"),
        ("El capitán ha muerto.", "El capitán habría muerto.", "less certain", "high"),
        ("Los manifestantes huyeron.", "Los alborotadores huyeron.", "label", "high"),
        ("El piloto fue detenido.", "El piloto fue condenado.", "law", "high"),
        ("La fiscal vio al imputado.", "La fiscal vio al condenado.", "law", "high"),
        ("La bolsa subió ayer.", "La bolsa bajó ayer.", "antonym", "high"),
        ("Votaron a favor del plan.", "Votaron en contra del plan.", "antonym", "high"),
        ("Murieron tres pescadores.", "Resultaron heridos tres pescadores.", "outcome", "high"),
        ("Según la policía, el muelle cede.", "El muelle cede.", "attribution dropped", "high"),
        ("Fue herido por un guardia.", "Fue herido.", "agent dropped", "high"),
        ("Cuesta 5 millones de dólares.", "Cuesta 5 millones de euros.", "unit", "high"),
        ("Todas las calles siguen así.", "Muchas calles siguen así.", "fewer of them", "high"),
        ("Nunca ha salido.", "No ha salido.", "negation firmness", "high"),
        ("Ya no está en el puerto.", "Está en el puerto.", "negation dropped", "high"),
        ("El Gobierno cesó al jefe.", "El Gobierno no cesó al jefe.", "negation added", "high"),
        ("Volverá el mes que viene.", "Volverá el año que viene.", "date", "high"),
        ("Viajó a EE. UU. en mayo.", "Viajó a Estados Unidos en mayo.", "signs", "low"),
        ("Don Luis salió.", "Luis salió.", "title dropped", "medium"),
        ("Prevé aprobar la ley.", "Aprobará la ley.", "more certain", "high"),
        ("Cerró durante el partido.", "Cerró tras el partido.", "phase", "medium"),
        (
            "La policía registró la casa.",
            "La policía hizo un registro de la casa.",
            "light verb",
            "low",
        ),
        ("Llega a las 3 de la tarde.", "Llega a las 15.00 horas.", "signs", "low"),
        ("El barco se hundió a causa del mar.", "El barco se hundió pese al mar.", "cause", "high"),
        ("Tres personas perdieron la vida.", "Tres personas murieron.", "same sense", "low"),
    ],
)
def test_a_change_of_spanish_has_its_rule(old: str, new: str, rule: str, severity: str) -> None:
    found = {(edit.rule, edit.severity.value) for edit in edits(old, new)}
    assert (rule, severity) in found


@pytest.mark.parametrize(
    ("words", "worth"),
    [
        ("treinta y cinco", 35),
        ("ciento veinte", 120),
        ("mil millones", 10**9),
        ("mil doscientos millones", 1_200_000_000),
        ("dos millones y medio", 2_500_000),
        ("medio millón", 500_000),
        ("una docena", 12),
        ("un millar", 1000),
        ("3.000 millones", 3_000_000_000),
        ("3,2 millones", 3_200_000),
    ],
)
def test_spanish_numbers_are_worth_what_they_say(words: str, worth: float) -> None:
    assert numerals("es").worth_of(words.split()) == pytest.approx(worth)


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("detuvo", "detener"),
        ("murió", "morir"),
        ("pidieron", "pedir"),
        ("huyó", "huir"),
        ("produjo", "producir"),
        ("prevé", "prever"),
        ("continúa", "continuar"),
        ("vendieron", "vender"),
        ("firmará", "firmar"),
    ],
)
def test_a_spanish_form_belongs_to_its_verb(form: str, base: str) -> None:
    assert base in verbs("es").bases(form)
