"""Gathers what the entry workbook of a kecamatan and period holds, and makes it."""

from collections.abc import Mapping

from sqlalchemy import Engine

from analysis.entry_form import EntryForm, FormItem, FormSheet
from app.documents.ansit_template import FormWords, write_form
from app.items import Item, find_item, list_items
from app.text import ansit as text
from app.text.isian import GROUP_NAMES, PERIODS
from data_access import reference
from data_access.reads.ansit import FormData, read_form_data

PARTIES = ("puskesmas", "plkb", "setcam")


def list_form_items(party: str) -> tuple[Item, ...]:
    """What a party enters: the guideline's items, and those that we added, after the sasaran."""
    items = list_items(party)
    added = [item for item in _list_added(party) if find_item(item.code) is None]
    first = [item for item in items if item.group == "sasaran"]
    return (*first, *added, *(item for item in items if item.group != "sasaran"))


def build_form(region_code: str, period: str, units: Mapping[str, str]) -> EntryForm:
    """The form of a kecamatan and period; `units`: its desa, code to name."""
    denominators = _read_denominators()
    sheets = tuple(
        FormSheet(
            party,
            text.SHEETS[party],
            tuple(_to_form_item(item, denominators) for item in list_form_items(party)),
        )
        for party in PARTIES
    )
    return EntryForm(region_code, period, sheets, dict(units))


def make_template(engine: Engine, kecamatan_code: str, period: str) -> bytes:
    """The workbook of a kecamatan and period, with what is stored now and what was before.

    Raises LookupError for a kecamatan without desa.
    """
    data = read_form_data(engine, kecamatan_code, period)
    if not data.units:
        raise LookupError(kecamatan_code)
    form = build_form(kecamatan_code, period, data.units)
    return write_form(form, data.cells, data.previous, _make_words(data, period))


def write_period(period: str) -> str:
    """A period of entry in words; as `app.entry_words` does for screens, without its loaders."""
    year, _, half = period.partition("-")
    return PERIODS[half or "ansit"].format(year=year)


def name_template(kecamatan_code: str, period: str) -> str:
    """The file name of a template."""
    return text.TEMPLATE_FILE.format(code=kecamatan_code, period=period)


def _make_words(data: FormData, period: str) -> FormWords:
    return FormWords(
        place=data.name, period=write_period(period), previous=write_period(data.previous_period)
    )


def _to_form_item(item: Item, denominators: Mapping[str, tuple[str, ...]]) -> FormItem:
    group = item.cluster or GROUP_NAMES[item.group]
    return FormItem(item.code, item.short, item.unit, group, denominators.get(item.code, ()))


def _read_denominators() -> dict[str, tuple[str, ...]]:
    rows = reference.read_table("indikator").itertuples(index=False)
    found = {
        str(row.kode): tuple(str(row.penyebut_sasaran).split("+"))
        for row in rows
        if row.penyebut_sasaran
    }
    added = reference.read_table("butir_tambahan").itertuples(index=False)
    return found | {str(row.penyebut_untuk): (str(row.kode),) for row in added}


def _list_added(party: str) -> list[Item]:
    rows = reference.read_table("butir_tambahan").itertuples(index=False)
    return [
        Item(
            row.kode,
            "sasaran",
            party,
            row.nama,
            row.nama.removeprefix("Jumlah ").capitalize(),
            row.satuan,
        )
        for row in rows
        if row.pj_data.lower() == party
    ]
