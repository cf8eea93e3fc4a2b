"""How kinds, severities, reasons and states are called on paper, in English."""

from __future__ import annotations

from driftline.engine.records import Kind, LedgerStatus, QuotationKind, Reason, Severity

KINDS = {
    Kind.DETERMINER: "Determiner",
    Kind.PREPOSITION: "Preposition",
    Kind.QUOTATION: "Quotation altered",
    Kind.NUMBER: "Number",
    Kind.DATE: "Date",
    Kind.NAME: "Name",
    Kind.TITLE: "Title",
    Kind.NEGATION: "Negation",
    Kind.MODALITY: "Modality",
    Kind.TENSE: "Tense",
    Kind.REPORTING_VERB: "Reporting verb",
    Kind.SPELLING_VARIANT: "Spelling variant",
    Kind.TYPOGRAPHY: "Typography",
    Kind.INSERTION: "Added",
    Kind.DELETION: "Dropped",
    Kind.MOVE: "Moved",
    Kind.PARAPHRASE: "Reworded",
    Kind.PARAGRAPH_SPLIT: "Paragraph split",
    Kind.PARAGRAPH_MERGE: "Paragraphs joined",
    Kind.SENTENCE_SPLIT: "Sentence split",
    Kind.SENTENCE_MERGE: "Sentences joined",
}

SEVERITIES = {Severity.HIGH: "High", Severity.MEDIUM: "Medium", Severity.LOW: "Low"}

STATUSES = {
    LedgerStatus.VERBATIM: "Verbatim",
    LedgerStatus.ALTERED: "Altered",
    LedgerStatus.TRUNCATED: "Truncated",
    LedgerStatus.EXTENDED: "Extended",
    LedgerStatus.REATTRIBUTED: "Reattributed",
    LedgerStatus.DROPPED: "Dropped",
    LedgerStatus.ADDED: "Added",
}

QUOTATIONS = {
    QuotationKind.DIRECT: "Direct",
    QuotationKind.MIXED: "Mixed",
    QuotationKind.INDIRECT: "Indirect",
}

REASONS = {
    Reason.NAVIGATION: "Navigation",
    Reason.ICON_NAMES: "Icon names",
    Reason.ERROR_BANNER: "Error banner",
    Reason.COOKIE_NOTICE: "Cookie notice",
    Reason.PAYWALL: "Paywall",
    Reason.ADVERTISEMENT: "Advertisement",
    Reason.NEWSLETTER: "Newsletter",
    Reason.SHARE_BUTTONS: "Share buttons",
    Reason.UI_CONTROL: "Page control",
    Reason.BREADCRUMB: "Breadcrumb",
    Reason.BYLINE: "Byline",
    Reason.TIMESTAMP: "Publication time",
    Reason.SOURCE_TAG: "Source tag",
    Reason.PHOTO_CAPTION: "Photo caption",
    Reason.PHOTO_CREDIT: "Photo credit",
    Reason.MEDIA_PLAYER: "Media player",
    Reason.RELATED_LINK: "Related story",
    Reason.TAGS: "Tags",
    Reason.AUTHOR_BIO: "Author biography",
    Reason.COMMENTS_FOOTER: "Comments",
    Reason.LEGAL_DISCLAIMER: "Legal disclaimer",
    Reason.COPYRIGHT: "Copyright notice",
    Reason.DUPLICATE_HEADLINE: "Headline again",
    Reason.DUPLICATE_BODY: "Body printed twice",
    Reason.PAGE_FURNITURE: "Running head or page number",
    Reason.OTHER: "Not the story",
}

FIELDS = {
    "headline": "Headline",
    "standfirst": "Standfirst",
    "byline": "Byline",
    "published": "Published",
    "source": "Source",
}
