from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from driftline.engine.errors import UnreadableError
from driftline.engine.reading.decoding import decode, looks_binary, without_lone_surrogates

STORY = (
    "“We shan’t wait,” the ferryman said – and the crew, naïve as ever, cast off from Łódź.\n"
    "Übermorgen kommt das zweite Schiff. العبارة الثانية تصل غداً. 第二艘渡船明天到达。 🚢\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("mark", ["\ufeff", ""])
def test_unicode_with_and_without_mark(encoding: str, mark: str) -> None:
    text = "The ferry left the harbour before dawn, and nobody waved.\r\n" * 3 + STORY
    decoded = decode("ferry.txt", (mark + text).encode(encoding))
    assert decoded.text == text
    assert decoded.encoding == encoding
    assert not decoded.notes


LEGACY = {
    "iso2022_jp": "市長は、新しい橋が来週の朝に開通すると述べた。",
    "cp1252": "“The café’s façade is naïve art,” said Señor Núñez – the Frühstück cost 4 € each. ",
    "cp1250": "Žluťoučký kůň se vrátil do města a starosta řekl, že most otevřou příští týden. ",
    "cp1251": "Мэр города сообщил, что новый мост через реку откроют на следующей неделе утром. ",
    "koi8-r": "Мэр города сообщил, что новый мост через реку откроют на следующей неделе утром. ",
    "cp1253": "Ο δήμαρχος είπε ότι η νέα γέφυρα θα ανοίξει την επόμενη εβδομάδα το πρωί. ",
    "cp1256": "قال رئيس البلدية إن الجسر الجديد سيفتح في الأسبوع المقبل أمام المارة والسيارات. ",
    "shift_jis": "市長は、新しい橋が来週の朝に開通すると述べた。住民はこの知らせを歓迎している。",
    "gb18030": "市长说，新桥将于下周早上开放。居民们对这个消息表示欢迎，许多人已经等了很久。",
    "big5": "市長說，新橋將於下週早上開放。居民們對這個消息表示歡迎，許多人已經等了很久。",
    "euc-kr": "시장은 새 다리가 다음 주 아침에 개통될 것이라고 말했다. 주민들은 이 소식을 반겼다.",
}


@pytest.mark.parametrize("encoding", sorted(LEGACY))
def test_legacy_code_pages(encoding: str) -> None:
    text = LEGACY[encoding] * 6
    assert decode("bridge.txt", text.encode(encoding)).text == text


def test_english_with_nothing_but_typographic_marks() -> None:
    text = "It’s “only” 5 € – no more."
    assert decode("fare.txt", text.encode("cp1252")).text == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text",
    [
        "Городской совет проголосовал в понедельник.\nПристань закрыта.",
        "市議会は月曜日、古い市庁舎をホテルグループに売却することを決めた。",
        "Το λιμάνι κλείνει για δύο χρόνια, είπε το συμβούλιο.",
    ],
)
def test_other_scripts_in_utf_16_without_a_mark(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    assert not looks_binary(data)
    assert decode("story.txt", data).text == text


def test_an_encoding_chosen_by_hand_wins() -> None:
    assert decode("a.txt", "déjà".encode("cp437"), "cp437").text == "déjà"
    with pytest.raises(UnreadableError, match="no encoding named 'klingon'"):
        decode("a.txt", b"abc", "klingon")
    with pytest.raises(UnreadableError, match="no encoding named 'hex'"):
        decode("a.txt", b"xyz", "hex")


def test_a_chosen_utf16_drops_its_mark() -> None:
    assert decode("a.txt", "\ufeffdéjà".encode("utf-16-le"), "utf-16").text == "déjà"
    assert decode("a.txt", "\ufeffdéjà".encode(), "utf-8").text == "déjà"


def test_broken_utf8_is_read_in_part_and_told() -> None:
    data = STORY.encode() * 3
    broken = data[:200] + b"\xff\xfe" + data[200:-2]
    decoded = decode("ferry.txt", broken)
    assert decoded.encoding == "utf-8"
    assert decoded.lost
    assert "could not be decoded" in decoded.notes[0]
    assert "the ferryman said" in decoded.text


def test_a_real_replacement_character_is_no_loss() -> None:
    assert not decode("a.txt", "a \ufffd b".encode()).notes


def test_lone_surrogates_become_replacement_characters() -> None:
    assert without_lone_surrogates("a\ud83d b") == "a\ufffd b"
    assert without_lone_surrogates("a\ud83d\ude00 b") == "a😀 b"
    wide = "Nobody waved.".encode("utf-16-le") + b"\x3d\xd8" + " At all.".encode("utf-16-le")
    assert decode("a.txt", b"\xff\xfe" + wide).text == "Nobody waved.\ufffd At all."


def test_binary_is_told_from_text() -> None:
    assert looks_binary(bytes(range(256)) * 20)
    assert not looks_binary(STORY.encode())
    assert not looks_binary(STORY.encode("utf-16"))
    assert not looks_binary(b"One NUL\0 in a text of some length is no reason to refuse it. " * 5)


@given(st.binary(max_size=400))
def test_any_bytes_give_a_text_or_a_sentence(data: bytes) -> None:
    try:
        decoded = decode("noise.txt", data)
    except UnreadableError:
        assert max(data) >= 0x80
    else:
        decoded.text.encode("utf-8")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1))
def test_utf8_is_never_changed(text: str) -> None:
    plain = text.lstrip("\ufeff")
    if "\0" not in plain:
        assert decode("a.txt", plain.encode()).text == plain


def test_lines_of_the_western_code_page_among_lines_of_utf_8() -> None:
    lines = [
        "Käthe Grün sprach zuerst.",
        "Danach schloss das Café.",
        "Der Eintritt war für alle frei.",
    ]
    data = b"\n".join(
        line.encode("cp1252" if number == 1 else "utf-8") for number, line in enumerate(lines)
    )
    decoded = decode("a.txt", data)
    assert decoded.text == "\n".join(lines)
    assert decoded.notes == (
        "1 line was in another encoding than the rest (cp1252) and read as such.",
    )
