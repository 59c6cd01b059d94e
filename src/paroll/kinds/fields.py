"""What each kind of section is made of: its fields, their manual, an example.

The order of `FIELDS` is the order in which a section's keys are tried: `text` comes last, since
many kinds have a text beside what names them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from paroll.finding import Span
from paroll.programme import Address, Email, Point, Section, Words
from paroll.source import NOWHERE, Plain, documented


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Section):
    """One sentence, large, with its explanation below."""

    EXAMPLE: ClassVar[str] = """\
statement: Handling säger mer än ord
text: |
  Nu presenterar vi ett handlingsprogram för de första hundra dagarna.

  Socialdemokraterna är redo att gå till handling **direkt**.
"""

    statement: Words = field(
        metadata=documented("The sentence.", example="Handling säger mer än ord")
    )
    text: Words | None = field(default=None, metadata=documented("What it means, in short."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Points(Section):
    """A heading and what is promised under it, point by point."""

    EXAMPLE: ClassVar[str] = """\
heading: Rätt vård i rätt tid
points:
  - Investera i robotkirurgi vid sjukhuset i Sundsvall.
  - text: Införa hälsosamtal till alla 75-åringar med fokus på framtida vård och omsorgsbehov.
    short: Hälsosamtal till alla 75-åringar
"""

    heading: Words = field(
        metadata=documented("What the points are about.", example="Rätt vård i rätt tid")
    )
    points: tuple[Point, ...] = field(metadata=documented("The points; paroll divides long lists."))
    text: Words | None = field(default=None, metadata=documented("A sentence before the points."))
    footnote: Words | None = field(
        default=None, metadata=documented("A remark below the last point.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Section):
    """A heading and running text."""

    EXAMPLE: ClassVar[str] = """\
heading: Om regionstyrelsen
text: >
  Regionstyrelsen består av 15 heltidsarvoderade ledamöter och är regionens ledande politiska
  förvaltningsorgan.
"""

    heading: Words = field(
        metadata=documented("What the text is about.", example="Om regionstyrelsen")
    )
    text: Words = field(
        metadata=documented(
            "The text; a blank line parts paragraphs.", example="Styrelsen har 15 …"
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Section):
    """What somebody said, and who it was."""

    EXAMPLE: ClassVar[str] = """\
quote: Nu räcker det med ofinansierade, långsiktigt skadliga beslut.
name: Helén Eliasson (S)
office: gruppledare i Västra Götalandsregionen
"""

    quote: Words = field(
        metadata=documented("The words, without quotation marks.", example="Nu räcker det")
    )
    name: Plain = field(metadata=documented("Who said it.", example="Helén Eliasson (S)"))
    office: Plain | None = field(
        default=None, metadata=documented("What they are.", example="gruppledare")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Section):
    """A number that can be read from the last row, and what it counts."""

    EXAMPLE: ClassVar[str] = """\
heading: Samarbetet om hjälpmedel
figure: 74
unit: miljoner kronor
text: Så mycket har samarbetsavtalet minskat kostnaderna för medarbetare och kommuner.
"""

    figure: Plain = field(metadata=documented("The number, as it is to stand.", example="74"))
    unit: Plain | None = field(
        default=None, metadata=documented("What it counts.", example="miljoner kronor")
    )
    text: Words = field(
        metadata=documented("What it means.", example="Så mycket har kostnaderna minskat.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Pillar:
    """A word that carries, and what it means."""

    word: Plain = field(metadata=documented("The word.", example="Enkelhet"))
    text: Words = field(
        metadata=documented("What it means.", example="Vården ska bli enklare för patienten.")
    )
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Pillars(Section):
    """Two to four words side by side, each with what it means."""

    EXAMPLE: ClassVar[str] = """\
heading: En ny vårdmodell för Stockholm
text: Vårdsamverkan Stockholm vilar på tre bärande principer.
pillars:
  - word: Enkelhet
    text: Vården ska bli enklare för patienten.
  - word: Ansvar
    text: Vården ska ta ett samlat ansvar för patienten.
  - word: Valfrihet
    text: Patientens valfrihet ska inte bara värnas utan också göras mer meningsfull.
