"""Cleaning: from a source to a version, every cut with its reason and none without."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from driftline.engine.cleaning import publication
from driftline.engine.cleaning.assembly import (
    cuts_of,
    paragraphs_of,
    trimmed,
    with_the_editors_word,
)
from driftline.engine.cleaning.draft import Draft, drafted
from driftline.engine.cleaning.furniture import furniture
from driftline.engine.cleaning.lines import folded, lines_of, ticking
from driftline.engine.cleaning.page_parts import cut_unseen_words
from driftline.engine.cleaning.roles import name_roles
from driftline.engine.cleaning.rules import apply_rules, looks_like_page
from driftline.engine.cleaning.sign_offs import signed_off
from driftline.engine.cleaning.signatures import agency_signing, agency_tag, picture_words
from driftline.engine.cleaning.writers import sign
from driftline.engine.language import language_of
from driftline.engine.progress import Progress, silent
from driftline.engine.records import Cut, Metadata, Paragraph, Reason, Role, Source, Span, Version

if TYPE_CHECKING:
    from collections.abc import Callable

    from driftline.engine.cleaning.lines import Line
    from driftline.engine.options import CleaningOptions

_LABEL = "Cleaning"
_STEPS = 5
_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")


def clean(source: Source, options: CleaningOptions, progress: Progress = silent) -> Version:
    """The version of a source: what stays of it in paragraphs, what was cut and why, its metadata.

    `progress` is told each step. A source without text gives a version without paragraphs.
    """
    step = 0

    def tick() -> None:
        progress(_LABEL, step, _STEPS)

    tick()
    if options.raw:
        return _uncut(source, tick)
    known = source.metadata.language or language_of(source.text)
    language = known or "en"

    draft = drafted(lines_of(source, tick), language, furniture(language), tick)
    _keep_named_lines(draft, options)
    _keep_titled_line(draft)
    step = 1
    apply_rules(draft, source.metadata.byline)
    if looks_like_page(draft):
        # The model and its library are loaded for pages alone: a manuscript needs neither.
        from driftline.engine.cleaning.surroundings import cut_surroundings

        cut_surroundings(draft)
    step = 2
    _cut_inside_lines(draft)
    cut_unseen_words(draft, source.blocks)
    tag = _cut_agency_tag(draft)
    step = 3
    roles = name_roles(draft)
    byline = sign(draft, roles)
    roles = {i: role for i, role in roles.items() if draft.why[i] is None}
    step = 4
    cuts = with_the_editors_word(cuts_of(draft, source.text), source.text, options)
    paragraphs = paragraphs_of(source.text, draft, roles, cuts)
    metadata = replace(_metadata(source, draft, paragraphs, byline, tag), language=known)
    return Version(source, cuts, paragraphs, metadata)


def _uncut(source: Source, tick: Callable[[], None]) -> Version:
    """The source as it stands: blocks between blank lines, or lines where there are none."""
    text = source.text
    between = [match.span() for match in ticking(_BLANK_LINES.finditer(text.rstrip()), tick)]
    if between and text[: between[0][0]].strip():
        starts = [0, *(end for _, end in between)]
        ends = [*(start for start, _ in between), len(text)]
        pairs = ticking(zip(starts, ends, strict=True), tick)
        spans = [trimmed(text, a, b) for a, b in pairs]
    else:
        spans = [line.span for line in lines_of(replace(source, blocks=()), tick)]
    paragraphs = tuple(Paragraph(span) for span in spans if span is not None)
    language = source.metadata.language or language_of(text)
    return Version(source, (), paragraphs, Metadata(language=language))


def _keep_named_lines(draft: Draft, options: CleaningOptions) -> None:
    wanted = {folded(line) for line in options.keep_lines}
    if wanted:
        for i, line in enumerate(draft.lines):
            draft.fixed[i] = line.plain in wanted


def _keep_titled_line(draft: Draft) -> None:
    """Keeps the headline that says what the page's own title says, wherever the page sets it."""
    for i, line in enumerate(draft.lines):
        block = line.block
        if block is not None and block.role is Role.HEADLINE and "titled" in block.hints:
            draft.fixed[i] = True
            return


def _cut_inside_lines(draft: Draft) -> None:
    for i in ticking(draft.open(), draft.tick):
        line = draft.lines[i]
        if draft.fixed[i]:
            continue
        cuts = picture_words(line, draft.language)
        sign = signed_off(line, draft.language)
        if sign is not None and not any(cut.span.meets(sign.span) for cut in cuts):
            cuts.append(sign)
        if _covers(cuts, line):
            draft.cut(i, cuts[0].reason)
            continue
        if cuts:
            draft.inner[i] = cuts


def _covers(cuts: list[Cut], line: Line) -> bool:
    """Whether some cuts leave nothing of a line; a caption's credit goes with it."""
    start = line.span.start
    for cut in cuts:
        if line.text[start - line.span.start : cut.span.start - line.span.start].strip():
            return False
        start = cut.span.end
    return start == line.span.end


def _cut_agency_tag(draft: Draft) -> str | None:
    """The agency that signs the story, its tag cut from the first paragraphs or the last."""
    prose = [i for i in draft.open() if draft.lines[i].words >= 8]
    for i in (*prose[:4], *prose[-1:]):
        if draft.fixed[i]:
            continue
        tag = agency_tag(draft.lines[i], last=i == prose[-1], language=draft.language)
        if tag is not None:
            span, name = tag
            inner = [*draft.inner.get(i, ()), Cut(span, Reason.SOURCE_TAG)]
            if not any(a.span.meets(span) for a in inner[:-1]):
                draft.inner[i] = sorted(inner, key=lambda cut: cut.span)
                return name
    return None


def _metadata(
    source: Source,
    draft: Draft,
    paragraphs: tuple[Paragraph, ...],
    byline: Span | None,
    tag: str | None,
) -> Metadata:
    """What the markup declares, and from the text what the markup leaves open."""
    declared = source.metadata
    first = {role: _first(paragraphs, role) for role in (Role.HEADLINE, Role.STANDFIRST)}
    return replace(
        declared,
        headline=first[Role.HEADLINE] or declared.headline,
        standfirst=first[Role.STANDFIRST] or declared.standfirst,
        byline=declared.byline if byline is None else byline,
        published=publication.published(draft, declared.published),
        source=tag or declared.source or _signing(draft),
    )


def _signing(draft: Draft) -> str | None:
    """The agency that a line cut for it names."""
    for i, reason in enumerate(draft.why):
        if reason in (Reason.BYLINE, Reason.SOURCE_TAG):
            name = agency_signing(draft.lines[i], draft.language)
            if name is not None:
                return name
    return None


def _first(paragraphs: tuple[Paragraph, ...], role: Role) -> Span | None:
    return next((p.span for p in paragraphs if p.role is role), None)
