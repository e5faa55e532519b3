"""The public page as one long table for programs and spreadsheets: the page's figures, no more."""

import pandas as pd

from app.documents.columns import Column
from app.documents.exported import Exported, encode
from app.public import words
from app.public.approval import SHOWN
from app.public.closing import list_notes
from app.public.content import Content
from app.text import publik as text

_KEYS = tuple(text.FILE_COLUMNS)


def write_file(content: Content, form: str) -> bytes:
    """The figures of a page as "csv" or "xlsx"."""
    return encode(tabulate_content(content), form)


def tabulate_content(content: Content) -> Exported:
    """A row a figure: bagian, kode, wilayah, tingkat, periode, ukuran, nilai, satuan, target,
    keterangan. A class stands in words under "keterangan"; nothing is there that the page hides.
    """
    rows = [*_list_prevalence(content), *_list_desa(content), *_list_coverage(content)]
    kinds = {"nilai": "poin", "target": "poin"}
    columns = [
        Column(key, heading, "pct" if key in kinds else "text")
        for key, heading in text.FILE_COLUMNS.items()
    ]
    table = pd.DataFrame(rows, columns=list(_KEYS))
    numbers = ["nilai", "target"]
    table[numbers] = table[numbers].astype("float64")
    return Exported(table, columns, text.FILE_SHEET, list_notes(content))


def _list_prevalence(content: Content) -> list[tuple[object, ...]]:
    found = content.prevalence
    if found is None:
        return []
    rows: list[tuple[object, ...]] = []
    for row in found.regions.itertuples():
        head = _head(content, "prevalensi", str(row.code), str(row.period))
        why = text.STATES[str(row.keadaan)]
        for column in ("prevalensi_pct", "stunting", "diukur"):
            name, unit = text.FILE_MEASURES[column]
            value = getattr(row, column)
            rows.append(
                (*head, name, round(value, 1) if unit == "persen" else value, unit, None, why)
            )
        if row.keadaan == SHOWN and int(row.kelas) >= 0:
            name, unit = text.FILE_MEASURES["kelas"]
            rows.append((*head, name, None, unit, None, words.name_class(int(row.kelas))))
    return rows


def _list_desa(content: Content) -> list[tuple[object, ...]]:
    found = content.prevalence
    if found is None:
        return []
    name, unit = text.FILE_MEASURES["kelas"]
    part, level = text.FILE_PARTS["desa"], text.LEVELS["desa"]
    rows: list[tuple[object, ...]] = []
    for row in found.desa[found.desa["code"].str.startswith(content.region.code)].itertuples():
        index, state = int(row.kelas), str(row.keadaan)
        label = words.name_class(index) if index >= 0 else text.DESA_STATES[state]
        rows.append((part, row.code, row.name, level, found.period, name, None, unit, None, label))
    return rows


def _list_coverage(content: Content) -> list[tuple[object, ...]]:
    found = content.coverage
    if found is None:
        return []
    names = words.read_service_names()
    shown = found.rows[found.rows["region_code"].isin(list(content.names))]
    rows: list[tuple[object, ...]] = []
    for row in shown.itertuples():
        number, name, _ = names[str(row.item_code)]
        note = text.STATES[str(row.keadaan)] or text.STATUS_WORDS.get(str(row.status), "")
        head = _head(content, "cakupan", str(row.region_code), found.period)
        value = (f"{number} {name}", row.cakupan_pct, text.FILE_PERCENT, row.target_pct, note)
        rows.append((*head, *value))
    return rows


def _head(content: Content, part: str, code: str, period: str) -> tuple[str, str, str, str, str]:
    place = next(place for place in content.places if place.code == code)
    return text.FILE_PARTS[part], code, place.name, text.LEVELS[place.level], period
