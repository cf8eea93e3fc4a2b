"""Words of the editor's own: what the program shall know beside its word lists."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QComboBox, QFormLayout, QVBoxLayout

from driftline.engine.drift.verbs import regular_forms
from driftline.engine.lexicon import MANY_LANGUAGES, languages
from driftline.gui.dialogs.preferences.entry_list import EntryList
from driftline.gui.dialogs.preferences.page import Page, quiet
from driftline.gui.language.translation import LANGUAGES
from driftline.review.preferences import LexiconAdditions

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from driftline.review.preferences import Preferences

_FORMS = 5


@dataclass(frozen=True, slots=True)
class WordClass:
    """A class of words the editor can add to: its name, what to write, and the lists it is in."""

    name: str
    hint: str
    lists: tuple[str, ...]


class WordsPage(Page):
    """Words by language and class; each change holds from the next comparison on, which is made
    at once.
    """

    sections = ("lexicon",)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: dict[str, tuple[str, ...]] = {}
        self.classes = (
            WordClass(
                self.tr("Reporting verbs"),
                self.tr(
                    "Verbs that tell what somebody said. A regular verb needs only its base; of "
                    "others write all forms: “say, says, said, said, saying”."
                ),
                ("reporting/speech",),
            ),
            WordClass(
                self.tr("Spelling variants"),
                self.tr("Two spellings of one word: “kerb = curb”. No change of wording."),
                ("spelling/pairs",),
            ),
            WordClass(
                self.tr("Names"),
                self.tr("Names that are written small or look like other words."),
                ("names/known",),
            ),
            WordClass(
                self.tr("Titles and offices"),
                self.tr("What stands before a name: “reeve”, “harbour master”."),
                ("titles/offices", "speakers/titles"),
            ),
            WordClass(
                self.tr("Words of doubt"),
                self.tr("Words that make a sentence less sure: “mayhap”, “so they say”."),
                ("modality/hedges", "modality/alone"),
            ),
        )
        self.language = QComboBox()
        for code in languages():
            if code != MANY_LANGUAGES:
                # Qt would call English American, and names the land behind Spanish.
                name = LANGUAGES.get(code) or QLocale(code).nativeLanguageName().split()[0]
                self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData("en"))
        self.word_class = QComboBox()
        for each in self.classes:
            self.word_class.addItem(each.name)
        self._hint = quiet()
        self._wrong = quiet()
        self.entries = EntryList(self.tr("Words"), self._entry)
        self.language.currentIndexChanged.connect(self._show_class)
        self.word_class.currentIndexChanged.connect(self._show_class)
        self.entries.changed.connect(self._keep)
        self.entries.field.textEdited.connect(lambda _: self._wrong.clear())
        form = QFormLayout()
        form.addRow(self.tr("&Language"), self.language)
        form.addRow(self.tr("&Class"), self.word_class)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self._hint)
        column.addWidget(self.entries, 1)
        column.addWidget(self._wrong)

    def fill(self, preferences: Preferences) -> None:
        self._words = dict(preferences.lexicon.words)
        self._show_class()

    def apply(self, preferences: Preferences) -> Preferences:
        return replace(preferences, lexicon=LexiconAdditions(dict(self._words)))

    @property
    def wrong(self) -> str:
        """What is wrong with the word that was written last; "" when nothing is."""
        return self._wrong.text()

    def _class(self) -> WordClass:
        return self.classes[self.word_class.currentIndex()]

    def _places(self) -> list[str]:
        return [f"{self.language.currentData()}/{name}" for name in self._class().lists]

    def _show_class(self) -> None:
        self._hint.setText(self._class().hint)
        self._wrong.clear()
        self.entries.show_entries(self._words.get(self._places()[0], ()))

    def _keep(self) -> None:
        for place in self._places():
            self._words.pop(place, None)
            if words := self.entries.entries():
                self._words[place] = words
        self.changed.emit()

    def _entry(self, text: str) -> str:
        """What was written in the form of its list; "" and a sentence when it has not that form."""
        words = " ".join(text.split())
        names = self._class().lists[0]
        if not words:
            return ""
        if names == "names/known":
            return words
        words = words.casefold()
        if names == "spelling/pairs":
            parts = [part.strip() for part in words.split("=")]
            if len(parts) == 2 and all(parts) and parts[0] != parts[1]:
                return " = ".join(parts)
            self._wrong.setText(self.tr("Write two spellings with “=” between: kerb = curb."))
            return ""
        if names == "reporting/speech":
            forms = [form.strip() for form in words.split(",")]
            if len(forms) == 1 and self.language.currentData() == "en":
                return ", ".join(regular_forms(words))
            if len(forms) not in (1, _FORMS) or not all(forms):
                self._wrong.setText(
                    self.tr("Write the base alone or five forms with commas between.")
                )
                return ""
            return ", ".join(forms)
        return words
