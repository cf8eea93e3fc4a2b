"""The keys of every action, each of which can be given others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from driftline.gui.actions import (
    ACTIONS,
    ActionSpec,
    is_free_to_give,
    keys_of,
    name_of,
    native,
    owner,
    say,
)
from driftline.gui.dialogs.preferences.page import Page, quiet
from driftline.review.preferences import Keys

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from driftline.review.preferences import Preferences


#: Where a row keeps the name of its action.
_NAME = Qt.ItemDataRole.UserRole


class KeysPage(Page):
    """The table of actions by menu; the chosen one can be given a key, or its own back."""

    sections = ("keys",)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bound: dict[str, tuple[str, ...]] = {}
        self.filter = QLineEdit(placeholderText=self.tr("Find an action or a key"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.filter.textChanged.connect(self._sift)
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels([self.tr("Action"), self.tr("Keys")])
        self.tree.setAccessibleName(self.tr("Keys"))
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._items: dict[str, QTreeWidgetItem] = {}
        self._menus = menus = dict[str, QTreeWidgetItem]()
        for spec in ACTIONS:
            if spec.menu not in menus:
                menus[spec.menu] = QTreeWidgetItem([say(spec.menu).replace("&", "")])
                self.tree.addTopLevelItem(menus[spec.menu])
            item = QTreeWidgetItem([name_of(spec), ""])
            item.setData(0, _NAME, spec.name)
            menus[spec.menu].addChild(item)
            self._items[spec.name] = item
        self.tree.expandAll()
        self.tree.currentItemChanged.connect(self._show_action)
        self.field = QKeySequenceEdit()
        self.field.setMaximumSequenceLength(1)
        self.field.setClearButtonEnabled(True)
        self.field.setAccessibleName(self.tr("New key"))
        self.field.keySequenceChanged.connect(self._allow)
        self.set_button = self._button(self.tr("&Set"), self.set_key)
        self.add_button = self._button(self.tr("&Add"), self.add_key)
        self.none_button = self._button(self.tr("&No key"), self.take_keys)
        self.reset_button = self._button(self.tr("&Reset"), self.reset_keys)
        self.reset_all_button = self._button(self.tr("Reset a&ll"), self.reset_all)
        row = QHBoxLayout()
        label = QLabel(self.tr("New &key"))
        label.setBuddy(self.field)
        row.addWidget(label)
        row.addWidget(self.field, 1)
        for button in (self.set_button, self.add_button, self.none_button):
            row.addWidget(button)
        below = QHBoxLayout()
        self._said = quiet()
        below.addWidget(self._said, 1)
        below.addWidget(self.reset_button)
        below.addWidget(self.reset_all_button)
        column = QVBoxLayout(self)
        column.addWidget(self.filter)
        column.addWidget(self.tree, 1)
        column.addLayout(row)
        column.addLayout(below)
        self._allow()

    @property
    def said(self) -> str:
        """What was said about the last key; "" when nothing."""
        return self._said.text()

    def fill(self, preferences: Preferences) -> None:
        self._bound = dict(preferences.keys.shortcuts)
        self._show_keys()

    def apply(self, preferences: Preferences) -> Preferences:
        return replace(preferences, keys=Keys(dict(self._bound)))

    def choose_action(self, name: str) -> None:
        """Make an action the one whose keys are set."""
        self.tree.setCurrentItem(self._items[name])

    def set_key(self) -> None:
        """Give the chosen action the written key in place of its own."""
        self._give(())

    def add_key(self) -> None:
        """Give the chosen action the written key beside its own."""
        spec = self._chosen()
        if spec is not None:
            self._give(keys_of(spec, self._bound))

    def take_keys(self) -> None:
        """Leave the chosen action without any key."""
        spec = self._chosen()
        if spec is not None:
            self._bind(spec, ())

    def reset_keys(self) -> None:
        """Give the chosen action its own keys back, as far as no other has them now."""
        spec = self._chosen()
        if spec is None:
            return
        for key in spec.keys:
            other = owner(key, self._bound, besides=spec)
            if other is not None:
                self._tell_conflict(key, other)
                return
        self._bind(spec, spec.keys)

    def reset_all(self) -> None:
        """Give every action its own keys back."""
        self._bound = {}
        self._show_keys()
        self._said.clear()
        self.changed.emit()

    def _give(self, besides: tuple[str, ...]) -> None:
        spec = self._chosen()
        key = self.field.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        if spec is None or not key:
            return
        if not is_free_to_give(key):
            self._said.setText(
                self.tr("{key} is needed to move about and to write: choose another.").format(
                    key=native(key)
                )
            )
            return
        other = owner(key, self._bound, besides=spec)
        if other is not None:
            self._tell_conflict(key, other)
            return
        self.field.clear()
        self._bind(spec, tuple(dict.fromkeys([*besides, key])))

    def _tell_conflict(self, key: str, other: ActionSpec) -> None:
        self._said.setText(
            self.tr(
                "{key} is the key of “{action}” already: choose another, or take it away there "
                "first."
            ).format(key=native(key), action=name_of(other))
        )

    def _bind(self, spec: ActionSpec, keys: tuple[str, ...]) -> None:
        self._said.clear()
        if keys == spec.keys:
            self._bound.pop(spec.name, None)
        else:
            self._bound[spec.name] = keys
        self._show_keys()
        self.changed.emit()

    def _chosen(self) -> ActionSpec | None:
        item = self.tree.currentItem()
        name = item.data(0, _NAME) if item is not None else None
        return next((spec for spec in ACTIONS if spec.name == name), None)

    def _show_keys(self) -> None:
        for spec in ACTIONS:
            item = self._items[spec.name]
            item.setText(1, ",  ".join(native(key) for key in keys_of(spec, self._bound)))
            font = item.font(1)
            font.setBold(spec.name in self._bound)
            item.setFont(1, font)
        self._sift()
        self._allow()

    def _show_action(self) -> None:
        self.field.clear()
        self._said.clear()
        self._allow()

    def _sift(self) -> None:
        wanted = self.filter.text().casefold()
        for item in self._items.values():
            text = f"{item.text(0)} {item.text(1)}".casefold()
            item.setHidden(wanted not in text)
        for name, menu in self._menus.items():
            here = (self._items[spec.name] for spec in ACTIONS if spec.menu == name)
            menu.setHidden(all(item.isHidden() for item in here))

    def _allow(self) -> None:
        spec = self._chosen()
        written = not self.field.keySequence().isEmpty()
        self.field.setEnabled(spec is not None)
        self.set_button.setEnabled(spec is not None and written)
        self.add_button.setEnabled(spec is not None and written)
        self.none_button.setEnabled(spec is not None and bool(keys_of(spec, self._bound)))
        self.reset_button.setEnabled(spec is not None and spec.name in self._bound)
        self.reset_all_button.setEnabled(bool(self._bound))

    def _button(self, text: str, act: object) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button
