import pikepdf

from driftline.report.building import build_report
from driftline.report.packing import pack
from driftline.report.pdf import render
from report import making

PLAIN = b"""%PDF-1.7
%\x80\x80\x80\x80

1 0 obj
<</Type/Catalog/Pages 2 0 R>>
endobj

2 0 obj
<</Type/Pages/Kids[3 0 R]/Count 1>>
endobj

3 0 obj
<</Type/Page/Parent 2 0 R/MediaBox[0 0 90 90]/Contents 4 0 R>>
endobj

4 0 obj
<</Length 14>>
stream
0 0 90 90 re f
endstream
endobj

"""


def with_table(body: bytes, trailer: bytes = b"/Size 5/Root 1 0 R") -> bytes:
    offsets = [body.index(b"%d 0 obj" % n) for n in range(1, 5)]
    rows = b"".join(b"%010d 00000 n \n" % at for at in offsets)
    start = len(body)
    table = b"xref\n0 5\n0000000000 65535 f \n" + rows + b"trailer\n<<" + trailer + b">>\n"
    return body + table + b"startxref\n%d\n%%%%EOF" % start


def test_a_packed_file_holds_the_same_objects(tmp_path):
    plain = with_table(PLAIN.replace(b"/Pages 2", b"/Note(" + b"long " * 400 + b")/Pages 2", 1))
    packed = pack(plain)
    assert len(packed) < len(plain)
    (tmp_path / "plain.pdf").write_bytes(plain)
    (tmp_path / "packed.pdf").write_bytes(packed)
    with (
        pikepdf.open(tmp_path / "plain.pdf") as before,
        pikepdf.open(tmp_path / "packed.pdf") as after,
    ):
        assert len(after.pages) == 1
        assert after.pages[0].Contents.read_bytes() == before.pages[0].Contents.read_bytes()
        assert after.Root.unparse() == before.Root.unparse()


def test_files_of_another_build_are_left_alone():
    encrypted = with_table(PLAIN, b"/Size 5/Root 1 0 R/Encrypt 2 0 R")
    for data in (b"", b"not a pdf", PLAIN, encrypted, with_table(PLAIN)[:-20]):
        assert pack(data) == data


def test_a_report_is_sound_and_small(tmp_path):
    line = "The ferry left the harbour at noon and came back with the evening tide."
    old = [f"{line} Number {n}." for n in range(70)]
    new = [f"{line} Number {n}." for n in range(0, 140, 2)]
    path = tmp_path / "report.pdf"
    path.write_bytes(render(build_report(making.texts(old, new))))
    assert path.stat().st_size < 250_000
    with pikepdf.open(path) as pdf:
        assert pdf.check_pdf_syntax() == []
