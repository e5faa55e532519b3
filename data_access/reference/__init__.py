"""Reference data: dated rows with their source. Nothing an official could dispute sits in Python.

`sasaran`, `indikator`, `data_dukung`, `indikator_lama` and `tenggat` are tables; class bounds,
cut-offs and sources are TOML.
"""

import tomllib
from functools import cache
from importlib import resources
from typing import Any

import pandas as pd

TABLES = (
    "sasaran",
    "indikator",
    "data_dukung",
    "indikator_lama",
    "tenggat",
    "tahapan",
    "peran",
    "perangkat",
    "butir_tambahan",
    "padanan_lama",
    "zona_waktu",
    "jenis_belanja",
    "saran_layanan",
    "unsur_rapat",
)


def read_table(name: str) -> pd.DataFrame:
    """Read one of `TABLES`, all columns as text, "" where the document says nothing."""
    return _parse_table(name).copy()


@cache
def _parse_table(name: str) -> pd.DataFrame:
    with resources.files(__name__).joinpath(f"{name}.csv").open(encoding="utf-8") as handle:
        return pd.read_csv(handle, dtype=str, keep_default_na=False)


@cache
def _read_toml(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(__name__).joinpath(f"{name}.toml").read_text("utf-8"))


def read_prevalence_bounds() -> tuple[float, ...]:
    """Lower bounds of the WHO/UNICEF 2018 classes of stunting prevalence, percent."""
    return tuple(entry["batas_bawah"] for entry in _read_toml("kelas_prevalensi")["kelas"])


def read_threshold(name: str) -> Any:
    """The value of one cut-off of ours, in the unit that `ambang.toml` gives."""
    return _read_toml("ambang")[name]["nilai"]


def read_threshold_row(name: str) -> dict[str, Any]:
    """A cut-off with all that is said of it: nilai, satuan, sumber, alasan, berlaku_sejak."""
    row: dict[str, Any] = _read_toml("ambang")[name]
    return row


def read_known_sources() -> dict[str, str]:
    """Names of known sources with their kind, "rutin" or "survei"."""
    return {entry["nama"]: entry["jenis"] for entry in _read_toml("sumber_data")["sumber"]}


def read_citation(key: str) -> dict[str, Any]:
    """Title, publisher, date of the document that reference data names as its source."""
    citation: dict[str, Any] = _read_toml("sumber_acuan")[key]
    return citation


def read_rubric() -> dict[str, Any]:
    """How a year is assessed: "kelas", "batas", "poin", "bobot", "komponen", see rubrik.toml."""
    return _read_toml("rubrik")
