"""The sentence that tells the editor what an edit does."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from driftline.engine.lexicon import lexicon
from driftline.engine.records import Severity

_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Phrases:
    """The sentences of one language, with braces for what is filled in."""

    frame: dict[str, str]
    why: dict[str, str]
    whole: dict[str, str]

    def sentence(self, rule: str, old: str, new: str) -> str:
        """One sentence about words that became others; one side may be empty."""
        if rule in self.whole:
            return self.whole[rule]
        frame = "changed" if old and new else "added" if new else "dropped"
        why = self.why.get(rule) or self.why.get(rule.split(">")[0]) or self._by_kind(rule)
        return self.frame.get(frame, "{why}").format(old=_short(old), new=_short(new), why=why)

    def _by_kind(self, rule: str) -> str:
        return self.why.get("determiner" if ">" in rule else "paraphrase", rule)


def _short(words: str) -> str:
    if len(words) < _LONGEST and words.isalnum():
        return words
    flat = " ".join(words.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1].rstrip() + "…"


@cache
def phrases(language: str) -> Phrases:
    """The sentences of a language pack; English where it has none."""
    table = lexicon(language).table("explanations") or lexicon("en").table("explanations")
    return Phrases(table.get("frame", {}), table.get("why", {}), table.get("whole", {}))


@cache
def severities(language: str) -> tuple[dict[str, Severity], dict[str, Severity]]:
    """Severity by kind and by rule; English where the pack has no table."""
    table = lexicon(language).table("severity") or lexicon("en").table("severity")
    by_kind, by_rule = (
        {name: Severity(severity) for name, severity in table.get(part, {}).items()}
        for part in ("kind", "rule")
    )
    return by_kind, by_rule
