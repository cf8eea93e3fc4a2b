"""The form in which a session holds a document's text: small, complete, and without its file."""

from __future__ import annotations

import json
import zlib
from dataclasses import asdict
from typing import Any

from driftline.engine.records import Block, Metadata, Role, Source, Span

#: No text a reader gives is larger when unpacked (bytes).
_LARGEST = 1024**3


def pack(source: Source) -> bytes:
    """A source as compressed bytes."""
    value: dict[str, Any] = {
        "path": source.path,
        "sha256": source.sha256,
        "format": source.format,
        "encoding": source.encoding,
        "text": source.text,
        "blocks": [[b.span.start, b.span.end, b.role.value] for b in source.blocks],
        # What else the markup says: the cleaner judges by it.
        "markup": [[b.hints, b.links, b.path] for b in source.blocks],
        "metadata": asdict(source.metadata),
        "notes": source.notes,
        "partial": source.partial,
    }
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # Names of files and damaged texts may hold lone surrogates.
    return zlib.compress(plain.encode("utf-8", "surrogatepass"), 6)


def unpack(body: bytes) -> Source:
    """The source `pack` was given. Raises ValueError when the bytes are no such thing."""
    inflater = zlib.decompressobj()
    try:
        plain = inflater.decompress(body, _LARGEST)
        if inflater.unconsumed_tail:
            raise ValueError("the text is too large")
        return _source(json.loads(plain.decode("utf-8", "surrogatepass")))
    except (zlib.error, KeyError, TypeError) as error:
        raise ValueError(str(error)) from error


def _source(value: dict[str, Any]) -> Source:
    metadata = dict(value["metadata"])
    for name in ("headline", "standfirst", "byline"):
        if metadata.get(name) is not None:
            metadata[name] = Span(**metadata[name])
    # Sessions of the first days hold no markup.
    markup = value.get("markup") or [[(), 0.0, ()]] * len(value["blocks"])
    return Source(
        path=value["path"],
        sha256=value["sha256"],
        format=value["format"],
        encoding=value["encoding"],
        text=value["text"],
        blocks=tuple(
            Block(Span(start, end), Role(role), tuple(hints), links, tuple(path))
            for (start, end, role), (hints, links, path) in zip(
                value["blocks"], markup, strict=True
            )
        ),
        metadata=Metadata(**metadata),
        notes=tuple(value["notes"]),
        partial=bool(value.get("partial")),
    )
