"""What a web page declares about itself: JSON-LD, meta elements, its title, its language."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lxml import etree

from driftline.engine.reading.dates import dates_in
from driftline.engine.reading.markup_hints import said_by
from driftline.engine.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS = re.compile(r"\w+")
_LONGEST_SCRIPT = 2_000_000
_DEEPEST = 12
#: Characters of a line that names who wrote.
_LONGEST_BYLINE = 120
#: Characters of an attribute that may hold data for a script.
_LEAST_DATA = 100
_ISO = re.compile(
    r"((?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))"
    r"(?:[T ]+([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?"
)
#: The declaration as it stands in the data of pages that are put together by scripts.
_IN_SCRIPT = re.compile(
    r"\\?\"(?:datePublished|published_at|publishedAt|published_on|publish_date|publishDate|"
    r"firstPublishedAt|date_published)\\?\"\s*:\s*\\?\"((?:19|20)\d\d-\d\d-\d\d[^\"\\]{0,20})"
)
#: A day in a page's own address: /2024/06/25/.
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?=[/-])")
_TAGS = re.compile(r"<[^<>]*>")
#: Meta elements that tell the time of publication, the surest first.
_PUBLISHED = (
    "article:published_time", "article.published", "datepublished", "date_published",
    "publish-date", "publish_date", "publishdate", "pubdate", "dc.date.issued", "dcterms.created",
    "dcterms.date", "dc.date", "sailthru.date", "parsely-pub-date", "article_date_original",
    "og:article:published_time", "og:published_time", "originalpublicationdate", "published",
    "published-date", "published_time", "cxenseparse:recs:publishtime", "citation_date",
    "citation_publication_date", "dc.date.created", "rnews:datepublished", "displaydate",
    "bt:pubdate", "article:published", "date", "created", "cludo:date", "release_date",
    "published_on", "published_at", "publishedat", "firstpublished", "article:post_date",
    "dcterms.issued", "dc.issued", "prism.publicationdate",
)  # fmt: skip
_TITLES = ("og:title", "twitter:title", "headline", "dc.title", "sailthru.title", "parsely-title")
_DESCRIPTIONS = ("og:description", "description", "twitter:description", "sailthru.description")
_ARTICLES = re.compile(r"Article|Posting|Report|Review|Recipe|WebPage|CreativeWork", re.ASCII)


@dataclass(frozen=True, slots=True)
class Declared:
    """What a page says about itself; `body` holds the folded words of its declared article body.

    `published` is ISO 8601. `titles` and `descriptions` are folded words.
    """

    titles: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    body: str = ""
    published: str | None = None
    site: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = field(default=())

    def about(self, text: str) -> tuple[str, ...]:
        """What the declarations say about a block of text, as hints."""
        if not (self.titles or self.body):
            return ()
        words = folded_words(text)
        if not words:
            return ()
        hints = []
        if len(words) < 400 and any(
            words == title or (len(words) > 20 and _same(words, title)) for title in self.titles
        ):
            hints.append("titled")
        if len(words) > 30 and any(
            words == told or words.startswith(told) or told.startswith(words)
            for told in self.descriptions
        ):
            hints.append("described")
        if self.body and len(words) > 12:
            hints.append("said" if words in self.body else "unsaid")
        elif self.body:
            hints.append("told")
        return tuple(hints)

    def byline_in(self, text: str) -> Span | None:
        """Where a short text names those who wrote the page; None where it names none of them."""
        if len(text) > _LONGEST_BYLINE:
            return None
        places = [(text.find(name), len(name)) for name in self.authors if " " in name]
        found = [(start, start + length) for start, length in places if start >= 0]
        return Span(min(found)[0], max(end for _, end in found)) if found else None


def folded_words(text: str) -> str:
    """The words of a text alone, in lower case."""
    return " ".join(_WORDS.findall(text.lower()))


def _same(words: str, title: str) -> bool:
    """Whether a heading is the title, or the title with the site's name at either end."""
    return title.startswith(words + " ") or title.endswith(" " + words)


def declared_by(root: Any) -> Declared:
    """What a page's tree declares."""
    metas: dict[str, str] = {}
    for element in root.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if key and content:
            metas.setdefault(key.strip().lower(), content.strip())
    things = list(_things(root))
    titles = [metas[name] for name in _TITLES if name in metas]
    titles += [t for thing in things if (t := _string(thing.get("headline")))]
    title = next(root.iter("title"), None)
    if title is not None and title.text:
        titles.append(title.text)
    body = max((_string(thing.get("articleBody")) for thing in things), key=len, default="")
    authors = tuple(dict.fromkeys(name for thing in things for name in _names(thing.get("author"))))
    if not authors and metas.get("author") and len(metas["author"]) < 80:
        authors = (metas["author"],)
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    code = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", language.strip())
    return Declared(
        titles=tuple(dict.fromkeys(filter(None, map(folded_words, titles)))),
        descriptions=tuple(
            dict.fromkeys(
                words
                for name in _DESCRIPTIONS
                if len(words := folded_words(metas.get(name, ""))) > 30
            )
        ),
        body=folded_words(_TAGS.sub(" ", body)) if len(body) > 400 else "",
        published=_published(root, things, metas),
        site=metas.get("og:site_name") or _publisher(things),
        language=code[0].lower() if code else None,
        authors=authors,
    )


