"""Which row a change is about, as officials name it: item and desa, stage and party, account."""

from collections.abc import Callable, Mapping
from typing import Any

from app.actions.riwayat import HistoryRow
from app.entry_words import head_item, write_period
from app.format import format_period
from app.items import find_item
from app.text import riwayat as text
from app.text.accounts import ROLE_NAMES
from data_access.reads.stage_definitions import read_agency_names, read_stages

NameRegion = Callable[[str], str]
Content = Mapping[str, Any]


def name_subject(row: HistoryRow, name_region: NameRegion) -> str:
    """Name the row of a change; `name_region` gives a region's name for its code."""
    content = row.after or row.before or {}
    parts = _SUBJECTS.get(row.table, _name_plainly)(content, name_region)
    named = text.SUBJECT_JOIN.join(part for part in parts if part)
    return named or row.row_key


def _name_cell(content: Content, name_region: NameRegion) -> list[str]:
    item = find_item(content["item_code"])
    named = head_item(item) if item is not None else str(content["item_code"])
    return [named, name_region(content["unit_code"]), write_period(content["period"], short=True)]


def _name_measurement(content: Content, name_region: NameRegion) -> list[str]:
    return [
        name_region(content["unit_code"]),
        format_period(content["period"]),
        content["source"],
    ]


def _name_stage(content: Content, name_region: NameRegion) -> list[str]:
    stage = read_stages().get(content["stage"])
    named = stage.name if stage is not None else str(content["stage"])
    agency = content.get("part")
    party = text.PARTY.format(agency=read_agency_names().get(agency, agency)) if agency else ""
    year = text.YEAR.format(year=content["year"])
    return [named, party, name_region(content["wilayah_code"]), year]


def _name_setting(content: Content, name_region: NameRegion) -> list[str]:
    kind, _, rest = content["key"].partition(".")
    stage = read_stages().get(rest)
    named = content["key"]
    if kind == "kop_surat":
        named = text.SETTING_LETTERHEAD
    if kind == "rubrik":
        named = text.SETTING_RUBRIC
    if kind == "tenggat" and stage is not None:
        named = text.SETTING_DEADLINE.format(stage=stage.name)
    return [named, name_region(content["wilayah_code"])]


def _name_duty(content: Content, name_region: NameRegion) -> list[str]:
    item = find_item(content["item_code"])
    named = item.short if item is not None else str(content["item_code"])
    return [named, name_region(content["wilayah_code"])]


def _name_target(content: Content, name_region: NameRegion) -> list[str]:
    item = find_item(content["item_code"])
    named = item.short if item is not None else text.PREVALENCE
    year = text.YEAR.format(year=content["year"])
    return [named, str(content["document"]), name_region(content["wilayah_code"]), year]


def _name_problem(content: Content, name_region: NameRegion) -> list[str]:
    item = find_item(content["item_code"] or "")
    year = text.YEAR.format(year=content["year"])
    return [item.short if item else "", name_region(content["place_code"]), year]


def _name_lokus(content: Content, name_region: NameRegion) -> list[str]:
    return [name_region(content["wilayah_code"]), text.YEAR.format(year=content["year"])]


def _name_role(content: Content, name_region: NameRegion) -> list[str]:
    agency = content.get("agency") or ""
    return [
        ROLE_NAMES.get(str(content["role"]), str(content["role"])),
        read_agency_names().get(agency, agency),
        name_region(content["wilayah_code"]),
    ]


def _name_snapshot(content: Content, name_region: NameRegion) -> list[str]:
    kind = text.SNAPSHOTS.get(str(content["kind"]), str(content["kind"]))
    year = text.BUDGET_YEAR.format(year=content["year"])
    return [kind, name_region(content["wilayah_code"]), year]


def _name_line(content: Content, name_region: NameRegion) -> list[str]:
    words = str(content.get("description") or content.get("account_name") or "")
    return [str(content["account_code"]), words, name_region(content["wilayah_code"])]


def _name_tag(content: Content, name_region: NameRegion) -> list[str]:
    item, place = find_item(content["item_code"] or ""), content.get("place_code")
    line = text.BUDGET_LINE.format(number=content["belanja_id"])
    return [line, item.short if item else "", name_region(place) if place else ""]


def _name_cost(content: Content, name_region: NameRegion) -> list[str]:
    item = find_item(content["item_code"])
    named = item.short if item is not None else str(content["item_code"])
    year = text.BUDGET_YEAR.format(year=content["year"])
    return [named, name_region(content["wilayah_code"]), year]


def _name_programme(content: Content, name_region: NameRegion) -> list[str]:
    year = text.BUDGET_YEAR.format(year=content["year"])
    return [str(content["activity"]), name_region(content["wilayah_code"]), year]


