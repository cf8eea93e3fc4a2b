"""The people of an article: their fullest names, the roles given to them, where they are named."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from driftline.engine.quotation.cast import cast
from driftline.engine.quotation.lexis import lexis
from driftline.engine.quotation.name_runs import (
    bare,
    capital_runs,
    rejoined,
    same_initial,
    split_name,
)
from driftline.engine.quotation.subjects import introductory
from driftline.engine.quotation.tokens import title_case

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from driftline.engine.options import AddedWords
    from driftline.engine.quotation.lexis import Lexis
    from driftline.engine.quotation.tokens import Row, Token


_NO_GROUPS: frozenset[int] = frozenset()
# With more words than these a role is told apart from the plain one.
_FEW = 2


@dataclass(slots=True, eq=False)
class Person:
    """Somebody named in the text; `gender` is "m", "f" or "" when nothing tells."""

    name: tuple[str, ...]
    gender: str = ""
    body: bool = False
    count: int = 0
    roles: list[tuple[str, frozenset[str]]] = field(default_factory=list)

    @property
    def full(self) -> str:
        """The fullest name, as one string."""
        return " ".join(self.name)


@dataclass(slots=True, eq=False)
class Naming:
    """One place where somebody is named: offsets of the name, titles left out.

    `leads` says that its sentence is about them, `quoted` that a speaker names them.
    """

    start: int
    end: int
    person: Person
    leads: bool
    possessive: bool
    quoted: bool


class Names:
    """All names of an article, gathered from its rows of tokens."""

    def __init__(self, language: str, added: AddedWords = ()) -> None:
        self.words = cast(language, added)
        self.lexis: Lexis = lexis(language, added)
        self.people: list[Person] = []
        self.namings: list[Naming] = []
        self.by_last: dict[str, list[Person]] = {}
        self.by_first: dict[str, list[Person]] = {}
        #: Family names with titles of both genders before them: of a couple, of brother and sister.
        self.couples: frozenset[str] = frozenset()

    # ------------------------------------------------------------------ gathering

    def gather(self, rows: Iterable[tuple[Row, bool]]) -> None:
        """Read every row twice: full names first, then single names that point to them.

        A row comes with whether it stands between quotation marks.
        """
        pending: list[tuple[Row, int, int, int, bool]] = []
        found: list[tuple[Row, int, int, int, bool]] = []
        # The word that opens a sentence has a capital anyway: by itself it is no name.
        openers: list[tuple[Row, int, int, int, bool]] = []
        told: dict[str, set[str]] = {"m": set(), "f": set()}
        for written, quoted in rows:
            row = written.tokens
            runs = capital_runs(row, self.words)
            shouted = bool(runs) and title_case(row, self.lexis)
            for a, b in runs:
                a += not a and b > 1 and self._says(row[0])
                start, name = split_name(row, a, b, self.words)
                entry = (written, a, start, b, quoted)
                if start > a and (gender := self._gender(t.lower for t in row[a:start])):
                    told[gender].add(bare(row[b - 1].lower))
                if self._is_office(row, start, b):
                    continue
                if shouted:
                    pending.append(entry)
                elif (
                    b - start > 1 and sum(t.word for t in name) > 1 and self._could_be_person(name)
                ):
                    self._person(name, row, a, start, body=start == a and self._no_person(row, a))
                    found.append(entry)
                elif self._opens(row, a, b):
                    openers.append(entry)
                else:
                    pending.append(entry)
        self.couples = frozenset(told["m"] & told["f"])
        for written, a, start, b, quoted in pending:
            row = written.tokens
            name = list(row[start:b])
            known = self.meant(row, a, start, b)
            if known is None and title_case(row, self.lexis):
                continue
            if known is None:
                titled = start > a and len(name) == 1 and name[0].lower not in self.words.titles
                known = self._person(name, row, a, start, body=not titled)
            elif start > a:
                known.gender = self._gender(t.lower for t in row[a:start]) or known.gender
            found.append((written, a, start, b, quoted))
        found.extend(openers)
        for written, a, start, b, quoted in found:
            row = written.tokens
            person = self.meant(row, a, start, b)
            if person is None:
                continue
            person.count += 1
            self.namings.append(
                Naming(
                    written.start(start),
                    written.end(b - 1),
                    person,
                    self._leads(row, a),
                    row[b - 1].lower.endswith(("'s", "s'")),
                    quoted,
                )
            )
            self._roles(person, row, a, start, b)
        self.namings.sort(key=lambda n: n.start)

    def _is_office(self, row: Sequence[Token], start: int, b: int) -> bool:
        """Whether a run of capitals only names an office: "Technology Officer"."""
        last = bare(row[b - 1].lower)
        office = b - start > 1 and last in self.words.titles and last in self.words.roles
        return office and last not in self.words.surnames and not self.words.given(row[start].text)

    def _says(self, token: Token) -> bool:
        """Whether a word before a name is its verb or makes it a source: "Said Vale"."""
        verb = self.lexis.verb(token.lower)
        told = verb is not None and "speech" in verb.classes and verb.lemma in self.lexis.inverts
        # "Según Vale", "Laut Vale"
        source = (token.lower,) in self.lexis.phrases.get(token.lower, ())
        return (told or source) and not self.words.given(token.text)

    def _opens(self, row: Sequence[Token], a: int, b: int) -> bool:
        """Whether a lone capital stands where any word has one: "Retired teachers met"."""
        if a or b != 1 or len(row) < 2 or self.words.given(row[0].text):
            return False
        after = row[1]
        if not after.word or after.capital or row[0].lower.endswith(("'s", "s'")):
            return False
        word = after.lower
        lexis = self.lexis
        return not (
            lexis.verb_second
            or lexis.finite(word)
            or lexis.adverb(word)
            or word in lexis.verbs
            or word in lexis.conjunctions
            or word in lexis.prepositions
            or word in lexis.relatives
            or word in lexis.subordinators
            or word.endswith("s")
        )

    def _no_person(self, row: Sequence[Token], a: int) -> bool:
        """Whether what stands before a name makes it a thing or a place: "the Cold Room"."""
        before = row[a - 1].lower if a else ""
        if before in self.words.never_names:
            return True
        near = [t.lower for t in row[max(0, a - 2) : a]]
        if len(near) > 1 and row[a - 1].capital:
            del near[0]
        # "in Leeds Park", "in downtown Leeds Park".
        placed = any(self.lexis.among(word, "locating") for word in near)
        return placed and not self.words.given(row[a].text)

    def _leads(self, row: Sequence[Token], a: int) -> bool:
        """Whether a name is what its sentence is about: no verb stands before it but in a lead."""
        if a <= 2:
            # "Vale met Orr"
            return a < 2 or row[1].capital or not self.lexis.finite(row[1].lower)
        if a > 24 or row[a - 1].lower in self.lexis.prepositions:
            return False
        lead = 0
        for index in range(a - 1, -1, -1):
            if row[index].text == "," or row[index].quote is not None:
                lead = index + 1
                break
        if any(self.lexis.finite(t.lower) and not t.capital for t in row[lead:a]):
            return False
        if any(t.lower in self.lexis.prepositions for t in row[lead:a]):
            return False
        joined = row[lead].lower in self.lexis.conjunctions
        return joined or lead == 0 or a < 9 or introductory(row, 0, lead, self.lexis)

    def _could_be_person(self, name: Sequence[Token]) -> bool:
        words = [bare(t.lower) for t in name if t.word]
        given = self.words.given(name[0].text)
        # A given name is no place or body, even where the word could be one ("Bill", "April").
        telling = words[1:] if given else words
        if given and len(telling) == 1 and telling[0] in self.words.surnames:
            return True
        if len(words) > 5 or any(word.rstrip(".") in self.words.bodies for word in telling):
            return False
        if words[0] in self.words.peoples or any(
            # "J.D." are initials, "NATO" is a body.
            len(t.text.replace(".", "")) > 2 + bool(i) and t.text.isupper()
            for i, t in enumerate(name)
        ):
            return False
        return not any(any(c.isdigit() for c in word) for word in words) and not all(
            t.text.isupper() and len(t.text) > 1 for t in name if t.word
        )

    def _person(
        self, name: Sequence[Token], row: Sequence[Token], a: int, start: int, body: bool = False
    ) -> Person:
        parts = tuple(bare(t.text) for t in name if t.word or t.text == ".")
        parts = tuple(rejoined(parts))
        key = parts[-1].casefold()
        for person in self.by_last.get(key, ()):
            if person.name == parts or (
                len(person.name) > 1 and len(parts) > 1 and person.name[0] == parts[0]
            ):
                if len(parts) > len(person.name):
                    person.name = parts
                return person
        person = Person(parts, body=body)
        first = parts[0]
        if len(parts) > 1 or not body or self.words.given(first):
            if first in self.words.male_names and first not in self.words.female_names:
                person.gender = "m"
            elif first in self.words.female_names and first not in self.words.male_names:
                person.gender = "f"
        person.gender = self._gender(t.lower for t in row[a:start]) or person.gender
        self.people.append(person)
        self.by_last.setdefault(key, []).append(person)
        self.by_first.setdefault(parts[0].casefold(), []).append(person)
        return person

    def _gender(self, titles: Iterable[str]) -> str:
        """The gender that the lower-case titles of somebody tell; "" when they tell none."""
        gender = ""
        for title in titles:
            word = title.rstrip(".")
            if word in self.words.male_roles:
                gender = "m"
            elif word in self.words.female_roles:
                gender = "f"
        return gender

    def _roles(self, person: Person, row: Sequence[Token], a: int, start: int, b: int) -> None:
        """The roles a naming gives: words before the name, an apposition before or behind it."""
        if person.body and (len(person.name) > 1 or person.name[0].casefold() in self.words.titles):
            return
        before: list[str] = [t.lower for t in row[a:start]]
        index = a - 1
        while index >= 0 and a - index <= 6 and row[index].word:
            word = row[index].lower
            if word in self.words.no_names and not self.lexis.among(word, "past_roles"):
                break
            verb = self.lexis.verb(word)
            if verb is not None and {"past", "third"} & verb.tenses:
                break
            before.insert(0, word)
            index -= 1
        if before:
            self._role(person, before)
            home = b + 1 < len(row) and (
                self.lexis.among(row[b].lower, "belonging")
                or self.lexis.among(row[b].lower, "origins")
            )
            if home and row[b + 1].capital:
                # "Senator Jane Doe of Ohio" is the Ohio senator.
                self._role(person, [row[b + 1].lower, *before])
        elif a >= 2 and row[a - 1].text == ",":
            index = a - 2
            words: list[str] = []
            while index >= 0 and len(words) < 9 and (row[index].word or row[index].quote):
                words.insert(0, row[index].lower)
                if words[0] in self.lexis.determiners or words[0] in self.lexis.possessives:
                    break
                index -= 1
            hangs = index > 0 and row[index - 1].lower in self.lexis.prepositions
            if hangs and not (b < len(row) and row[b].text == ","):
                # "through a spokeswoman, Vale": another person.
                words = []
            owned = bool(words) and words[0] in self.lexis.possessives
            if words and (owned or words[0] in self.lexis.determiners or words[0].endswith("'s")):
                closes = b < len(row) and (row[b].text == "," or not row[b].word)
                if closes or row[b - 1].lower not in self.words.no_names:
                    self._role(person, words)
        placed = start == a and a > 0 and self.lexis.among(row[a - 1].lower, "locating")
        if b + 1 < len(row) and row[b].text == "," and not placed:
            words = []
            for token in row[b + 1 : b + 14]:
                if not token.word:
                    break
                words.append(token.lower)
            led = bool(words) and (
                words[0] in self.lexis.subject_pronouns
                or words[0] in self.lexis.prepositions
                or words[0] in self.lexis.conjunctions
                # "whose son, Tom, left"
                or (words[0] in self.lexis.relatives and words[0] in self.lexis.possessives)
            )
            if words and not led and not self._acts(words):
                self._role(person, words)

    def _acts(self, words: Sequence[str]) -> bool:
        """Whether words behind a comma are a clause of their own: "his mother runs the mill"."""
        for word in words:
            if word in self.lexis.relatives or word in self.lexis.prepositions:
                return False
            if self.lexis.finite(word):
                return True
        return False

    def _role(self, person: Person, words: Sequence[str]) -> None:
        plain = [bare(word).rstrip(".") for word in words]
        cut = next(
            (i for i, w in enumerate(plain) if i and w in self.lexis.prepositions), len(plain)
        )
        heads = [
            bared
            for bared, word in zip(plain[:cut], words, strict=False)
            if bared in self.words.roles and not word.endswith(("'s", "s'"))
        ]
        if not heads and not person.body and self.lexis.among(plain[0], "indefinites"):
            # "Jane Doe, a baker from Leeds": what any noun says of her.
            heads = plain[max(1, cut - 1) : cut]
        if not heads:
            return
        head = heads[-1]
        rest = frozenset(w for w in plain if w != head and w not in self.lexis.determiners)
        person.roles.append((head, rest))
        for modifier, noun, role in self.words.compound_roles:
            if noun == head and modifier in rest:
                person.roles.append((role, rest))
        person.gender = self._gender(heads) or person.gender
        if person.body and len(person.name) == 1:
            person.body = False

    # ------------------------------------------------------------------ asking

    def meant(self, row: Sequence[Token], a: int, start: int, b: int) -> Person | None:
        """The person a name with its titles stands for: of a couple, the one so titled."""
        if b - start == 1:
            found = self.lookup((bare(row[start].text),))
        else:
            found = self.lookup([bare(t.text) for t in row[start:b] if t.word])
        if found is None or not self.couples:
            return found
        last = bare(row[b - 1].lower)
        if last not in self.couples:
            return found
        gender = self._gender(t.lower for t in row[a:start])
        if not gender or found.gender in ("", gender):
            return found
        return next((p for p in self.by_last[last] if p.gender == gender), None)

    def lookup(self, name: Sequence[str]) -> Person | None:
        """The person a name stands for: the fullest of the same family name, or first name."""
        if not name:
            return None
        last = name[-1].casefold()
        fits = self.by_last.get(last, [])
        if len(name) > 1:
            fits = [p for p in fits if set(name) <= set(p.name) or same_initial(p.name[0], name[0])]
        elif not fits:
            fits = [p for p in self.by_first.get(last, ()) if len(p.name) > 1 and not p.body]
        if len(fits) < 2:
            return fits[0] if fits else None
        # Of a family, the one named first is the one whom the family name alone means.
        return max(fits, key=lambda p: (not p.body, len(p.name) > 1))

    def namesake(self, naming: Naming, gender: str) -> Person | None:
        """Somebody of the same family name and the other gender, if only that name is written."""
        last = naming.person.name[-1]
        if naming.end - naming.start > len(last) + 2:
            return None
        return next(
            (p for p in self.by_last.get(last.casefold(), ()) if p.gender == gender and not p.body),
            None,
        )

    def with_role(self, words: Sequence[str]) -> list[Person]:
        """The people who hold a role, those whose role shares most words first."""
        plain = [bare(word).rstrip(".") for word in words]
        cut = next(
            (i for i, w in enumerate(plain) if i and w in self.lexis.prepositions), len(plain)
        )
        # "the minister's office" is no minister.
        owned_by = [i + 1 for i, w in enumerate(words[:cut]) if w.endswith(("'s", "s'"))]
        held = plain[owned_by[-1] if owned_by else 0 : cut]
        heads = [w for w in held if w in self.words.roles] or plain[max(1, cut - 1) : cut]
        if not heads:
            return []
        head = heads[-1]
        groups = self.words.roles.get(head, _NO_GROUPS)
        rest = {
            w
            for w in plain
            if w != head and w not in self.lexis.determiners and w not in self.lexis.prepositions
        }
        owned = any(w in self.lexis.possessives for w in rest)
        scored: list[tuple[int, int, Person]] = []
        for number, person in enumerate(self.people):
            best = 0
            for other, more in person.roles:
                if other == head or groups & self.words.roles.get(other, _NO_GROUPS):
                    same = len(rest & more)
                    points = 2 + 2 * (other == head) + 6 * same
                    if rest and not same:
                        # "the Leeds mayor" may be who is mayor of no named town.
                        points -= 4 if more or owned or len(rest) > 1 else 2
                    elif not rest and len(more) > _FEW:
                        # "the president" is sooner the president than one of a named bank.
                        points -= 1
                    best = max(best, points)
            if best > 0:
                scored.append((-best, number, person))
        if not scored and head in self.words.spokespeople:
            # Whoever speaks for a body is mostly the only one: other words for it are no other man.
            only = [p for p in self.people if any(r in self.words.spokespeople for r, _ in p.roles)]
            return only if len(only) == 1 else []
        return [person for _, _, person in sorted(scored, key=lambda s: s[:2])]
