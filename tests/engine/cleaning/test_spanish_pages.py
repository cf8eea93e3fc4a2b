"""A Spanish page: its furniture goes with its reason, its story stays whole."""

from __future__ import annotations

from engine.cleaning.pages import cleaned, cuts

STORY = (
    "El consejo del puerto votó el jueves el cierre del muelle oriental durante dos años, una "
    "decisión que las tripulaciones habían combatido desde la primavera.",
    "«Nos dijeron en marzo que no había nada decidido», contó Inés Calder, que tiene cuatro barcas "
    "en el muelle. «Ahora lo leemos en un cartel».",
    "El consejo sostiene que el muro, levantado en 1911, se ha movido nueve centímetros desde la "
    "última medición y podría ceder con un temporal de invierno.",
    "Las obras costarán unos 14 millones de euros, que pagará sobre todo la provincia, según "
    "los documentos publicados antes de la reunión.",
    "Las tripulaciones tendrán amarres en la dársena norte, que es menos profunda y queda una hora "
    "más lejos de los caladeros.",
    "El plan definitivo llegará en noviembre, y el consejo se reunirá con las tripulaciones antes "
    "de firmarlo.",
)
HEADLINE = "El muelle oriental cerrará dos años pese a las protestas"
STANDFIRST = "El consejo del puerto aprueba la obra sin fecha de vuelta para las barcas"


def test_a_spanish_page_keeps_its_story_and_loses_its_furniture() -> None:
    lines = (
        "Saltar al contenido",
        "Iniciar sesión",
        "Inicio > Sucesos",
        HEADLINE,
        STANDFIRST,
        "Por Lucía Ferrer",
        "Actualizado el 5 de noviembre de 2025 a las 18:45",
        "Compartir en WhatsApp",
        "Foto: EFE",
        *STORY[:2],
        "PUBLICIDAD",
        *STORY[2:4],
        "Lee también: El muro que se mueve de noche",
        *STORY[4:],
        "Contenido exclusivo para suscriptores",
        "Te puede interesar",
        "El muro que se mueve de noche",
        "Archivado en: Puertos, Pesca",
        "Únete a nuestro canal de WhatsApp",
        "Sé el primero en comentar",
        "Aviso legal",
        "Todos los derechos reservados",
    )
    version = cleaned("\n".join(lines))
    assert version.metadata.language == "es"
    assert version.metadata.published == "2025-11-05T18:45"
    kept = [line.strip() for line in version.kept_text().split("\n") if line.strip()]
    assert kept == [HEADLINE, STANDFIRST, *STORY]
    assert [reason for reason, _ in cuts(version)] == [
        "navigation",
        "breadcrumb",
        "byline",
        "timestamp",
        "share-buttons",
        "photo-credit",
        "advertisement",
        "related-link",
        "paywall",
        "related-link",
        "tags",
        "newsletter",
        "comments-footer",
        "legal-disclaimer",
        "copyright",
    ]


def test_a_spanish_agency_signs_and_a_sentence_that_names_it_stays() -> None:
    told = "La agencia EFE publicó ayer la carta, según el portavoz del puerto."
    version = cleaned("\n".join((HEADLINE, f"Villar, 5 nov (EFE).- {STORY[0]}", told, *STORY[1:])))
    assert version.metadata.source == "EFE"
    assert told in version.kept_text()
    assert STORY[0] in version.kept_text()
