"""Window and reports call the same things by the same names."""

import pytest

from driftline.engine.records import Kind, LedgerStatus, QuotationKind, Reason, Severity
from driftline.gui.language import labels
from driftline.gui.language.plain_words import isolated
from driftline.report.locale import locale


@pytest.mark.parametrize("language", ["en", "de"])
def test_window_and_reports_call_things_by_the_same_names(
    language: str, request: pytest.FixtureRequest
) -> None:
    if language == "de":
        request.getfixturevalue("german")
    say = locale(language)
    names = [
        *((labels.kind_label(kind), say.kind(kind)) for kind in Kind),
        *((labels.severity_label(severity), say.severity(severity)) for severity in Severity),
        *((labels.status_label(status), say.status(status)) for status in LedgerStatus),
        *((labels.quotation_label(kind), say.quotation(kind)) for kind in QuotationKind),
        *((labels.reason_label(reason), say.reason(reason)) for reason in Reason),
    ]
    assert [(w, r) for w, r in names if w.casefold() != r.casefold()] == []


def test_words_written_to_the_left_do_not_mix_with_those_around_them() -> None:
    assert isolated("Tram") == "Tram"
    assert isolated("(א tram") == "\u2068(א tram\u2069"


@pytest.mark.parametrize(
    ("words", "told"),
    [("ten boats", "“ten boats”"), ("“We won,” he said", "“We won,” he said"), ("”", "”")],
)
def test_words_that_bring_their_marks_get_no_others(words: str, told: str) -> None:
    assert labels.quoted(words) == told
