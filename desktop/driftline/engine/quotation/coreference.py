"""Whom a speaker as written stands for: the fullest name in the text."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice
from typing import TYPE_CHECKING

from driftline.engine.quotation.antecedents import RECENT, Antecedents
from driftline.engine.quotation.name_runs import bare, capital_runs, split_name
from driftline.engine.quotation.tokens import as_name, row_of, words
from driftline.engine.quotation.topics import topics

if TYPE_CHECKING:
    from collections.abc import Sequence

    from driftline.engine.quotation.cast import Cast
    from driftline.engine.quotation.names import Names, Person
    from driftline.engine.quotation.tokens import Row, Token
    from driftline.engine.records import Span

# A mention of so few words may be an office alone.
_FEW = 4
_INITIALS = 3


class Coreference(Antecedents):
    """Resolves speakers in the order of the text, and remembers who spoke last."""

    def __init__(self, text: str, names: Names, starts: Sequence[int]) -> None:
        """`starts` are the offsets at which the passages of the text begin."""
        super().__init__(names, starts)
        self.text = text
        self.last_reference = ""
        self.last_body = ""
        self.last_body_place = 0
        # Several people without a name who spoke: "officials", and where.
        self.several = ""
        self.several_place = 0
        # Somebody without a name who spoke: "a clerk", with the gender of the noun, and where.
        self.unnamed = ""
        self.unnamed_gender = ""
        self.unnamed_place = 0
        #: Who answers the questions of an interview: known once it is told where those begin.
        self.interviewee = ""

    def asked_from(self, place: int) -> None:
        """Learn who is interviewed from a place on: whom the words before it are most about."""
        points: dict[str, int] = {}
        agents = self.names.lexis.lists.get("agents", frozenset())
        for naming in self.names.namings[: bisect_left(self.places, place)]:
            before = self.text[max(0, naming.start - 8) : naming.start].casefold().split()
            person = naming.person
            if person.body or len(person.name) < 2 or (before and before[-1] in agents):
                # Who asks is named with "by".
                continue
            points[person.full] = points.get(person.full, 0) + (3 if naming.leads else 1)
        self.interviewee = max(points, key=lambda name: points[name], default="")

    def turn(self, label: Span | None) -> str:
        """Whose turn a label tells, in a conversation; without one the interviewee's."""
        if label is None:
            return self.interviewee
        written = label.of(self.text)
        word = written.casefold().rstrip("0123456789")
        pack = self.names.lexis.pack
        if word in pack.words("quotation", "answer_labels"):
            return self.interviewee or written
        if word in pack.words("quotation", "question_labels"):
            return written
        letters = written.replace(".", "")
        if letters.isupper() and len(letters) <= _INITIALS:
            fits = [
                person
                for person in self.names.people
                if not person.body and "".join(part[0] for part in person.name) == letters
            ]
            if len(fits) == 1:
                return fits[0].full
        return self.resolve(label)

    def resolve(self, mention: Span, said: Sequence[Span] = ()) -> str:
        """The reference of a speaker as written; the mention itself when nobody fuller is known.

        Whom a pronoun means is not looked for in what they `said`.
        """
        self.said = said
        row = self._words(mention)
        tokens = row.tokens
        reference, person = self._resolve(row, mention)
        self.remember(reference, mention.start, person)
        if person is None:
            self._remember_unnamed(tokens, mention)
            led = bool(tokens) and tokens[0].lower in self.names.lexis.articles
            paper = led and self._is_paper(tokens[-1].lower)
            if led and (paper or reference != mention.of(self.text)):
                # "the Kremlin", "the US military", "the report"
                self.last_body, self.last_body_place = reference, mention.start
        self.said = ()
        return reference

    def _is_paper(self, word: str) -> bool:
        """Whether a word tells a thing or a body that says something: a report, a company."""
        cast, lexis = self.names.words, self.names.lexis
        known = word in cast.generic or word in cast.bodies
        return known or word in lexis.things or lexis.among(word, "papers")

    def _words(self, mention: Span) -> Row:
        """The words of a speaker: what has a capital is a name ("May")."""
        lexis = self.names.lexis
        namesakes = lexis.pack.words("speakers", "namesakes")
        acronyms = lexis.pack.words("speakers", "acronyms")
        row = row_of(self.text, mention.start, mention.end, lexis.language)
        for place, token in enumerate(row.tokens):
            if (token.capital and token.lower in namesakes) or (
                token.text.isupper() and token.lower in acronyms
            ):
                row.tokens[place] = as_name(token)
        return row

    def somebody(self, mention: Span) -> Person | None:
        """The person a mention stands for; None for a body and for whoever has no name."""
        _, person = self._resolve(self._words(mention), mention)
        return None if person is None or person.body else person

    def _remember_unnamed(self, tokens: list[Token], mention: Span) -> None:
        lexis = self.names.lexis
        plain = [t.lower for t in tokens if t.word]
        cut = next(
            (i for i, w in enumerate(plain) if w in lexis.prepositions or w in lexis.relatives),
            len(plain),
        )
        head = plain[cut - 1] if cut else ""
        if len(head) > 3 and (head.endswith("s") and not head.endswith("ss")):
            self.several, self.several_place = mention.of(self.text), mention.start
        self._introduce(plain[:cut], mention)

    def _introduce(self, plain: Sequence[str], mention: Span) -> None:
        """Keep somebody without a name: "a clerk"."""
        cast = self.names.words
        lexis = self.names.lexis
        if not plain:
            return
        owned = plain[0] in lexis.possessives or plain[0].endswith(("'s", "s'"))
        last = bare(plain[-1])
        told = owned or (
            plain[0] in lexis.articles and (last in cast.somebody or last in cast.roles)
        )
        anew = lexis.among(plain[0], "indefinites")
        if not anew and not (told and not self.names.with_role(plain)):
            return
        if not anew and not owned and self._known_by_role(plain) and self.antecedent(mention.start):
            # "The senator" is somebody named before.
            return
        known = [w for w in plain if w in cast.roles or w in cast.somebody]
        head = known[-1] if known else ""
        if head and head not in cast.questioners:
            self.unnamed, self.unnamed_place = mention.of(self.text), mention.start
            self.unnamed_gender = (
                "m" if head in cast.male_roles else "f" if head in cast.female_roles else ""
            )

    def remember(self, reference: str, place: int, person: Person | None = None) -> None:
        """Keep who spoke last, and where."""
        if not reference:
            return
        self.last_reference = reference
        if person is not None:
            self.last, self.last_place = person, place
            if person.body:
                self.last_body, self.last_body_place = reference, place

    def _resolve(self, row: Row, mention: Span) -> tuple[str, Person | None]:
        tokens = row.tokens
        written = mention.of(self.text)
        cast = self.names.words
        plain = [t.lower for t in tokens if t.word]
        if not plain:
            return written, None
        for role in cast.unspaced_roles:
            # A role set before a name without a space.
            if written.startswith(role) and len(written) > len(role):
                return written[len(role) :], None
        if len(plain) == 1 and plain[0] in (
            cast.masculine | cast.feminine | cast.plural | cast.neuter
        ):
            return self._pronoun(plain[0], written, mention.start)
        lexis = self.names.lexis
        if self._several(tokens) or lexis.among(plain[0], "demonstratives"):
            return written, None
        named = self._named(tokens)
        native = len(plain) == 2 and plain[1] in cast.natives
        aged = len(plain) > 1 and lexis.among(plain[1].rpartition("-")[2], "aging")
        native = native or aged
        office = 1 < len(plain) <= _FEW and plain[-1] in cast.salient and tokens[-1].capital
        if plain[0] in lexis.articles and (native or office):
            # "the Portuguese", "the Rarieda MP", who has a name.
            holders = self.names.with_role(plain) if office else []
            somebody = holders[0] if holders else self.antecedent(mention.start)
            if somebody is not None:
                return somebody.full, somebody
        anew = lexis.among(plain[0], "indefinites")
        if (
            named is not None
            and lexis.verb_second
            and len(named.name) == 1
            and named.name[0].casefold() in cast.roles
        ):
            # "die Sprecherin": a noun, and no name.
            named = None
        if named is not None and named.body and (anew or lexis.among(plain[0], "further")):
            # "an Iowa Republican", "other Democrats": nobody named before.
            return written, None
        if named is not None and named.body and plain[-1] in cast.roles:
            holders = [p for p in self.names.with_role(plain) if not p.body]
            if holders:
                # "the US President", "the Speaker".
                person = self._nearest(holders)
                return person.full, person
        if named is not None and named.body and len(tokens) > 2 and len(named.name) == 1:
            owner = next((i for i, t in enumerate(tokens) if t.text == named.name[0]), 0) - 1
            possessive = owner > 0 and tokens[owner].lower.endswith(("'s", "s'"))
            if possessive and tokens[owner].capital and tokens[owner - 1].lower in lexis.articles:
                # "the People's Daily"
                return row.span(owner, owner + 2).of(self.text), named
        if named is not None and _generic(named, cast):
            return (
                self.text[row.start(1) : mention.end]
                if plain[0] in lexis.determiners and len(tokens) > 1
                else written
            ), None
        if named is not None and not (
            anew and any(lexis.among(word, "attaching") for word in plain)
        ):
            if _titled(tokens, named) or (named.body and self._firm(row)):
                return written, named
            return named.full, named
        if not anew:
            behind = self._named_behind(mention)
            if behind is not None:
                return behind.full, behind
            holders = self.names.with_role(plain)
            if holders:
                person = self._nearest(holders)
                return person.full, person
        if plain[0] in lexis.articles and not anew and self._known_by_role(plain):
            somebody = self.antecedent(mention.start)
            other = bool(somebody and somebody.roles) and plain[-1] in cast.heads_of_state
            # "the president" is nobody who has another office.
            if somebody is not None and not other:
                return somebody.full, somebody
        if plain[0] in lexis.determiners and len(tokens) > 1 and not anew:
            rest = tokens[1:]
            body = rest[0].capital and any(t.lower in cast.bodies for t in rest if t.capital)
            held = any(t.lower in cast.roles and not t.capital for t in tokens)
            office = lexis.verb_second and rest[-1].lower in cast.roles
            named_so = all(t.capital for t in rest if t.word) and not office
            if (body and not held and "," not in written) or named_so:
                return self.text[row.start(1) : mention.end], None
        if any(lexis.among(word, "origins") for word in plain):
            # "statements from the Kremlin": the source is who made them.
            for index, token in enumerate(tokens[:-1]):
                if index and lexis.among(tokens[index - 1].lower, "come_by"):
                    # "documents obtained by the Echo": not its words.
                    break
                if lexis.among(token.lower, "origins"):
                    source = index + 1
                    source += tokens[source].lower in lexis.articles and source + 1 < len(tokens)
                    if all(t.capital for t in tokens[source:] if t.word):
                        return self.text[row.start(source) : mention.end], None
        return written, None

    def _named_behind(self, mention: Span) -> Person | None:
        """Who is named behind a mention, between commas: "said the treasurer, Jane Doe."."""
        index = bisect_left(self.places, mention.end)
        if index >= len(self.places):
            return None
        naming = self.names.namings[index]
        closed = not self.text[naming.end : naming.end + 1].isspace()
        beside = self.text[mention.end : naming.start].strip() == "," and closed
        whole = not naming.person.body and naming.end - naming.start >= len(naming.person.full)
        return naming.person if beside and whole and len(naming.person.name) > 1 else None

    def _firm(self, row: Row) -> bool:
        """Whether a possessive ending is part of a name: "Moody's said", "said Sotheby's."."""
        if not row.tokens[-1].lower.endswith(("'s", "s'")):
            return False
        end = row.end(len(row.tokens) - 1)
        after = next(iter(words(self.text, end, end + 16, self.names.lexis.language)), None)
        verb = None if after is None else self.names.lexis.verb(after.lower)
        return after is None or not after.word or (verb is not None and "past" in verb.tenses)

    def _known_by_role(self, plain: Sequence[str]) -> bool:
        """Whether a mention calls somebody named before by what they are: "the Ohio lawmaker"."""
        cut = next(
            (i for i, word in enumerate(plain) if word in self.names.lexis.prepositions), len(plain)
        )
        head = bare(plain[cut - 1]) if cut else ""
        return head in self.names.words.salient and head not in self.unnamed.casefold()

    def _several(self, tokens: list[Token]) -> bool:
        """Whether a mention names one person and others: "Vale and her lawyers", "Vale and Orr"."""
        cast, lexis = self.names.words, self.names.lexis
        for a, b in capital_runs(tokens, cast):
            if b + 1 >= len(tokens) or tokens[b].lower not in lexis.adding:
                continue
            _start, name = split_name(tokens, a, b, cast)
            person = self.names.lookup([bare(t.text) for t in name if t.word])
            after = tokens[b + 1]
            more = (
                after.capital
                or after.lower in lexis.articles
                or lexis.among(after.lower.rpartition("-")[2], "aging")
                or after.lower in lexis.possessives
                or lexis.among(after.lower, "standing_alone")
            )
            given = b - a == 1 and cast.given(tokens[a].text)
            if (given if person is None or person.body else True) and more:
                return True
        return False

    def _named(self, tokens: list[Token]) -> Person | None:
        """The first person named in a mention who is not merely somebody's owner."""
        cast, lexis = self.names.words, self.names.lexis
        body: Person | None = None
        roles = [t.lower for t in tokens if bare(t.lower) in cast.roles and not t.capital]
        for a, b in capital_runs(tokens, cast):
            if tokens[b - 1].lower.endswith(("'s", "s'")) and b < len(tokens):
                continue
            if a and lexis.among(tokens[a - 1].lower, "attaching"):
                office = tokens[a - 2] if a > 1 else tokens[a - 1]
                joined = lexis.among(tokens[a - 1].lower, "belonging") and b - a > 1
                start = split_name(tokens, a, b, cast)[0]
                placed = start > a and all(t.lower in cast.bodies for t in tokens[a:start])
                if not (joined and office.capital and (placed or office.lower in cast.titles)):
                    # Not "Secretary of State Jane Doe".
                    continue
            after = tokens[b] if b < len(tokens) else None
            if (
                after is not None
                and after.word
                and not after.capital
                and (after.lower not in cast.no_names or after.lower[:-1] in cast.roles)
            ):
                # "a Cruz adviser": the name only says whose adviser it is.
                continue
            led = a >= 2 and tokens[a - 1].lower in lexis.articles
            if led and lexis.among(tokens[a - 2].lower, "attaching"):
                continue
            plain = a >= 2 and tokens[a - 1].word and not tokens[a - 1].capital
            if plain and lexis.among(tokens[a - 2].lower, "locating"):
                # "farmers in southern Yorkshire"
                continue
            start, _ = split_name(tokens, a, b, cast)
            person = self.names.meant(tokens, a, start, b)
            if person is None:
                continue
            if not person.body:
                return person
            if body is None and not roles and (after is None or not after.word):
                body = person
        return body

    def _nearest(self, people: Sequence[Person]) -> Person:
        """The one of several holders of a role: the last speaker, else who was named last."""
        return self.last if self.last is not None and self.last in people[:2] else people[0]

    def _pronoun(self, word: str, written: str, place: int) -> tuple[str, Person | None]:
        cast = self.names.words
        here = self.passage(place)
        about = topics(self.text, self.starts, here, place, self.names)
        if word in cast.plural:
            if self.several and here - self.passage(self.several_place) <= 2 * RECENT:
                return self.several, None
            several = next(filter(None, (topic.several() for topic in islice(about, 2))), None)
            if several:
                return several.of(self.text), None
            return self.last_body or written, None
        if word in cast.neuter:
            thing = next((topic for topic in about if topic.is_a_body()), None)
            ago = here - self.passage(self.last_body_place)
            spoke = self.last_body and ago <= (RECENT if thing else 3 * RECENT)
            if spoke and (thing is None or thing.span.start < self.last_body_place):
                return self.last_body, self._last_body(place)
            if thing:
                reference, person = self._resolve(thing.own_row(), thing.span)
                if person is None or person.body or not person.gender:
                    return reference, person
            body = self._last_body(place)
            return (body.full, body) if body is not None else (self.last_body or written, None)
        gender = "m" if word in cast.masculine else "f"
        for topic in reversed(list(islice(about, 2))):
            start = topic.span.start
            if any(s.start <= start < s.end for s in self.said):
                # "The driver, he says, is well": what the speaker talks of.
                continue
            if start >= self.unnamed_place and not self._hangs(start):
                self._introduce(topic.noun, topic.span)
        if word in self.names.lexis.personal and self._unnamed_goes_on(place, gender):
            return self.unnamed, None
        person = self.antecedent(place, gender)
        return (person.full, person) if person is not None else (written, None)

    def _hangs(self, place: int) -> bool:
        """Whether what starts at a place tells who a name before its comma is."""
        index = bisect_left(self.places, place) - 1
        return index >= 0 and self.text[self.names.namings[index].end : place].strip() == ","

    def _unnamed_goes_on(self, place: int, gender: str) -> bool:
        """Whether a pronoun means somebody without a name who spoke just before."""
        if not self.unnamed or self.unnamed_gender not in ("", gender):
            return False
        if self.passage(place) - self.passage(self.unnamed_place) > RECENT:
            return False
        first = bisect_left(self.places, self.unnamed_place)
        last = bisect_left(self.places, place)
        return not any(
            naming.leads
            and not naming.person.body
            and naming.person.gender in ("", gender)
            and not naming.quoted
            for naming in self.names.namings[first:last]
        )

    def _last_body(self, place: int) -> Person | None:
        index = bisect_left(self.places, place) - 1
        low = max(-1, index - 12)
        while index > low:
            naming = self.names.namings[index]
            if naming.person.body and naming.leads and not (naming.possessive or naming.quoted):
                return naming.person
            index -= 1
        return None


def _generic(person: Person, cast: Cast) -> bool:
    """Whether a body is known by one common word only: the whole mention says more."""
    word = person.name[0].casefold()
    return person.body and len(person.name) == 1 and (word in cast.generic or word in cast.titles)


def _titled(tokens: list[Token], person: Person) -> bool:
    """Whether a mention is a title and the only name known: then it stays as written."""
    return len(person.name) == 1 and len(tokens) <= 3 and not person.body and len(tokens) > 1