"""

    heading: Words = field(
        metadata=documented("What they carry.", example="En ny vårdmodell för Stockholm")
    )
    pillars: tuple[Pillar, ...] = field(
        metadata=documented("Two to four of them.", at_least=2, at_most=4)
    )
    text: Words | None = field(default=None, metadata=documented("A sentence before them."))


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsItem:
    """A piece of news: its headline, what happened, what somebody says about it."""

    TITLE: ClassVar[str] = "news item"
    SHORTHAND: ClassVar[str] = "headline"

    headline: Words = field(
        metadata=documented("The headline.", example="S avvaktar med regionbudget för 2021")
    )
    lead: Words | None = field(default=None, metadata=documented("What happened."))
    quote: Words | None = field(default=None, metadata=documented("What somebody says about it."))
    name: Plain | None = field(default=None, metadata=documented("Who says it."))
    office: Plain | None = field(default=None, metadata=documented("What they are."))
    link: Address | None = field(
        default=None, metadata=documented("Where to read more.", example="www.vgregion.se")
    )
    short: Words | None = field(
        default=None, metadata=documented("A shorter wording for leaflets.")
    )
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class News(Section):
    """News, one after the other."""

    EXAMPLE: ClassVar[str] = """\
heading: Nyheter från regionen
news:
  - headline: S avvaktar med regionbudget för 2021
    lead: Vad de ekonomiska konsekvenserna av coronakrisen blir är omöjligt att avgöra.
    quote: Istället avser vi att återkomma till hösten.
    name: Helén Eliasson (S)
    office: oppositionsregionråd och gruppledare
    link: www.socialdemokraterna.se/vgr
  - Välkommen reform för en trygg, säker och jämlik vård
"""

    news: tuple[NewsItem, ...] = field(metadata=documented("The news, the latest first."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """When and where people meet, and under which words."""

    when: Plain = field(metadata=documented("Day and time.", example="1 maj 2017, kl. 12.00"))
    where: Plain | None = field(
        default=None, metadata=documented("The place.", example="Norra Bantorget, Stockholm")
    )
    text: Words | None = field(default=None, metadata=documented("What will happen."))
    parole: Plain | None = field(
        default=None,
        metadata=documented("The day's slogan.", example="Svenska modellen ska utvecklas"),
    )
    link: Address | None = field(default=None, metadata=documented("Where to read more."))
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Section):
    """An invitation."""

    EXAMPLE: ClassVar[str] = """\
heading: Första maj
event:
  when: 1 maj 2017
  where: Stockholm
  parole: Svenska modellen ska utvecklas – inte avvecklas
  text: Välkommen att fira Första maj i Stockholm!
"""

    heading: Words = field(metadata=documented("What people come to.", example="Första maj"))
    event: Occasion = field(metadata=documented("When, where and why."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Somebody to turn to."""

    SHORTHAND: ClassVar[str] = "name"

    name: Plain = field(metadata=documented("Who it is.", example="Ann-Sofi Lodin"))
    office: Plain | None = field(
        default=None, metadata=documented("What they are.", example="regiondirektör")
    )
    phone: Plain | None = field(
        default=None, metadata=documented("Telephone number.", example="0706-32 11 65")
    )
    email: Email | None = field(
        default=None, metadata=documented("E-mail address.", example="ann-sofi@example.se")
    )
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacts(Section):
    """People to turn to."""

    EXAMPLE: ClassVar[str] = """\
heading: Kontaktpersoner
contacts:
  - name: Ann-Sofi Lodin
    office: regiondirektör
    phone: 0706-32 11 65
  - name: Johnny Magnusson (M)
    office: regionstyrelsens ordförande
    phone: 0730-98 48 00
"""

    heading: Words = field(metadata=documented("What they are.", example="Kontaktpersoner"))
    contacts: tuple[Contact, ...] = field(metadata=documented("The people."))
    text: Words | None = field(default=None, metadata=documented("A sentence before them."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing(Section):
    """The slogan once more, in the middle or at the end; `kind: closing` alone is enough."""

    EXAMPLE: ClassVar[str] = """\
closing: Det gäller samtliga 1461 dagar nästa mandatperiod.
"""

    closing: Words | None = field(
        default=None,
        metadata=documented("A line under the slogan.", example="Rösta den 13 september"),
    )


FIELDS: Mapping[str, type[Section]] = {
    "points": Points,
    "quote": Quote,
    "figure": Figure,
    "pillars": Pillars,
    "news": News,
    "event": Event,
    "contacts": Contacts,
    "statement": Statement,
    "closing": Closing,
    "text": Text,
}
"""The kinds of section, in the order in which a section's keys are tried."""
