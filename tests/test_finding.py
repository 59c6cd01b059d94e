"""Findings read as a person needs them: what, where, and what to do."""

from __future__ import annotations

from paroll.finding import Finding, Rule, Severity, Span, has_errors, in_order

ERROR = Rule("S999", Severity.ERROR, "too long", "It is too long.")
WARNING = Rule("S998", Severity.WARNING, "rather long", "It is rather long.")


def at(line: int, column: int = 1, rule: Rule = ERROR, file: str = "decks/plan.yaml") -> Finding:
    return rule.at(Span(file, line, column), "takes 9 lines", "shorten it")


def test_a_finding_is_printed_with_its_place_and_what_to_do() -> None:
    assert str(at(42, 12)) == (
        "error[S999] takes 9 lines\n  --> decks/plan.yaml:42:12\n   = hint: shorten it"
    )


def test_without_place_or_hint_a_finding_is_one_line() -> None:
    assert str(WARNING.at(None, "takes long")) == "warning[S998] takes long"


def test_a_finding_has_the_code_and_severity_of_its_rule() -> None:
    assert (at(1).code, at(1).severity) == ("S999", Severity.ERROR)


def test_findings_stand_in_the_order_of_files_lines_and_columns_each_once() -> None:
    nowhere = ERROR.at(None, "cannot be written")
    first, second, third, other = at(2, 9), at(10, 1), at(10, 3), at(1, 1, file="decks/z.yaml")
    assert in_order([other, third, first, nowhere, second, first]) == [
        nowhere,
        first,
        second,
        third,
        other,
    ]


def test_only_errors_stop_a_material() -> None:
    assert has_errors([at(1, rule=WARNING), at(2)])
    assert not has_errors([at(1, rule=WARNING)])
    assert not has_errors([])
