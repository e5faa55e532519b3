"""Proposals for tagging: the kind of spending from the account, the service from the words.

A proposal is corrected by hand; which prefixes and words propose what is reference data.
"""

import re

import pandas as pd

THEMATIC, NAMES_STUNTING, NAMES_SERVICE = "tematik", "kata_stunting", "layanan"
# Between texts of several columns: no phrase begins in one and ends in the next.
_STOP = "\n"
_NO_WORD = re.compile(r"[\W_]+")


def suggest_kinds(account_codes: pd.Series, table: pd.DataFrame) -> pd.DataFrame:
    """The kind of spending that each account proposes: kind, reason, prefix; "" where none.

    `table`: prefix, jenis, alasan of reference table jenis_belanja. The longest prefix speaks; it
    ends where a segment of the code ends.
    """
    rows = {
        str(prefix): (str(kind), str(reason), str(prefix))
        for prefix, kind, reason in zip(
            table["prefix"], table["jenis"], table["alasan"], strict=True
        )
    }
    known = {code: _find_longest(str(code), rows) for code in account_codes.unique()}
    found = [known[code] for code in account_codes]
    return pd.DataFrame(
        found, columns=["kind", "reason", "prefix"], index=account_codes.index, dtype="object"
    )


def suggest_kind(account_code: str, table: pd.DataFrame) -> str:
    """The kind of spending that one account proposes, "" where no prefix fits."""
    return str(suggest_kinds(pd.Series([account_code]), table)["kind"].iloc[0])


def suggest_items(texts: pd.Series, table: pd.DataFrame) -> pd.DataFrame:
    """The services that texts speak of: at (index label), item_code, keyword; by text and table.

    `table`: kata_kunci, kecuali, kode of reference table saran_layanan. All words of a phrase,
    side by side and whole; "a + b" asks for both phrases, anywhere. "|" in kecuali separates
    phrases of which none may be there. Upper case and punctuation do not matter.
    """
    clean = texts.fillna("").map(_clean)
    unique = list(clean.unique())
    found = []
    for words, without, code in zip(
        table["kata_kunci"], table["kecuali"], table["kode"], strict=True
    ):
        fitting = unique
        for phrase in _split(words, "+"):
            fitting = [text for text in fitting if phrase in text]
        unwanted = _split(without, "|")
        found += [(text, code, words) for text in fitting if not any(no in text for no in unwanted)]
    hits = pd.DataFrame(found, columns=["_text", "item_code", "keyword"], dtype="object")
    hits = hits.drop_duplicates(["_text", "item_code"])
    labelled = pd.DataFrame({"at": clean.index, "_text": clean.to_numpy(dtype=object)})
    joined = labelled.merge(hits, how="inner", on="_text")
    return joined[["at", "item_code", "keyword"]]


def suggest_items_of(text: str, table: pd.DataFrame) -> tuple[str, ...]:
    """The services that one text speaks of, in the order of the table."""
    return tuple(suggest_items(pd.Series([text]), table)["item_code"])


def join_texts(frame: pd.DataFrame, columns: list[str]) -> pd.Series:
    """Several columns of text as one, a text a row; missing ones are left out."""
    parts = [frame[column].fillna("").astype("str") for column in columns]
    return pd.Series([_STOP.join(row) for row in zip(*parts, strict=True)], index=frame.index)


def suggest_activities(activities: pd.DataFrame, table: pd.DataFrame) -> pd.Series:
    """Why each sub kegiatan is proposed, as codes; an empty tuple where it is not.

    `activities`: subkegiatan_name, is_thematic. `THEMATIC`: a list marks it; `NAMES_STUNTING`:
    its name says stunting; `NAMES_SERVICE`: its name speaks of a service.
    """
    names = activities["subkegiatan_name"]
    speaks = set(suggest_items(names, table)["at"])
    stunting = names.fillna("").map(_clean).str.contains(" stunting ", regex=False)
    reasons = [
        (THEMATIC, activities["is_thematic"].to_list()),
        (NAMES_STUNTING, stunting.to_list()),
        (NAMES_SERVICE, [label in speaks for label in names.index]),
    ]
    found = [tuple(code for code, marks in reasons if marks[place]) for place in range(len(names))]
    return pd.Series(found, index=activities.index, dtype="object")


def _clean(text: str) -> str:
    """Words in lower case between single spaces, with one before and after; lines apart."""
    parts = [_NO_WORD.sub(" ", line.casefold()).strip() for line in str(text).split(_STOP)]
    return f" {f' {_STOP} '.join(parts)} "


def _split(phrases: str, mark: str) -> list[str]:
    return [_clean(phrase) for phrase in phrases.split(mark) if phrase.strip()]


def _find_longest(code: str, rows: dict[str, tuple[str, str, str]]) -> tuple[str, str, str]:
    segments = code.split(".")
    for length in range(len(segments), 0, -1):
        prefix = ".".join(segments[:length])
        if prefix in rows:
            return rows[prefix]
    return "", "", ""