def _publisher(things: list[dict[str, Any]]) -> str | None:
    """The house that an article names as its publisher."""
    articles = (thing for thing in things if _is_article(thing))
    return next((name for thing in articles for name in _names(thing.get("publisher"))), None)


def _things(root: Any) -> Iterator[dict[str, Any]]:
    """All objects of the page's JSON-LD, the articles among them first."""
    found: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text:
            continue
        if len(script.text) > _LONGEST_SCRIPT:
            continue
        try:
            loaded = json.loads(script.text.strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        _gather(loaded, found)
    found.sort(key=lambda thing: not _is_article(thing))
    yield from found


def _gather(loaded: Any, found: list[dict[str, Any]]) -> None:
    stack: list[tuple[Any, int]] = [(loaded, 0)]
    while stack:
        value, depth = stack.pop()
        if depth > _DEEPEST:
            continue
        if isinstance(value, dict):
            found.append(value)
            stack += [(v, depth + 1) for k, v in reversed(value.items()) if k in _HOLDERS]
        elif isinstance(value, list):
            stack += [(v, depth + 1) for v in reversed(value)]


_HOLDERS = frozenset({"@graph", "mainEntity", "mainEntityOfPage", "hasPart", "liveBlogUpdate"})


def _is_article(thing: dict[str, Any]) -> bool:
    kind = thing.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(k, str) and k.endswith(("Article", "Posting", "Report")) for k in kinds)


def _string(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return value.strip() if isinstance(value, str) else ""


def _names(value: Any) -> Iterator[str]:
    for entry in value if isinstance(value, list) else [value]:
        name = entry.get("name") if isinstance(entry, dict) else entry
        if isinstance(name, str) and 2 < len(name.strip()) < 80 and "http" not in name:
            yield name.strip()


def _published(root: Any, things: list[dict[str, Any]], metas: dict[str, str]) -> str | None:
    """The time of publication as the markup gives it, ISO 8601."""
    for thing in things:
        found = iso_date(_string(thing.get("datePublished")))
        if found:
            return found
    for name in _PUBLISHED:
        found = iso_date(metas.get(name, ""))
        if found:
            return found
    for element in root.iter("time", "abbr", "span"):
        prop = (element.get("itemprop") or "").lower()
        if ("datepublished" in prop or element.get("pubdate") is not None) and not _commented(
            element
        ):
            written = element.get("datetime") or element.get("content") or element.get("title")
            found = iso_date(written or "".join(element.itertext())[:80])
            if found:
                return found
    for name in ("datecreated", "dateCreated", "uploadDate"):
        for thing in things:
            found = iso_date(_string(thing.get(name)))
            if found:
                return found
    for element in root.iter("link", "meta"):
        if element.get("rel") == "canonical" or element.get("property") == "og:url":
            match = _IN_ADDRESS.search(element.get("href") or element.get("content") or "")
            if match:
                return iso_date("-".join(match.groups()))
    for script in root.iter("script"):
        if script.text and len(script.text) <= _LONGEST_SCRIPT:
            match = _IN_SCRIPT.search(script.text)
            if match:
                return iso_date(match[1])
    # The same data handed to a script in an attribute.
    for element in root.iter(etree.Element):
        for value in element.attrib.values():
            if _LEAST_DATA < len(value) <= _LONGEST_SCRIPT and (match := _IN_SCRIPT.search(value)):
                return iso_date(match[1])
    return None


def _commented(element: Any) -> bool:
    """Whether an element stands in what readers wrote."""
    return any(
        "comments" in said_by(f"{outer.get('class') or ''} {outer.get('id') or ''}")
        for outer in element.iterancestors()
        if outer.tag not in ("html", "body")
    )


def iso_date(written: str) -> str | None:
    """A declared date as ISO 8601 with minutes and zone where given; None for anything else."""
    if not written:
        return None
    match = _ISO.search(written)
    if match is None:
        found = dates_in(written[:80])
        return found[0].iso if found and not found[0].ambiguous else None
    day, hour, minute, zone = match.groups()
    if hour is None:
        return day
    if zone and zone != "Z" and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"{day}T{hour}:{minute}" + ("+00:00" if zone == "Z" else zone or "")
