"""Addresses: what may be followed, and how it is written for PDF and PPTX."""

from __future__ import annotations

import pytest

from paroll.finding import Span
from paroll.programme.links import LONGEST, Address, Email, target_of

HERE = Span("plan.yaml", 3, 9)


@pytest.mark.parametrize(
    ("typed", "target"),
    [
        ("https://www.val.se", "https://www.val.se"),
        ("HTTP://val.se:8080/a/b.html?c=d&e=f#g", "http://val.se:8080/a/b.html?c=d&e=f#g"),
        ("www.vgregion.se", "https://www.vgregion.se"),
        ("val.se/om?x=1", "https://val.se/om?x=1"),
        (" https://val.se ", "https://val.se"),
        ("https://räksmörgås.se/smör", "https://xn--rksmrgs-5wao1o.se/sm%C3%B6r"),
        ("https://val.se/50%25?q=å", "https://val.se/50%25?q=%C3%A5"),
        ("mailto:info@val.se", "mailto:info@val.se"),
        ("mailto:info@val.se?subject=Hej", "mailto:info@val.se?subject=Hej"),
        ("info@val.se", "mailto:info@val.se"),
        ("tel:+46 611-55 78 00", "tel:+46611557800"),
    ],
)
def test_these_addresses_are_followed(typed: str, target: str) -> None:
    assert target_of(typed) == target


@pytest.mark.parametrize(
    "typed",
    [
        "javascript:alert(1)",
        "JaVa\tScript:alert(1)",
        "java\nscript:alert(1)",
        " javascript:alert(1)",
        "vbscript:x",
        "data:text/html;base64,PHA+",
        "file:///etc/passwd",
        "\\\\server\\share",
        "//server/share",
        "ms-word:ofe|u|https://x.se",
        "ms-excel:nft|u|x",
        "ftp://val.se",
        "smb://val.se/x",
        "blob:https://val.se/1",
        "view-source:https://val.se",
        "https://",
        "https:val.se",
        "https://user@val.se",
        "https://user:pass@val.se",
        "https://val.se\\@evil.se",
        "https://val.se/en plan",
        "https://val.se\njavascript:x",
        "mailto:",
        "mailto:a@b.se,c@d.se\nx",
        "tel:",
        "tel:ring mig",
        "#sida",
        "sida",
        "../plan.pdf",
        "/plan",
        "",
        "https://val.se/" + "x" * LONGEST,
        "https://" + "å" * 70 + ".se",
    ],
)
def test_these_addresses_are_refused(typed: str) -> None:
    assert target_of(typed) is None


def test_an_address_prints_as_typed_and_leads_where_it_says() -> None:
    address, found = Address.read("www.vgregion.se", HERE)
    assert not found
    assert address is not None
    assert (str(address), address.text) == ("www.vgregion.se", "https://www.vgregion.se")


def test_a_refused_address_is_a_finding() -> None:
    address, (finding,) = Address.read("file:///x", HERE)
    assert address is None
    assert (finding.code, finding.span) == ("P001", HERE)


@pytest.mark.parametrize("typed", ["info@val.se", "ann-sofi.lodin@post.vgregion.se"])
def test_an_email_address_is_kept(typed: str) -> None:
    value, found = Email.read(typed, HERE)
    assert str(value) == typed
    assert not found


@pytest.mark.parametrize(
    "typed", ["info", "info@", "@val.se", "a b@val.se", "a@b", "<a@b.se>", "å"]
)
def test_what_is_no_email_address_is_a_finding(typed: str) -> None:
    value, (finding,) = Email.read(typed, HERE)
    assert value is None
    assert finding.code == "P002"
