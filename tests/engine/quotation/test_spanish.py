"""Quotations in Spanish newspapers: their own ways to name who speaks."""

from __future__ import annotations

import pytest

from quality.quotes import found

_SAID = [
    ("«Apelaremos el fallo», dijo ayer la ministra Rosa Gil.", "«Apelaremos el fallo»", "Rosa Gil"),
    (
        "“No vamos a vender el molino”, ha asegurado el alcalde de Villar, Marcos Ruiz.",
        "“No vamos a vender el molino”",
        "Marcos Ruiz",
    ),
    (
        "El alcalde, Marcos Ruiz, afirmó que el muelle cerrará en mayo.",
        "que el muelle cerrará en mayo",
        "Marcos Ruiz",
    ),
    (
        "Según el alcalde, el muelle está cerrado desde marzo.",
        "el muelle está cerrado desde marzo",
        "el alcalde",
    ),
    (
        "La venta se cerró en abril, según ha informado el alcalde.",
        "La venta se cerró en abril",
        "el alcalde",
    ),
    (
        "De acuerdo con la fiscal Elena Soto, el incendio fue provocado.",
        "el incendio fue provocado",
        "Elena Soto",
    ),
    (
        "La venta se cerró en abril, según explicó ayer su abogada en un comunicado.",
        "La venta se cerró en abril",
        "su abogada",
    ),
    ("—¿Quién ha llamado? —preguntó la jueza.", "¿Quién ha llamado?", "la jueza"),
    ("—No lo sé —respondió Ana Prado.", "No lo sé", "Ana Prado"),
    (
        "—No lo sé —respondió Ana Prado—. Nadie me ha llamado. Estoy sola.",
        "No lo sé … Nadie me ha llamado. … Estoy sola.",
        "Ana Prado",
    ),
    ("Ruiz calificó la obra de «disparate».", "«disparate»", "Ruiz"),
    (
        "El portavoz aseguró que la venta era «un paso necesario» y que no habrá despidos.",
        "que la venta era «un paso necesario» y que no habrá despidos",
        "El portavoz",
    ),
    (
        "“El barco”, explicó Luis Vega, “no volverá a salir”.",
        "“El barco” … “no volverá a salir”",
        "Luis Vega",
    ),
    (
        "«Nadie nos avisó –dijo Ana Prado–. Fue horrible».",
        "«Nadie nos avisó … Fue horrible»",
        "Ana Prado",
    ),
    (
        "En declaraciones a la prensa, Luis Vega señaló: «No hubo heridos».",
        "«No hubo heridos»",
        "Luis Vega",
    ),
    (
        "El puerto no abrirá hasta junio, indicó el capitán Juan Mora.",
        "El puerto no abrirá hasta junio",
        "Juan Mora",
    ),
    ("La presidenta negó que haya vendido el faro.", "que haya vendido el faro", "La presidenta"),
    ("Rosa Gil se fue pronto. «Ya no queda nada», añadió.", "«Ya no queda nada»", "Rosa Gil"),
    ("«Ha sido un error», reconoció ella.", "«Ha sido un error»", "ella"),
    (
        "“Vamos a recurrir”, manifestaron los sindicatos en un comunicado.",
        "“Vamos a recurrir”",
        "los sindicatos",
    ),
    (
        "La policía informó de que el conductor huyó a pie.",
        "que el conductor huyó a pie",
        "La policía",
    ),
    (
        "La ministra advirtió el lunes de que subirán los precios.",
        "que subirán los precios",
        "La ministra",
    ),
    ("«Es una vergüenza», se quejó Ana Prado.", "«Es una vergüenza»", "Ana Prado"),
    ("Luis Vega se lo dijo el lunes a la prensa: «Apelaremos».", "«Apelaremos»", "Luis Vega"),
    ("El ministro dijo a EFE que no dimitirá.", "que no dimitirá", "El ministro"),
    (
        "“Es un día triste”, escribió en su cuenta de Twitter la senadora Eva Luna.",
        "“Es un día triste”",
        "Eva Luna",
    ),
    (
        "Preguntado por la venta, Ruiz respondió: “No hay nada que decir”.",
        "“No hay nada que decir”",
        "Ruiz",
    ),
]


@pytest.mark.parametrize(("text", "said", "speaker"), _SAID)
def test_spanish_names_its_speakers(text: str, said: str, speaker: str) -> None:
    (quotation,) = found(text, "es").quotations
    assert " … ".join(span.of(text) for span in quotation.spans) == said
    assert speaker in (quotation.speaker, quotation.reference)


@pytest.mark.parametrize(
    "text",
    [
        "El barco «Estrella del Norte» salió de Cádiz.",
        "La película “El faro” se estrena el viernes.",
        "El alcalde no quiso hacer declaraciones.",
        "El ministro no dijo cuándo abrirá el puerto.",
        "El ministro fue citado por la jueza.",
        "Vendieron el molino por dos millones de euros, un precio récord.",
    ],
)
def test_what_nobody_said_is_no_quotation(text: str) -> None:
    assert found(text, "es").quotations == ()
