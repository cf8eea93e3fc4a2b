from __future__ import annotations

from email.message import EmailMessage
from typing import TYPE_CHECKING

import pytest

from driftline.engine.errors import Outcome, UnreadableError
from driftline.engine.reading.mail import read_mail
from driftline.engine.reading.read import read_bytes
from driftline.engine.records import Role

if TYPE_CHECKING:
    from driftline.engine.reading.parts import Parsed

BODY = """Ferry returns

The fog lifted, and the pilot,
he said, was glad.

> Was it cold?
> Very cold?

--
Ann Reporter
"""


def mail(body: str = BODY, subject: str = "Fwd: FERRY RETURNS") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Ann Reporter <ann@example.org>"
    message["To"] = "desk@example.org"
    message["Subject"] = subject
    message["Date"] = "Tue, 06 May 2031 07:08:00 +0200"
    message.set_content(body)
    return message


def blocks(reading: Parsed) -> list[tuple[str, tuple[str, ...]]]:
    return [(b.span.of(reading.text), b.hints) for b in reading.blocks]


def test_body_sender_day_and_headline() -> None:
    reading = read_mail("a.eml", bytes(mail()))
    assert blocks(reading) == [
        ("Ferry returns", ()),
        ("The fog lifted, and the pilot,\nhe said, was glad.", ()),
        ("Was it cold?\nVery cold?", ("quoted-mail",)),
        ("--\nAnn Reporter", ("mail-signature",)),
    ]
    assert reading.blocks[0].role is Role.HEADLINE
    assert reading.metadata.source == "Ann Reporter"
    assert reading.metadata.published == "2031-05-06T07:08+02:00"
    assert reading.notes == ()


def test_a_subject_that_is_no_headline_is_told() -> None:
    reading = read_mail("a.eml", bytes(mail(subject="For tomorrow")))
    assert reading.metadata.headline is None
    assert reading.notes == ("The mail's subject is “For tomorrow”.",)


def test_plain_text_is_taken_before_html_and_the_rest_counted() -> None:
    message = mail()
    message.add_alternative("<p>The same in <b>HTML</b></p>", subtype="html")
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="a.pdf")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    message.add_attachment(mail("Another story."))
    reading = read_mail("a.eml", bytes(message))
    assert reading.text.startswith("Ferry returns\n\nThe fog")
    assert "Another" not in reading.text
    assert reading.notes == ("Not read: 2 attachments (a.pdf, a.png), 1 mail inside it.",)


def test_a_plain_version_that_only_points_to_the_other_is_passed_over() -> None:
    message = mail("Please use a mail program that shows HTML.")
    message.add_alternative("<p>The fog lifted and nobody waved.</p>" * 20, subtype="html")
    assert read_mail("a.eml", bytes(message)).text.startswith("The fog lifted")
    message = mail()
    message.add_alternative("BEGIN:VCALENDAR " * 200, subtype="calendar")
    assert read_mail("a.eml", bytes(message)).text.startswith("Ferry returns")


def test_html_alone_keeps_layout_tables_and_fetches_nothing() -> None:
    message = mail()
    message.set_content(
        "<style>p{}</style><table><tr><td><h1>Ferry returns</h1><p>The fog<br>lifted.</p>"
        '<img src="http://example.org/x.png"></td></tr></table>',
        subtype="html",
    )
    reading = read_mail("a.eml", bytes(message))
    assert reading.text == "Ferry returns\n\nThe fog\nlifted."


def test_a_story_in_a_forwarded_mail_is_found() -> None:
    outer = EmailMessage()
    outer["From"] = "desk@example.org"
    outer.add_attachment(mail("The story itself."))
    assert read_mail("a.eml", bytes(outer)).text == "The story itself."


def test_flowed_text_is_joined() -> None:
    message = mail()
    message.replace_header("Content-Type", 'text/plain; charset="utf-8"; format=flowed')
    message.set_payload("The fog \nlifted, he \nsaid.\n\nThe end.\n")
    assert read_mail("a.eml", bytes(message)).text == "The fog lifted, he said.\n\nThe end."


@pytest.mark.parametrize("charset", ["x-klingon", "us-ascii", "utf-8"])
def test_a_wrong_charset_does_no_harm(charset: str) -> None:
    head = f"From: a@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\n"
    data = (
        head.encode()
        + b"Content-Transfer-Encoding: 8bit\n\n"
        + "Señor Núñez’s café.".encode("cp1252")
    )
    assert read_mail("a.eml", data).text == "Señor Núñez’s café."


def test_an_encrypted_mail() -> None:
    data = (
        b"From: a@example.org\nMIME-Version: 1.0\n"
        b"Content-Type: multipart/encrypted; boundary=X\n\n--X\n\nabc\n--X--\n"
    )
    with pytest.raises(UnreadableError, match="encrypted") as caught:
        read_mail("a.eml", data)
    assert caught.value.outcome is Outcome.PASSWORD


def test_a_mail_cut_short_is_read_in_part() -> None:
    message = mail()
    message.add_attachment(b"words " * 500, maintype="application", subtype="pdf", filename="a.pdf")
    reading = read_mail("a.eml", bytes(message)[:-300])
    assert reading.partial
    assert reading.text.startswith("Ferry returns")


def test_a_pasted_header_is_text() -> None:
    pasted = b"From: Ann\nSubject: Ferry\n\nThe fog lifted."
    assert read_bytes(pasted, "a.txt").format == "text/plain"
    assert read_bytes(pasted, "a.eml").format == "message/rfc822"


def test_a_saved_web_page() -> None:
    data = (
        b"From: <Saved by a browser>\r\nSnapshot-Content-Location: http://example.org/\r\n"
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary=X\r\n'
        b"\r\n"
        b"--X\r\nContent-Type: text/css\r\n\r\np {}\r\n--X\r\nContent-Type: text/html\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><article><h1>Ferry</h1>"
        b"<p>The caf=C3=A9 =E2=80=9Copened=\r\n=E2=80=9D.</p></article></body></html>\r\n--X--\r\n"
    )
    source = read_bytes(data, "a.mhtml")
    assert source.format == "multipart/related"
    assert "The café “opened”." in source.text
    with pytest.raises(UnreadableError, match="no web page"):
        read_bytes(data.replace(b"text/html", b"text/rubbish"), "a.mhtml")


def test_a_mail_sent_on_as_an_attachment_is_read_in_place_of_the_note_above_it() -> None:
    inner = EmailMessage()
    inner["From"] = "Petra Zoll <p@courier.example>"
    inner["Subject"] = "Quay"
    inner.set_content("The harbour board voted on Thursday to close the eastern quay.\n" * 4)
    outer = EmailMessage()
    outer["From"] = "Jo Hale <jo@courier.example>"
    outer.set_content("See below.")
    outer.add_attachment(inner)
    reading = read_mail("a.eml", outer.as_bytes())
    assert reading.text.startswith("The harbour board voted")
    assert reading.metadata.source == "Petra Zoll"
    assert any("See below." in note for note in reading.notes)
