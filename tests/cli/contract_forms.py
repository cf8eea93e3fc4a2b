"""The forms of the contract's JSON, field by field, and a check of a value against a form.

A form is a type, a tuple of forms (any of them), a list with one form (a list of such), a set of
allowed strings, or a dictionary of fields. Fields may be added to what the contract names.
"""

from __future__ import annotations

from typing import Any

SPAN = {"start": int, "end": int, "text": str}
REASON = {
    "navigation", "icon-names", "error-banner", "cookie-notice", "paywall", "advertisement",
    "newsletter", "share-buttons", "ui-control", "breadcrumb", "byline", "timestamp", "source-tag",
    "photo-caption", "photo-credit", "media-player", "related-link", "tags", "author-bio",
    "comments-footer", "legal-disclaimer", "copyright", "duplicate-headline", "duplicate-body",
    "page-furniture", "other",
}  # fmt: skip
ROLE = {"headline", "standfirst", "subheading", "body", "list", "block-quote"}
KIND = {
    "determiner", "preposition", "quotation", "number", "date", "name", "title", "negation",
    "modality", "tense", "reporting_verb", "spelling_variant", "typography", "insertion",
    "deletion", "move", "paraphrase", "paragraph_split", "paragraph_merge", "sentence_split",
    "sentence_merge",
}  # fmt: skip

CLEAN = {
    "schema": {"driftline/clean/1"},
    "path": str,
    "sha256": str,
    "format": str,
    "encoding": str,
    "text": str,
    "cleaned": str,
    "headline": (SPAN, None),
    "standfirst": (SPAN, None),
    "byline": (SPAN, None),
    "published": (str, None),
    "source": (str, None),
    "language": (str, None),
    "removed": [{"start": int, "end": int, "reason": REASON, "text": str}],
    "paragraphs": [{"start": int, "end": int, "role": ROLE}],
}
QUOTES = {
    "schema": {"driftline/quotes/1"},
    "path": str,
    "sha256": str,
    "text": str,
    "quotes": [
        {
            "start": int,
            "end": int,
            "text": str,
            "spans": [[int]],
            "kind": {"direct", "mixed", "indirect"},
            "speaker": str,
            "speaker_start": (int, None),
            "reference": str,
            "cue": str,
            "cue_start": (int, None),
        }
    ],
    "scare_quotes": [[int]],
}
SIDE = {"path": str, "sha256": str, "text": str}
QUOTED = {"start": int, "end": int, "text": str, "reference": str}
COMPARE = {
    "schema": {"driftline/compare/1"},
    "old": SIDE,
    "new": SIDE,
    "summary": {
        "old_words": int,
        "new_words": int,
        "kept_words": int,
        "kept": float,
        "counts": dict,
    },
    "alignment": [{"a": [[int]], "b": [[int]], "moved": bool}],
    "edits": [
        {
            "id": int,
            "kind": KIND,
            "subkind": (KIND, None),
            "severity": {"high", "medium", "low"},
            "a_start": int,
            "a_end": int,
            "b_start": int,
            "b_end": int,
            "a_text": str,
            "b_text": str,
            "in_quote": bool,
            "group": (int, None),
        }
    ],
    "metadata": [
        {
            "field": {"headline", "standfirst", "byline", "published", "source"},
            "old": (str, None),
            "new": (str, None),
        }
    ],
    "quotes": [
        {
            "status": {
                "verbatim", "altered", "truncated", "extended", "reattributed", "dropped", "added",
            },
            "a": (QUOTED, None),
            "b": (QUOTED, None),
        }
    ],
}  # fmt: skip
GROUP = {
    "schema": {"driftline/group/1"},
    "stories": [{"members": [str], "base": str}],
    "pairs": [{"a": str, "b": str, "similarity": float, "contains": ({"a", "b"}, None)}],
    "unreadable": [{"path": str, "why": str}],
}
COLLATE = {
    "schema": {"driftline/collate/1"},
    "witnesses": [{"id": str, "path": str, "sha256": str}],
    "base": str,
    "columns": [
        {
            "readings": [
                {"text": str, "kind": (KIND, None), "moved": bool, "witnesses": dict},
            ],
            "absent": [str],
        }
    ],
}


def misfits(value: Any, form: Any, where: str = "$") -> list[str]:
    """Where a value does not have the form, in words; empty when it has."""
    if form is None:
        return [] if value is None else [f"{where} is not null"]
    if isinstance(form, tuple):
        tried = [misfits(value, one, where) for one in form]
        return [] if any(not found for found in tried) else tried[0]
    if isinstance(form, set):
        return [] if isinstance(value, str) and value in form else [f"{where} is {value!r}"]
    if isinstance(form, list):
        if not isinstance(value, list):
            return [f"{where} is no list"]
        return [m for n, v in enumerate(value) for m in misfits(v, form[0], f"{where}[{n}]")]
    if isinstance(form, dict):
        if not isinstance(value, dict):
            return [f"{where} is no object"]
        return [
            m
            for name, inner in form.items()
            for m in (
                misfits(value[name], inner, f"{where}.{name}")
                if name in value
                else [f"{where}.{name} is missing"]
            )
        ]
    right = type(value) is form
    return [] if right else [f"{where} is {type(value).__name__}, not {form.__name__}"]
