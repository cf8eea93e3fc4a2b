"""What differs beside the wording: headline, standfirst, byline, time and source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from driftline.engine.records import MetadataChange, Role, Span
from driftline.engine.segmentation.normal import fold

if TYPE_CHECKING:
    from driftline.engine.records import Version


def metadata_changes(old: Version, new: Version) -> tuple[MetadataChange, ...]:
    """The metadata in which two versions differ, in the order of the contract's fields.

    A difference of typography alone is none.
    """
    found: list[MetadataChange] = []
    for field, one, other in (
        ("headline", _heading(old, Role.HEADLINE), _heading(new, Role.HEADLINE)),
        ("standfirst", _heading(old, Role.STANDFIRST), _heading(new, Role.STANDFIRST)),
        ("byline", _words(old, old.metadata.byline), _words(new, new.metadata.byline)),
        ("published", old.metadata.published, new.metadata.published),
        ("source", old.metadata.source, new.metadata.source),
    ):
        if (one and _plain(one)) != (other and _plain(other)):
            found.append(MetadataChange(field, one, other))
    return tuple(found)


def _heading(version: Version, role: Role) -> str | None:
    """A heading as the metadata gives it, or else the first paragraph that has its role."""
    span = version.metadata.headline if role is Role.HEADLINE else version.metadata.standfirst
    if span is None:
        span = next((p.span for p in version.paragraphs if p.role is role), None)
    return _words(version, span)


def _words(version: Version, span: Span | None) -> str | None:
    if span is None:
        return None
    text = version.source.text
    kept = "".join(piece.of(text) for piece in version.kept_spans(span)) or span.of(text)
    return " ".join(kept.split()) or None


def _plain(words: str) -> str:
    return fold(words).replace("'", '"')
