import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.escape import escape_markup, find_unsafe_characters

PAYLOADS = (
    "{{ 7*7 }}",
    "{% import os %}",
    "<img src=x onerror=alert(1)>",
    "${alert(1)}",
    "`${alert(1)}`",
    "\\u003cscript\\u003e",
    "</script><script>alert(1)</script>",
)


@given(st.text())
def test_escaped_text_reads_back_as_it_was_and_holds_no_live_mark(text: str) -> None:
    escaped = escape_markup(text)
    assert not set(escaped) & set("<>\"'{}$`\\%")
    if not set(text) & set("\r\x00") and all(ord(c) >= 160 or 32 <= ord(c) < 127 for c in text):
        assert html.unescape(escaped) == text


@pytest.mark.parametrize("payload", PAYLOADS)
def test_jinja_renders_a_hostile_name_as_text_without_running_it(payload: str) -> None:
    from jinja2 import Template

    escaped = escape_markup(payload)
    assert Template(escaped).render() == escaped


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_names_are_found_unsafe(payload: str) -> None:
    assert find_unsafe_characters(payload)


@pytest.mark.parametrize("name", ['Soka"an', "Ma'rang", "Suka Maju/II", "Batu-Batu (UPT)", "Nǃuh"])
def test_real_names_with_quotes_and_slashes_pass(name: str) -> None:
    assert find_unsafe_characters(name) == ()


@pytest.mark.parametrize("name", ["![x](http://a.b/c)", "a\x00b", "a\nb", "a\u202eb"])
def test_markdown_links_and_hidden_characters_are_refused(name: str) -> None:
    assert find_unsafe_characters(name)


def test_a_number_is_escaped_as_its_text() -> None:
    assert escape_markup(12.5) == "12.5"
