"""Lines are filled greedily and broken where LibreOffice breaks them."""

from hypothesis import given
from hypothesis import strategies as st

from paroll.layout.galley import Galley, Piece, broken, divider, glyph_runs, set_galley
from paroll.sheet import Face, Family, Run, Style
from paroll.units import Emu, pt
from specimens import typecase

BODY = Style(Face(Family.BODY), pt(20), pt(26), "ink")
WORDS = st.text("abcdefghijåäö-–/.", min_size=1, max_size=18)
TEXTS = st.lists(WORDS, min_size=1, max_size=30).map(" ".join)


def galley(*texts: str) -> Galley:
    return set_galley(typecase(), [Run(text) for text in texts], BODY.face)


def lines(text: str, width: Emu, language: str = "") -> list[str]:
    set_text = galley(text)
    divide = divider(language) if language else None
    pieces = broken(set_text, width / BODY.size, divide)
    return [set_text.text[p.start : p.end] + "-" * p.divided for p in pieces]


def width_of(text: str) -> Emu:
    return round(galley(text).at[-1] * BODY.size)


def test_a_line_takes_the_words_that_fit_and_no_more() -> None:
    width = width_of("Fler lärare i") + 1
    assert lines("Fler lärare i skolan", width) == ["Fler lärare i", "skolan"]
    assert lines("Fler lärare i skolan", width - 2) == ["Fler lärare", "i skolan"]


def test_a_hyphen_lets_a_line_end_and_stays_on_it() -> None:
    width = width_of("hälso- och sjuk-")
    assert lines("hälso- och sjuk-vård", width) == ["hälso- och sjuk-", "vård"]


def test_a_slash_and_a_no_break_space_do_not_let_a_line_end() -> None:
    assert lines("en och/eller", width_of("en och/")) == ["en", "och/eller"]
    assert lines("om 24\u00a0timmar", width_of("om 24\u00a0")) == ["om", "24\u00a0timmar"]


def test_a_word_too_wide_stands_alone_and_whole() -> None:
    assert lines("en kompetensförsörjningsplan nu", pt(40)) == [
        "en",
        "kompetensförsörjningsplan",
        "nu",
    ]


def test_a_long_word_is_divided_where_the_dictionary_allows_if_the_line_is_loose() -> None:
    text = "vi gör kompetensförsörjningsplanen nu"
    width = width_of("vi gör kompetensförsörjn")
    first, second = lines(text, width, "sv")
    assert first.endswith("-")
    assert first[:-1] + second == text
    assert width_of(first) <= width


def test_the_last_word_is_not_divided_to_fill_the_line_before_it() -> None:
    width = width_of("kompetensförsörjningen.") + 1
    said = lines("vi gör kompetensförsörjningen.", width, "sv")
    assert said == ["vi gör", "kompetensförsörjningen."]


def test_a_word_wider_than_the_measure_is_divided_as_often_as_it_must() -> None:
    word = "kompetensförsörjningsplanen"
    parts = lines(word, width_of("kompetensf"), "sv")
    assert len(parts) > 2
    assert "".join(part.removesuffix("-") for part in parts) == word
    assert all(width_of(part) <= width_of("kompetensf") for part in parts)


def test_a_name_is_not_divided_to_fill_a_line() -> None:
    width = width_of("vi gör Västernorrl")
    assert lines("vi gör Västernorrlandsförbundet", width * 2, "sv") == [
        "vi gör Västernorrlandsförbundet"
    ]
    assert lines("vi gör Västernorrlands nu", width, "sv") == ["vi gör", "Västernorrlands", "nu"]


def test_a_language_without_a_dictionary_divides_nothing() -> None:
    assert divider("se")("bargamearkkašupmi") == ()


def test_in_print_a_hyphen_beside_a_digit_holds_the_line() -> None:
    width = width_of("år 2023-") + pt(2)
    assert lines("år 2023-2026", width) == ["år 2023-", "2026"]
    assert lines("år 2023-2026", width, "sv") == ["år", "2023-2026"]


def test_kerning_is_in_the_advance() -> None:
    assert width_of("To") < width_of("T") + width_of("o")


def test_a_bold_run_is_set_in_the_bold_face_and_starts_where_the_first_ends() -> None:
    both = set_galley(typecase(), [Run("Fler "), Run("lärare", bold=True)], BODY.face)
    first, second = glyph_runs(both, Piece(0, len(both.text)), pt(10), BODY)
    assert second.face.bold
    assert not first.face.bold
    assert second.x == pt(10) + width_of("Fler ")


@given(TEXTS, st.integers(pt(30), pt(500)))
def test_every_word_is_printed_once_and_in_order(text: str, width: Emu) -> None:
    set_text = galley(text)
    printed = "".join(
        glyph.text
        for piece in broken(set_text, width / BODY.size)
        for run in glyph_runs(set_text, piece, 0, BODY)
        for glyph in run.glyphs
    )
    assert printed.replace(" ", "") == text.replace(" ", "")


@given(TEXTS, st.integers(pt(30), pt(500)))
def test_no_line_is_wider_than_its_measure_but_a_single_word(text: str, width: Emu) -> None:
    set_text = galley(text)
    for piece in broken(set_text, width / BODY.size):
        line = set_text.text[piece.start : piece.end]
        assert set_text.width(piece) * BODY.size <= width or " " not in line.strip()


def test_in_print_an_address_too_wide_goes_on_after_a_joint_without_a_hyphen() -> None:
    address = "helen.eliasson@socialdemokraterna.se"
    width = width_of("socialdemokraterna.se,")
    assert lines(address, width, "sv") == ["helen.eliasson@", "socialdemokraterna.se"]


def test_in_print_an_address_whose_parts_are_too_wide_comes_to_an_end() -> None:
    address = "nyheter.example/kort"
    assert lines(address, width_of("nyheter"), "sv") == ["nyheter", ".example/kort"]


def test_a_heading_whose_small_word_is_tied_to_a_long_one_is_divided_in_the_long_one() -> None:
    first, second = lines("om\u00a0kompetensplaneringen", width_of("om kompetensplaner"), "sv")
    assert first.startswith("om\u00a0kompetens")
    assert first.removesuffix("-") + second == "om\u00a0kompetensplaneringen"