def _name_meeting(content: Content, name_region: NameRegion) -> list[str]:
    kind = text.MEETINGS.get(str(content["kind"]), str(content["kind"]))
    year = text.YEAR.format(year=content["year"])
    return [kind, name_region(content["wilayah_code"]), year]


def _name_proposal(content: Content, _name_region: NameRegion) -> list[str]:
    return [str(content["number"]), str(content["activity"])]


def _name_result(content: Content, name_region: NameRegion) -> list[str]:
    kind = text.RESULTS_OF_YEAR.get(str(content.get("kind")), "")
    year = text.YEAR.format(year=content["year"])
    return [kind, name_region(content["wilayah_code"]), year]


def _name_support(content: Content, name_region: NameRegion) -> list[str]:
    named = content.get("number") or content.get("title") or content.get("name") or ""
    return [str(named), name_region(content["wilayah_code"])]


def _name_commitment(content: Content, _name_region: NameRegion) -> list[str]:
    return [str(content.get("office") or ""), str(content["statement"])]


def _name_plainly(content: Content, name_region: NameRegion) -> list[str]:
    """Whatever names the row: its own name or file, and its region."""
    own = next((str(content[n]) for n in ("name", "file_name", "key") if content.get(n)), "")
    regions = ("wilayah_code", "kabupaten_code", "unit_code", "scope_code")
    code = next((content[n] for n in regions if content.get(n)), None)
    return [own, name_region(code) if code else ""]


_SUBJECTS: dict[str, Callable[[Content, NameRegion], list[str]]] = {
    "isian": _name_cell,
    "pengukuran": _name_measurement,
    "tahapan": _name_stage,
    "pengecualian_gerbang": _name_stage,
    "pengaturan": _name_setting,
    "penanggung_jawab": _name_duty,
    "peran_pengguna": _name_role,
    "target": _name_target,
    "masalah": _name_problem,
    "lokus": _name_lokus,
    "potret_anggaran": _name_snapshot,
    "belanja": _name_line,
    "penandaan": _name_tag,
    "biaya_satuan": _name_cost,
    "program_mitra": _name_programme,
    "rembuk": _name_meeting,
    "usulan": _name_proposal,
    "komitmen": _name_commitment,
    "koreksi_rapat": _name_cell,
    "hasil_penilaian": _name_result,
    "klarifikasi_penilaian": _name_result,
    "penahanan_publikasi": _name_result,
    "regulasi": _name_support,
    "publikasi": _name_support,
    "fasilitas": _name_support,
    "naskah_presentasi": _name_support,
}
# Columns that the subject already tells.
NAMED: dict[str, frozenset[str]] = {
    "isian": frozenset({"period", "unit_code", "item_code"}),
    "pengukuran": frozenset({"source", "period", "unit_code"}),
    "tahapan": frozenset({"wilayah_code", "year", "stage", "part"}),
    "pengecualian_gerbang": frozenset({"wilayah_code", "year", "stage"}),
    "pengaturan": frozenset({"wilayah_code", "key"}),
    "penanggung_jawab": frozenset({"wilayah_code", "item_code"}),
    "peran_pengguna": frozenset({"wilayah_code", "role", "agency"}),
    "target": frozenset({"wilayah_code", "year", "item_code", "document"}),
    "masalah": frozenset({"item_code", "place_code", "year"}),
    "lokus": frozenset({"wilayah_code", "year"}),
    "potret_anggaran": frozenset({"kind", "wilayah_code", "year"}),
    "belanja": frozenset({"account_code", "account_name", "description", "wilayah_code"}),
    "penandaan": frozenset({"belanja_id", "item_code", "place_code", "wilayah_code"}),
    "biaya_satuan": frozenset({"item_code", "wilayah_code", "year"}),
    "program_mitra": frozenset({"activity", "wilayah_code", "year"}),
    "rembuk": frozenset({"kind", "wilayah_code", "year"}),
    "usulan": frozenset({"number", "activity", "wilayah_code", "year"}),
    "komitmen": frozenset({"office", "statement", "wilayah_code"}),
    "koreksi_rapat": frozenset({"period", "unit_code", "item_code"}),
    "hasil_penilaian": frozenset({"kind", "wilayah_code", "year"}),
    "klarifikasi_penilaian": frozenset({"wilayah_code", "year"}),
    "penahanan_publikasi": frozenset({"wilayah_code", "year"}),
    "regulasi": frozenset({"number", "wilayah_code"}),
    "publikasi": frozenset({"title", "wilayah_code"}),
    "fasilitas": frozenset({"name", "wilayah_code"}),
    "naskah_presentasi": frozenset({"title", "wilayah_code"}),
    "wilayah": frozenset({"name"}),
    "pengguna": frozenset({"name"}),
    "batch": frozenset({"file_name"}),
    "lampiran": frozenset({"file_name", "wilayah_code", "subject"}),
}
