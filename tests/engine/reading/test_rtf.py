from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from driftline.engine.reading.read import outcome, read_bytes
from driftline.engine.reading.rtf import read_rtf
from driftline.engine.records import Role

HEAD = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial CYR;}"
    rb"{\f2\fcharset128 Mincho;}}{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\s2 heading 2;}"
    rb"{\s5 Quote;}}{\info{\title No}}{\header Running head\par}"
)


def rtf(body: bytes) -> bytes:
    return HEAD + body + b"}"


def text(body: bytes) -> str:
    return read_rtf(rtf(body)).text


def test_structure() -> None:
    body = (
        rb"\pard\plain\s1\b Ferry returns\par"
        rb"\pard\plain\f0 The {\b fog}\r\n lifted.\par"
        rb"\pard\s2 What he saw\par"
        rb"\pard\ls1{\listtext\'b7\tab}a buoy\par{\listtext\'b7\tab}a pier\par"
        rb"\pard\s5 Nobody waved.\par\pard\outlinelevel1 The end\par"
    ).replace(rb"\r\n", b"\r\n")
    reading = read_rtf(rtf(body))
    assert [(b.span.of(reading.text), b.role) for b in reading.blocks] == [
        ("Ferry returns", Role.HEADLINE),
        ("The fog lifted.", Role.BODY),
        ("What he saw", Role.SUBHEADING),
        ("a buoy", Role.LIST),
        ("a pier", Role.LIST),
        ("Nobody waved.", Role.BLOCK_QUOTE),
        ("The end", Role.SUBHEADING),
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (rb"caf\'e9 \ldblquote yes\rdblquote  \endash  \{ok\}", "café “yes” – {ok}"),
        (rb"{\f1 \'cc\'fd\'f0} \u1084?\u1101?", "Мэр мэ"),
        (rb"{\f2 \'8bL\'8e\'d2}", "記者"),
        (rb"\u-10179?\u-8704? \u8212\'97end", "😀 —end"),
        (rb"\uc0\u233 t\u233 ", "été"),
        (rb"\uc2\u8220 ''quoted\u8221 ''", "“quoted”"),
        (rb"co\-op\_s\~a", "co\xadop\u2011s\xa0a"),
        (rb'{\field{\*\fldinst HYPERLINK "http://example.org"}{\fldrslt a link}} on', "a link on"),
        (rb"kept{\deleted  gone}{\revised  new} \v hidden\v0 end", "kept new end"),
        (rb"A{\*\unknown secret}B{\pict\bin5 }{}\\C}", "AB"),
        (rb"one\line two", "one\ntwo"),
    ],
)
def test_characters(body: bytes, expected: str) -> None:
    assert text(body) == expected


def test_left_out_and_told() -> None:
    body = (
        rb"\pard The body{\footnote A note.}{\*\annotation A comment.}.\par"
        rb"\trowd\pard\intbl a\cell b\cell\row\trowd\pard\intbl c\cell d\cell\row"
        rb"\pard {\deleted old}{\revised new} words\par"
    )
    reading = read_rtf(rtf(body))
    assert reading.text == "The body.\n\nnew words"
    assert reading.notes == (
        "The text is read with its tracked changes accepted.",
        "Left out of the text: 1 comment, 1 footnote and 1 table.",
    )


def test_a_file_cut_short_is_read_as_far_as_it_goes() -> None:
    source = read_bytes(rtf(rb"\pard One.\par Two")[:-1], "a.rtf")
    assert source.text == "One.\n\nTwo"
    assert "ends too early" in source.notes[0]
    assert outcome(source).value == "read in part"


def test_a_text_with_the_wrong_ending_is_no_rtf() -> None:
    assert read_bytes(b"Just words.", "a.rtf").format == "text/plain"


@given(st.binary(max_size=300))
def test_any_bytes_after_the_start_are_survived(noise: bytes) -> None:
    read_rtf(b"{\\rtf1 " + noise)


def test_deep_groups_and_wild_numbers() -> None:
    assert read_rtf(b"{\\rtf1 " + b"{" * 100_000 + b"deep").text == "deep"
    assert read_rtf(b"{\\rtf1 \\u99999999?\\bin-5 \\uc-3 \\ansicpg9999999 ok}").text == "\ufffdok"


def test_plain_documents_agree_with_striprtf() -> None:
    from striprtf.striprtf import rtf_to_text

    body = rb"\pard One \'93quoted\'94 word\u8212? and more.\par \f1\'cf\'f0\'e8\'e2\'e5\'f2\par"
    words = rtf_to_text(rtf(body).decode("latin-1")).split()
    assert text(body).split() == words
