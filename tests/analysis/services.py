"""Small regions with facts, and the reference's indicators with their denominators complete."""

import pandas as pd

from analysis.coverage import add_denominators, compute_coverage
from analysis.coverage_status import assess_coverage
from data_access import reference

KAB, KEC_A, KEC_B = "63.11", "63.11.01", "63.11.02"
DESA = (f"{KEC_A}.2001", f"{KEC_A}.2002", f"{KEC_B}.2001")
A1, A2, B1 = DESA

INDICATORS = add_denominators(
    reference.read_table("indikator"), reference.read_table("butir_tambahan")
)
Values = dict[str, dict[str, float | None]]


def make_regions(desa: tuple[str, ...] = DESA) -> pd.DataFrame:
    codes = sorted({code[:length] for code in desa for length in (2, 5, 8, 13)})
    levels = {2: "provinsi", 5: "kabupaten", 8: "kecamatan", 13: "desa"}
    return pd.DataFrame(
        {
            "code": codes,
            "name": [f"Wilayah {code}" for code in codes],
            "level": [levels[len(code)] for code in codes],
            "parent_code": [code.rpartition(".")[0] for code in codes],
        }
    )


def make_facts(values: Values) -> pd.DataFrame:
    rows = [(desa, item, value) for desa, items in values.items() for item, value in items.items()]
    frame = pd.DataFrame(rows, columns=["unit_code", "item_code", "value"])
    return frame.assign(value=pd.array(list(frame["value"]), dtype="Int64"))


def cover(values: Values, indicators: pd.DataFrame = INDICATORS) -> pd.DataFrame:
    """Coverage by region and indicator."""
    table = compute_coverage(make_facts(values), make_regions(), indicators)
    return table.set_index(["region_code", "item_code"])


def make_resolved(targets: dict[tuple[str, str], float]) -> pd.DataFrame:
    rows = [(code, item, pct, code, "Renja") for (code, item), pct in targets.items()]
    return pd.DataFrame(
        rows, columns=["region_code", "item_code", "target_pct", "target_dari", "dokumen"]
    )


def assess(values: Values, target_pct: dict[str, float], *, midyear: bool = False) -> pd.DataFrame:
    """Coverage held against one target an indicator, the same in all regions."""
    regions = make_regions()
    coverage = compute_coverage(make_facts(values), regions, INDICATORS)
    every = {(code, item): pct for code in regions["code"] for item, pct in target_pct.items()}
    return assess_coverage(
        coverage, make_resolved(every), INDICATORS, near_share=0.9, midyear=midyear
    )


def make_assessed(rows: list[tuple[str, str, float, float | None, str]]) -> pd.DataFrame:
    """Rows of `assess_coverage`: region, item, coverage of 100 people, target, status."""
    columns = ["region_code", "item_code", "cakupan_pct", "target_pct", "status"]
    frame = pd.DataFrame(rows, columns=columns)
    shares = frame[["cakupan_pct", "target_pct"]].astype("float64")
    return frame.assign(
        **shares,
        pembilang=shares["cakupan_pct"],
        penyebut=100.0,
        alasan="",
        tengah_tahun=False,
    )
