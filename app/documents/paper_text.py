"""Texts as a paper can hold them: without the signs that neither Word nor PDF can write."""

import re
from typing import Any

# Control characters but tab and line feed; XML refuses them, and so does Word.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_PERCENT = re.compile(r"(?<=\d) %")
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\x85|\x0b|\x0c")


def clean_text(value: str) -> str:
    """The text with plain line ends and without control characters."""
    return _UNWRITABLE.sub("", _LINE_ENDS.sub("\n", value))


def bind_units(value: str) -> str:
    """The text cleaned, a number bound to its percent sign by a space that no line ends in."""
    return _PERCENT.sub("\u00a0%", clean_text(value))


def clean_values(value: Any) -> Any:
    """Every text inside nested dicts, lists and tuples cleaned; all else as it is."""
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, dict):
        return {key: clean_values(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [clean_values(each) for each in value]
    return value
