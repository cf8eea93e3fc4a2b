from html.parser import HTMLParser

from lxml import html as lxml_html

from driftline.engine.pipeline import compare, load_text
from driftline.engine.records import Metadata, Row
from driftline.report.building import build_report
from driftline.report.html import POLICY, render
from driftline.report.options import Annotations, Layout, Remark, ReportOptions
from report import making

OLD = ["The pier closed on Monday.", "Ferries leave from the west."]
QUOTED = "The pier is shut. “We will not open it before it is safe,” Ana Pires said on Monday."
NEW = ["The pier closed on Tuesday.", "Ferries leave from the west.", "An inquiry begins."]


def page(comparison, review=None, **options):
    chosen = ReportOptions(**options)
    return render(build_report(comparison, chosen, review), chosen)


def compared(old, new):
    return compare(load_text(old, "old.txt"), load_text(new, "new.txt"))


def parsed(text):
    return lxml_html.fromstring(text)


class Balanced(HTMLParser):
    """Counts the elements that are opened and closed."""

    def __init__(self):
        super().__init__()
        self.open = []

    def handle_starttag(self, tag, attrs):
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_the_page_is_whole_and_asks_for_nothing():
    text = page(making.texts(OLD, NEW), cuts=True)
    checker = Balanced()
    checker.feed(text)
    assert checker.open == []
    assert POLICY in text
    tree = parsed(text)
    assert not tree.xpath("//script | //link | //img | //iframe | //@src")
    assert all(link.startswith("#") for link in tree.xpath("//@href"))


def test_every_link_leads_to_one_place():
    rows = [
        Row((0,), (0,)),
        Row((1,), (), moved=True, twin=3),
        Row((2,), (1,)),
        Row((), (2,), moved=True, twin=1),
    ]
    old = ["First one here.", "The mover goes.", "Last one."]
    new = ["First one there.", "Last one.", "The mover goes."]
    tree = parsed(page(making.texts(old, new, rows)))
    names = tree.xpath("//@id")
    assert len(names) == len(set(names))
    assert {link[1:] for link in tree.xpath("//@href")} <= set(names)
    assert "Moved to ¶ 3 of the new version" in "".join(tree.itertext())


def test_a_story_cannot_bring_markup():
    hostile = '<script>alert(1)</script> <img src=x onerror="y"> </td></table> & &amp;'
    comparison = making.comparison(
        making.version([hostile], metadata=Metadata(source="<b>x</b>")),
        making.version([hostile + " more"], path='"><script>.txt'),
    )
    review = Annotations({e.id: Remark("<i>", "<u>") for e in comparison.edits}, "<s>", "<em>")
    tree = parsed(page(comparison, review))
    assert not tree.xpath("//script | //img | //i | //u | //s | //em")
    assert hostile in " ".join("".join(tree.xpath('//td[@class="old"]')[0].itertext()).split())


def test_what_was_changed_can_be_heard():
    tree = parsed(page(making.texts(OLD, NEW)))
    (gone,) = tree.xpath('//td[@class="old"]//del')
    assert "".join(gone.itertext()) == "[deleted: Monday]"


def test_the_ledger_marks_the_words_in_which_a_quotation_differs():
    tree = parsed(page(compared(QUOTED, QUOTED.replace("not open", "open"))))
    old, new = tree.xpath('//section[@id="quotes"]//tbody/tr[1]/td')[1:]
    assert ["".join(gone.itertext()) for gone in old.xpath(".//del")] == ["[deleted: not]"]
    assert len(new.xpath('.//span[@class="point"]')) == 1
    assert not new.xpath(".//ins")


def test_direction_and_language_are_declared():
    old = making.version(["مرحبا بالعالم"], metadata=Metadata(language="ar"))
    tree = parsed(page(making.comparison(old, making.version(["Hello world"]))))
    cell = tree.xpath('//table[@class="texts"]//td')[0]
    assert cell.get("lang") == "ar"
    assert cell.xpath("./p")[-1].get("dir") == "rtl"


def test_inline_and_excerpts():
    same = [f"Paragraph {n} stays." for n in range(9)]
    comparison = making.texts([*same, "It rained."], [*same, "It snowed."])
    tree = parsed(page(comparison, layout=Layout.INLINE, changes_only=True))
    text = " ".join("".join(tree.xpath('//*[@class="inline"]')[0].itertext()).split())
    assert "8 unchanged paragraphs (24 words) not shown" in text
    assert "It [deleted: rained][inserted: snowed]" in text


def test_the_page_tells_what_identifies_each_version():
    old, new = making.version(OLD, "a.txt"), making.version(NEW, "b.txt", before="Home News Sport")
    table = parsed(page(making.comparison(old, new))).xpath("//header//table")[0]
    told = {row[0].text_content(): [cell.text_content() for cell in row[1:]] for row in table[1]}
    assert told["File"] == ["a.txt", "b.txt"]
    assert told["SHA-256"] == [old.source.sha256, new.source.sha256]
    assert told["Read as"] == ["text/plain, utf-8"] * 2
    assert told["Cut from page"] == ["nothing", "3 words"]


def test_the_legend_explains_the_marks_that_are_there():
    def legend(comparison):
        return [entry.text_content() for entry in parsed(page(comparison)).xpath("//ul/li")]

    plain = legend(making.texts(OLD, NEW))
    assert "12 number in the register of changes" in plain
    assert not any("stand elsewhere" in entry for entry in plain)
    rows = [Row((0,), (), moved=True, twin=2), Row((1,), (0,)), Row((), (1,), moved=True, twin=0)]
    moved = legend(making.texts(OLD, OLD[::-1], rows))
    assert "words stand elsewhere in the other version" in moved
