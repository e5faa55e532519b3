"""Which pages a person sees: those their roles give something to do on.

A page that is not theirs is absent; its address leads to a sentence that says so.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.access import Account, may_somewhere
from app.text import screens as text

PAGES = Path(__file__).resolve().parents[1] / "pages"
Rule = Callable[[Account], bool]


@dataclass(frozen=True, slots=True)
class Entry:
    """One page: its script's name (also its address), title, section, and for whom it is."""

    name: str
    title: str
    section: str
    rule: Rule

    @property
    def path(self) -> Path:
        """The page's script."""
        return PAGES / f"{self.name}.py"


def _may(*actions: str) -> Rule:
    return lambda person: any(may_somewhere(person, action) for action in actions)


def brings_data(person: Account) -> bool:
    """Tell whether a person hands in files: measurements, surveys, regions, budgets.

    Every operator brings the budget of their agency; puskesmas and PLKB have none of their own.
    """
    enters = any(
        grant.role == "bappeda"
        or (grant.role == "operator" and grant.agency not in {"puskesmas", "plkb"})
        for grant in person.grants
    )
    return enters or _may("impor_wilayah", "impor_survei")(person)


ENTRIES = (
    Entry("beranda", text.PAGE_BERANDA, text.SECTION_VIEW, _may("lihat")),
    Entry("peta", text.PAGE_PETA, text.SECTION_VIEW, _may("lihat")),
    Entry("peta_bagikan", text.PAGE_PETA_BAGIKAN, text.SECTION_VIEW, _may("unduh")),
    Entry("cakupan", text.PAGE_CAKUPAN, text.SECTION_VIEW, _may("lihat")),
    Entry("lokasi_masalah", text.PAGE_LOKASI, text.SECTION_VIEW, _may("lihat")),
    Entry("layanan_tertinggal", text.PAGE_TERTINGGAL, text.SECTION_VIEW, _may("lihat")),
    Entry("anggaran", text.PAGE_ANGGARAN, text.SECTION_VIEW, _may("lihat")),
    Entry("benang_merah", text.PAGE_BENANG, text.SECTION_VIEW, _may("lihat")),
    Entry("penilaian", text.PAGE_PENILAIAN, text.SECTION_VIEW, _may("lihat")),
    Entry("profil_desa", text.PAGE_PROFIL, text.SECTION_VIEW, _may("lihat")),
    Entry("kesiapan", text.PAGE_KESIAPAN, text.SECTION_VIEW, _may("lihat")),
    Entry("presentasi", text.PAGE_PRESENTASI, text.SECTION_VIEW, _may("lihat")),
    Entry("dokumen", text.PAGE_DOKUMEN, text.SECTION_VIEW, _may("unduh")),
    Entry("glosarium", text.PAGE_GLOSARIUM, text.SECTION_VIEW, _may("lihat")),
    Entry("tahapan", text.PAGE_TAHAPAN, text.SECTION_WORK, _may("lihat")),
    Entry("target", text.PAGE_TARGET, text.SECTION_WORK, _may("lihat")),
    Entry("masalah", text.PAGE_MASALAH, text.SECTION_WORK, _may("lihat")),
    Entry("penandaan", text.PAGE_PENANDAAN, text.SECTION_WORK, _may("lihat")),
    Entry("program_desa", text.PAGE_PROGRAM_DESA, text.SECTION_WORK, _may("lihat")),
    Entry("biaya_satuan", text.PAGE_BIAYA, text.SECTION_WORK, _may("lihat")),
    Entry("rembuk", text.PAGE_REMBUK, text.SECTION_WORK, _may("lihat")),
    Entry("nasib_usulan", text.PAGE_NASIB, text.SECTION_WORK, _may("lihat")),
    Entry("dukungan", text.PAGE_DUKUNGAN, text.SECTION_WORK, _may("lihat")),
    Entry("isian", text.PAGE_ISIAN, text.SECTION_WORK, _may("isi", "verifikasi", "setujui")),
    Entry("data_masuk", text.PAGE_DATA_MASUK, text.SECTION_WORK, brings_data),
    Entry("riwayat", text.PAGE_RIWAYAT, text.SECTION_MANAGE, _may("lihat_riwayat")),
    Entry("pengaturan", text.PAGE_PENGATURAN, text.SECTION_MANAGE, _may("atur_tenggat")),
    Entry("pengguna", text.PAGE_PENGGUNA, text.SECTION_MANAGE, _may("kelola_pengguna")),
)
PAGE_NAMES = frozenset(entry.name for entry in ENTRIES)


def pages_for(person: Account) -> tuple[list[Entry], list[Entry]]:
    """The pages a person may open, and those they may not, each in their order."""
    written = list_written()
    theirs = [entry for entry in written if entry.rule(person)]
    return theirs, [entry for entry in written if entry not in theirs]


@cache
def list_written() -> tuple[Entry, ...]:
    """The pages whose script is there; asked once, since every run of every page asks."""
    return tuple(entry for entry in ENTRIES if entry.path.exists())
