"""The shared schema: importing this module registers every table on `Base.metadata`."""

from data_access.schema.base import Base
from data_access.schema.batch import Batch, Identitas, Kumpulan, Periode, Sumber, VersiTopik
from data_access.schema.cakupan import ASPECTS, DOCUMENTS, FACTORS, Lokus, Masalah, Target
from data_access.schema.history import PelakuTransaksi, Riwayat
from data_access.schema.isian import Isian, KunciSimpan, Lampiran, TataLetak
from data_access.schema.pengguna import (
    ROLES,
    PenanggungJawab,
    Pengguna,
    PerangkatDaerah,
    PeranPengguna,
    PercobaanMasuk,
    Sesi,
)
from data_access.schema.pengukuran import COUNTS, Pengukuran, Survei
from data_access.schema.tahapan import (
    STATES,
    LangkahTahapan,
    Pengaturan,
    PengecualianGerbang,
    Pernyataan,
    Tahapan,
)
from data_access.schema.wilayah import (
    LEVELS,
    Batas,
    LapisanPeta,
    PemetaanNama,
    Wilayah,
    WilayahKerja,
)

__all__ = [
    "ASPECTS",
    "COUNTS",
    "DOCUMENTS",
    "FACTORS",
    "LEVELS",
    "ROLES",
    "STATES",
    "Base",
    "Batas",
    "Batch",
    "Identitas",
    "Isian",
    "Kumpulan",
    "KunciSimpan",
    "Lampiran",
    "LangkahTahapan",
    "LapisanPeta",
    "Lokus",
    "Masalah",
    "PelakuTransaksi",
    "PemetaanNama",
    "PenanggungJawab",
    "Pengaturan",
    "PengecualianGerbang",
    "Pengguna",
    "Pengukuran",
    "PeranPengguna",
    "PerangkatDaerah",
    "PercobaanMasuk",
    "Periode",
    "Pernyataan",
    "Riwayat",
    "Sesi",
    "Sumber",
    "Survei",
    "Tahapan",
    "Target",
    "TataLetak",
    "VersiTopik",
    "Wilayah",
    "WilayahKerja",
]
