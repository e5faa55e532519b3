"""The columns of a SIPD export by the names that its many layouts give them, in one row or two."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from data_access.importers.cells import header_key, shown
from data_access.importers.headers import SCANNED_ROWS, Header
from data_access.importers.layout_memory import HandLayout, list_headers_of
from data_access.importers.tables import TableFile

Cells = Sequence[str | None]

# Of several columns with one meaning the first named here counts.
_SYNONYMS = {
    "kode": "kode kode_uraian kode_program_kegiatan_sub_kegiatan",
    "kode_skpd": "kode_skpd kode_opd kode_perangkat_daerah kode_organisasi kode_unit",
    "skpd": "nama_skpd skpd nama_opd opd nama_perangkat_daerah perangkat_daerah organisasi"
    " nama_organisasi nama_unit nama_unit_organisasi unit_organisasi",
    "sub_unit": "nama_sub_unit nama_sub_skpd sub_unit sub_skpd nama_sub_unit_organisasi"
    " sub_unit_organisasi unit_kerja nama_unit_kerja",
    "kode_program": "kode_program",
    "program": "nama_program program",
    "kode_kegiatan": "kode_kegiatan kode_giat",
    "kegiatan": "nama_kegiatan nama_giat kegiatan",
    "kode_subkegiatan": "kode_sub_kegiatan kode_subkegiatan kode_sub_giat kode_subgiat",
    "subkegiatan": "nama_sub_kegiatan nama_subkegiatan nama_sub_giat sub_kegiatan subkegiatan"
    " sub_giat",
    "sumber_dana": "nama_sumber_dana nama_dana sumber_dana sumber_pendanaan dana",
    "kode_rekening": "kode_rekening kode_akun kode_rekening_belanja kode_akun_belanja",
    "rekening": "nama_rekening nama_akun rekening akun rekening_belanja akun_belanja"
    " nama_rekening_belanja",
    "paket": "paket_kelompok_belanja paket kelompok_belanja subs_bl_teks",
    "keterangan": "keterangan_belanja keterangan ket_bl_teks",
    "uraian": "uraian uraian_belanja uraian_rincian rincian_belanja",
    "komponen": "nama_komponen komponen nama_standar_harga standar_harga",
    "spesifikasi": "spesifikasi spek spek_komponen",
    "koefisien": "koefisien koef",
    "volume": "volume vol",
    "satuan": "satuan",
    "harga_satuan": "harga_satuan harga",
    "ppn": "ppn pajak",
    # "Jumlah" beside "Total" is a volume.
    "total": "total_harga rincian nilai_rincian jumlah_harga total nilai jumlah"
    " jumlah_anggaran nilai_anggaran anggaran pagu_anggaran pagu",
    "total_sebelum": "total_sebelum",
    "realisasi": "realisasi nilai_realisasi realisasi_anggaran jumlah_realisasi",
}
MEANINGS = tuple(_SYNONYMS)
_KNOWN = {
    word: (name, rank)
    for name, words in _SYNONYMS.items()
    for rank, word in enumerate(words.split())
}
_BEFORE = frozenset(["sebelum", "murni", "semula", "awal"])
_AFTER = frozenset(["sesudah", "setelah", "menjadi"])
_CHANGE = frozenset(["perubahan", "pergeseran"])
_DIFFERENCE = frozenset(["bertambah", "berkurang", "selisih"])
_TEXTS = ("uraian", "rekening", "komponen")


@dataclass(frozen=True, slots=True)
class _Label:
    """What one header says: `phase` is "sebelum", "sesudah", "perubahan" (unclear) or ""."""

    meaning: str
    phase: str
    rank: int


def is_complete_budget(columns: Mapping[str, int]) -> bool:
    """Tell whether columns suffice to read lines, each place for one meaning only.

    Needed: the total, and sub kegiatan and account, or one column of codes in outline with texts.
    """
    places = list(columns.values())
    if not set(columns) <= set(MEANINGS) or len(set(places)) != len(places):
        return False
    flat = columns.keys() & {"kode_subkegiatan", "subkegiatan"} and columns.keys() & {
        "kode_rekening",
        "rekening",
    }
    outline = "kode" in columns and any(name in columns for name in _TEXTS)
    return "total" in columns and bool(flat or outline)


def recall_budget_layout(
    table: TableFile, remembered: Mapping[str, Mapping[str, int]]
) -> HandLayout | None:
    """The layout of a table by what was said before: header hash to meaning to column."""
    for digest, (sheet, index) in list_headers_of(table).items():
        columns = remembered.get(digest)
        if columns is not None and is_complete_budget(columns):
            return HandLayout(sheet, index, dict(columns))
    return None


def find_budget_header(rows: Sequence[Cells]) -> Header | None:
    """Find the header of a table of spending, in one row or in two (groups above); else None."""
    best: Header | None = None
    for index in range(min(len(rows), SCANNED_ROWS)):
        for header in (_one_row(rows, index), _two_rows(rows, index)):
            if header is None or not is_complete_budget(header.columns):
                continue
            if best is None or len(header.columns) > len(best.columns):
                best = header
    return best


def is_total_header(text: str | None) -> bool:
    """Tell whether a cell repeats the header of an amount, as every printed page does."""
    label = _classify(shown(text)) if text else None
    return label is not None and label.meaning in {"total", "realisasi"}


def list_other_totals(header: Header) -> list[str]:
    """List the columns that could hold the total as well and are not read."""
    used = {*header.columns.values(), *header.repeated.values()}
    return [
        shown(text)
        for place, text in enumerate(header.cells)
        if place not in used
        and (label := _classify(shown(text))) is not None
        and (label.meaning, label.phase) == ("total", "")
    ]


def _one_row(rows: Sequence[Cells], index: int) -> Header | None:
    return _make(index, list(rows[index]))


def _two_rows(rows: Sequence[Cells], index: int) -> Header | None:
    """Join a row of groups with the row below it: "Sebelum" over "Jumlah" is "Sebelum Jumlah"."""
    if index + 1 >= len(rows):
        return None
    upper, lower = rows[index], rows[index + 1]
    if not any(map(shown, lower)) or any(shown(text)[:1].isdigit() for text in lower):
        return None
    joined: list[str | None] = []
    group = ""
    for place in range(max(len(upper), len(lower))):
        above = shown(upper[place]) if place < len(upper) else ""
        below = shown(lower[place]) if place < len(lower) else ""
        group = above or (group if below else "")
        joined.append(f"{group} {below}".strip() or None)
    return _make(index + 1, joined)


def _make(index: int, cells: Cells) -> Header | None:
    found: dict[str, list[tuple[int, _Label]]] = {}
    for place, text in enumerate(cells):
        label = _classify(shown(text)) if text else None
        if label is not None:
            found.setdefault(label.meaning, []).append((place, label))
    if len(found) < 3:
        return None
    columns: dict[str, int] = {}
    repeated: dict[str, int] = {}
    for meaning, labels in found.items():
        _choose(meaning, labels, columns, repeated)
    if "kode_rekening" in columns and not columns.keys() & {
        "kode_subkegiatan",
        "subkegiatan",
        "kode",
    }:
        columns["kode"] = columns.pop("kode_rekening")  # an outline keeps all its codes there
    return Header(index, cells, columns, repeated)


def _choose(
    meaning: str,
    labels: Sequence[tuple[int, _Label]],
    columns: dict[str, int],
    repeated: dict[str, int],
) -> None:
    """Take the column after a change where a file tells both; two equal ones are `repeated`."""
    phases: dict[str, list[tuple[int, _Label]]] = {}
    for place, label in labels:
        phases.setdefault(label.phase, []).append((place, label))
    unclear = "perubahan" in phases and "" in phases and "sebelum" not in phases
    order = ("sesudah", "perubahan", "", "sebelum")
    phase = next(phase for phase in order if phase in phases)
    ranked = sorted(phases[phase], key=lambda each: (each[1].rank, each[0]))
    columns[meaning] = ranked[0][0]
    if len(ranked) > 1 and ranked[0][1].rank == ranked[1][1].rank:
        repeated[meaning] = ranked[1][0]
    elif unclear:
        repeated[meaning] = phases[""][0][0]
    if meaning == "total" and phase != "sebelum" and "sebelum" in phases:
        columns["total_sebelum"] = phases["sebelum"][0][0]


@lru_cache(maxsize=4096)
def _classify(text: str) -> _Label | None:
    words = header_key(text).split("_")
    if _DIFFERENCE & set(words) or len(text) > 80:
        return None
    phase = _phase(words)
    rest = [word for word in words if word not in _BEFORE | _AFTER | _CHANGE | {"rp", "rupiah"}]
    key = re.sub(r"(_dalam)?$", "", "_".join(rest)) or ("total" if phase else "")
    if key not in _KNOWN:
        return None
    meaning, rank = _KNOWN[key]
    return _Label(meaning, phase, rank)


def _phase(words: Sequence[str]) -> str:
    found = set(words)
    if found & _BEFORE:
        return "sebelum"
    if found & _AFTER:
        return "sesudah"
    return "perubahan" if found & _CHANGE else ""
