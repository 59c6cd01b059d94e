"""What a leaflet says of each kind: short forms, what was left out, nothing half."""

from __future__ import annotations

from typing import Any

from composing import programme
from paroll.compose.house import context_of, furnish
from paroll.formats import LEAFLET_A5
from paroll.kinds import KINDS
from paroll.kinds.kind import Level
from specimens import brand, typecase


def brief(section: dict[str, Any], **head: object) -> list[list[tuple[str, Level]]]:
    read = programme([section], **head)
    context = context_of(read, furnish(read, brand(), LEAFLET_A5, typecase()))
    (only,) = read.sections
    groups = KINDS[only.kind].brief(only, context)
    return [[(p.marker + p.text, Level(p.level)) for p in group] for group in groups]


def test_a_point_says_its_short_form_and_the_heading_stays_with_the_first() -> None:
    points = [{"text": "En lång punkt", "short": "Kort"}, "Nästa"]
    assert brief({"heading": "Skolan", "points": points}) == [
        [("Skolan", Level.HEADING), ("•Kort", Level.BULLETED)],
        [("•Nästa", Level.BULLETED)],
    ]


def test_points_keep_their_numbers_where_others_are_left_out() -> None:
    points = ["Ett", {"text": "Två", "leaflet": False}, {"text": "Inte", "numbered": False}, "Tre"]
    _, *rest = brief({"heading": "Skolan", "points": points}, numbered=True)
    assert rest == [[("•Inte", Level.BULLETED)], [("3Tre", Level.NUMBERED)]]


def test_a_heading_whose_points_are_all_left_out_is_left_out_too() -> None:
    assert brief({"heading": "Skolan", "points": [{"text": "Två", "leaflet": False}]}) == []


def test_a_point_of_two_paragraphs_is_marked_once() -> None:
    (group,) = brief({"heading": "Skolan", "points": ["Ett\n\noch mer"]}, numbered=True)
    assert group[1:] == [("1Ett", Level.NUMBERED), ("och mer", Level.NUMBERED)]


def test_a_quotation_is_signed_on_one_line() -> None:
    (group,) = brief({"quote": "Nu räcker det", "name": "Helén (S)", "office": "ledare"})
    assert group == [("Nu räcker det", Level.QUOTE), ("Helén (S), ledare", Level.SMALL)]


def test_news_say_the_short_form_instead_of_the_lead_and_a_link_without_scheme() -> None:
    item = {"headline": "S avvaktar", "lead": "Långt", "short": "Kort", "link": "https://val.se/"}
    (group,) = brief({"news": [item]})
    assert group == [
        ("S avvaktar", Level.HEADING),
        ("Kort", Level.TEXT),
        ("Läs mer: val.se", Level.SMALL),
    ]


def test_a_closing_without_a_text_says_nothing() -> None:
    assert brief({"kind": "closing"}) == []
    assert brief({"closing": "Rösta"}) == [[("Rösta", Level.TEXT)]]


def test_a_timeline_says_each_moment_with_what_happens() -> None:
    moments = [{"when": "Dag 1", "text": "Vi börjar"}, {"when": "Dag 100", "text": "Klart"}]
    assert brief({"heading": "Planen", "timeline": moments}) == [
        [("Planen", Level.HEADING), ("Dag 1", Level.NAME), ("Vi börjar", Level.UNDER)],
        [("Dag 100", Level.NAME), ("Klart", Level.UNDER)],
    ]


def test_columns_are_said_one_after_the_other() -> None:
    columns = [{"heading": "Då", "text": "Kö"}, {"heading": "Nu", "points": ["Plats"]}]
    assert brief({"heading": "Vården", "columns": columns}) == [
        [("Vården", Level.HEADING), ("Då", Level.NAME), ("Kö", Level.UNDER)],
        [("Nu", Level.NAME), ("•Plats", Level.BULLETED)],
    ]
