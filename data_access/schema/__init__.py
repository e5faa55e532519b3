"""The shared schema: importing this module registers every table on `Base.metadata`."""

from data_access.schema.base import Base
from data_access.schema.batch import Batch, Identitas, Kumpulan, Periode, Sumber, VersiTopik
from data_access.schema.pengukuran import COUNTS, Pengukuran, Survei
from data_access.schema.wilayah import (
    LEVELS,
    Batas,
    LapisanPeta,
    PemetaanNama,
    Wilayah,
    WilayahKerja,
)

__all__ = [
    "COUNTS",
    "LEVELS",
    "Base",
    "Batas",
    "Batch",
    "Identitas",
    "Kumpulan",
    "LapisanPeta",
    "PemetaanNama",
    "Pengukuran",
    "Periode",
    "Sumber",
    "Survei",
    "VersiTopik",
    "Wilayah",
    "WilayahKerja",
]
