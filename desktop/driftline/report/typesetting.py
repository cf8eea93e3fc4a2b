"""Sets the pages of a PDF by typst from a template in resources/report.

Every text reaches a template as a JSON value, never as markup, so nothing a story says can change
the document. The file declares PDF/A-2a and PDF/UA-1; neither claim is certified.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from driftline import __version__, assets
from driftline.engine.errors import DriftlineError
from driftline.engine.progress import Progress, silent
from driftline.report.glyphs import SANS, SERIF, FontPlan, plan_fonts
from driftline.report.locale import locale
from driftline.report.packing import pack
from driftline.review.preferences import Paper

if TYPE_CHECKING:
    from driftline.report.locale import Locale
    from driftline.report.options import ReportOptions

Standards = tuple[Literal["a-2a", "ua-1"], ...]
STANDARDS: Standards = ("a-2a", "ua-1")

#: What the typesetter calls them.
_SHEETS = {Paper.A4: "a4", Paper.LETTER: "us-letter"}

#: Where a long word may be broken: no character of any text, and nothing that is copied with it.
_BREAK = "\ufdd0"
#: What words are made of where no script lets them be broken at each sign.
_LETTER = f"[^\\s{_BREAK}\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff]"
#: Longer words (letters) would run out of most columns, and out of the narrow ones of a table.
_LONGEST, NARROW = 36, 20
_MISSING = re.compile(r'the text `?"((?:[^"\\]|\\.)*)"`? could not be displayed')


def breakable(text: str, longest: int = NARROW) -> str:
    """Words of more letters with places to break them, so that they stay inside their column."""
    part = f".{{1,{longest // 3}}}"
    return _long_words(longest).sub(lambda m: _BREAK.join(re.findall(part, m[0])), text)


@cache
def _long_words(longest: int) -> re.Pattern[str]:
    return re.compile(f"{_LETTER}{{{longest},}}")


def _all_breakable(value: Any) -> Any:
    """A value whose texts can't run out of a column of usual width."""
    if isinstance(value, str):
        return breakable(value, _LONGEST)
    if isinstance(value, Mapping):
        return {name: _all_breakable(held) for name, held in value.items()}
    if isinstance(value, list | tuple):
        return [_all_breakable(held) for held in value]
    return value


def breakable_path(path: str) -> str:
    """A path that may be broken after its folders as well."""
    return path.replace("\\", "\\" + _BREAK)


def breakable_digest(digest: str) -> str:
    """A digest that may be broken anywhere."""
    return _BREAK.join(re.findall(".{1,8}", digest))


def shortened(text: str, limit: int, say: Locale) -> str:
    """A long passage by its beginning, so many characters of it."""
    if len(text) > limit:
        whole = say("{words} in all", words=say.several(len(text.split()), "word"))
        start = text[:limit].rpartition(" ")[0] or text[:limit]
        text = f"{start} … [{whole}]"
    return text


def page(options: ReportOptions) -> dict[str, Any]:
    """The sheet, as every template wants it."""
    return {
        "paper": _SHEETS[options.paper],
        "landscape": options.landscape,
        "size": min(max(options.font_size, 6.0), 24.0),
        "colour": not options.black_and_white,
    }


def dated(iso: str, say: Locale) -> dict[str, str]:
    """When a report was made, as every template wants it: exact, its day, and to be read."""
    day = say.day(datetime.fromisoformat(iso)) if iso else ""
    return {"date": iso, "day": day, "moment": say.moment(iso) if iso else ""}


def document(
    value: Mapping[str, Any], language: str, plan: FontPlan, standards: Standards = STANDARDS
) -> str:
    """The JSON text a template reads; `plan` says which fonts and stand-ins."""
    say = locale(language)
    whole = {
        "fonts": {"serif": [*SERIF, *plan.families], "sans": [*SANS, *plan.families]},
        "language": say.language,
        "words": say.words,
        "notice": say.sentence(plan.sentence()),
        "claim": _claim(standards, say),
        "program": f"Driftline {__version__}",
    }
    return plan.readable(json.dumps({**value, **whole}, ensure_ascii=False, separators=(",", ":")))


def typeset(
    template: str,
    value: Mapping[str, Any],
    language: str,
    text_language: str,
    progress: Progress = silent,
) -> bytes:
    """The PDF's bytes; `text_language` is that of the stories. Raises DriftlineError where the
    typesetter fails.
    """
    import typst

    value = {**_all_breakable(value), "name": value["title"]}
    progress("Choosing fonts", 0, 3)
    characters = set(json.dumps(value, ensure_ascii=False)) - {_BREAK}
    plan = plan_fonts(characters, text_language)
    fonts = typst.Fonts(
        include_system_fonts=bool(plan.families),
        include_embedded_fonts=True,
        font_paths=[str(assets.path("fonts"))],
    )
    file = assets.path("report", template)
    standards = STANDARDS
    trouble: Exception | None = None
    for _ in range(6):
        progress("Setting the pages", 1, 3)
        try:
            data = typst.compile(
                str(file),
                root=str(file.parent),
                font_paths=fonts,
                sys_inputs={"data": document(value, language, plan, standards)},
                pdf_standards=list(standards),
            )
        except typst.TypstError as error:
            trouble = error
            missing = _undisplayable(str(error))
            if missing:
                plan = FontPlan(plan.families, tuple(sorted({*plan.missing, *missing})))
            elif standards:
                # Better a report that claims less than none.
                standards = standards[:-1]
            else:
                break
            continue
        progress("Setting the pages", 3, 3)
        return pack(bytes(data))
    raise DriftlineError(f"The PDF could not be set: {trouble}") from trouble


def _claim(standards: Standards, say: Locale) -> str:
    names = {"a-2a": "PDF/A-2a", "ua-1": "PDF/UA-1"}
    declared = f" {say('and')} ".join(names[standard] for standard in standards)
    said = say("declares no standard.")
    if declared:
        said = say("declares {standards}; not certified.", standards=declared)
    return said + " " + say("The same input and settings give the same bytes.")


def _undisplayable(message: str) -> set[str]:
    found = _MISSING.search(message)
    if not found:
        return set()
    text = re.sub(r"\\u\{([0-9a-f]+)\}", lambda m: chr(int(m[1], 16)), found[1])
    return {char for char in text if char not in '\\"' and ord(char) > 0x7F}
