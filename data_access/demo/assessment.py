"""What the demonstration's years left as evidence: papers, regulations, publications, results.

Last year is told in full; of this year only what its own day (November) has behind it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from data_access.demo.people import KABUPATEN
from data_access.demo.year import LAST_YEAR, THIS_YEAR

# Which kecamatan (by place) kept no papers, wrote no regulation, told nobody.
_NO_PAPERS, _NO_REGULATION, _NO_PUBLICATION = frozenset({7}), frozenset({4, 9}), frozenset({9})
_PAPERS = ("ansit", "penandaan-berjalan", "pra-musrenbang", "semester-1", "penandaan-depan")
_CLOSING = ("penandaan-perubahan", "semester-2", "penilaian")
_FILE_NAMES = {
    "ansit": "dokumen-analisis-situasi",
    "penandaan-berjalan": "dokumen-penandaan-apbd",
    "pra-musrenbang": "berita-acara-pra-musrenbang",
    "semester-1": "dokumen-capaian-semester-1",
    "penandaan-depan": "dokumen-penandaan-tahun-depan",
    "penandaan-perubahan": "dokumen-penandaan-perubahan",
    "semester-2": "dokumen-capaian-semester-2",
    "penilaian": "dokumen-hasil-penilaian",
}
_OFFICIAL_SOURCE = "Surat Ditjen Bina Pembangunan Daerah (contoh) tentang hasil penilaian 2025"


@dataclass(frozen=True, slots=True)
class DemoPaper:
    """One attached document of a stage's part."""

    wilayah_code: str
    year: int
    stage: str
    part: str
    file_name: str


@dataclass(frozen=True, slots=True)
class DemoSupport:
    """One regulation or publication as stored, and its file's name (None: a link)."""

    kind: str
    values: Mapping[str, Any]
    file_name: str | None


@dataclass(frozen=True, slots=True)
class DemoAssessment:
    """All of it: rows as stored, without versions and actors."""

    papers: Sequence[DemoPaper]
    support: Sequence[DemoSupport]
    official: Sequence[Mapping[str, Any]]
    clarifications: Sequence[Mapping[str, Any]]


def make_assessment(kecamatan_codes: Sequence[str]) -> DemoAssessment:
    """Evidence of the kabupaten and its kecamatan, of last year and this one."""
    codes = sorted(code for code in kecamatan_codes if code.startswith(f"{KABUPATEN}."))
    return DemoAssessment(
        list(_make_papers(codes)),
        list(_make_support(codes)),
        list(_make_official(codes)),
        list(_make_clarifications(codes)),
    )


def _make_papers(codes: Sequence[str]) -> Iterator[DemoPaper]:
    for place, code in enumerate(codes):
        if place in _NO_PAPERS:
            continue
        # Every third kecamatan left the tagging's papers out; no one has this year's closing yet.
        kept = [each for each in _PAPERS if place % 3 != 2 or not each.startswith("penandaan")]
        for year, stages in ((LAST_YEAR, [*kept, *_CLOSING]), (THIS_YEAR, kept)):
            for short in stages:
                yield _paper(code, year, f"kecamatan.{short}", "setcam", short)
    for short in ("ansit", "pra-musrenbang", "penilaian"):
        yield _paper(KABUPATEN, LAST_YEAR, f"kabupaten.{short}", "bappeda", short)
    yield _paper(KABUPATEN, THIS_YEAR, "kabupaten.ansit", "bappeda", "ansit")


def _paper(code: str, year: int, stage: str, part: str, short: str) -> DemoPaper:
    return DemoPaper(code, year, stage, part, f"{_FILE_NAMES[short]}-{year}.pdf")


def _make_support(codes: Sequence[str]) -> Iterator[DemoSupport]:
    for year in (LAST_YEAR, THIS_YEAR):
        yield _regulation(KABUPATEN, year, "perkada", f"{12 + year % 2}/{year}", "semua")
        yield _publication(KABUPATEN, year, "laporan_web", "ansit")
        for place, code in enumerate(codes):
            # This year half of the kecamatan have entered theirs so far.
            if year == THIS_YEAR and place % 2:
                continue
            if place not in _NO_REGULATION:
                yield _regulation(code, year, "keputusan", f"{140 + place}/{year}", "semua")
            if place not in _NO_PUBLICATION:
                yield _publication(code, year, "media_sosial", "pra-musrenbang")


def _regulation(code: str, year: int, kind: str, number: str, stage: str) -> DemoSupport:
    values = {
        "wilayah_code": code,
        "year": year,
        "kind": kind,
        "number": number,
        "dated_on": date(year, 2, 10),
        "subject": "Percepatan penurunan stunting dan tim pelaksana aksi konvergensi",
        "stage": stage,
    }
    return DemoSupport("regulasi", values, f"{kind}-{number.replace('/', '-')}.pdf")


def _publication(code: str, year: int, kind: str, stage: str) -> DemoSupport:
    values = {
        "wilayah_code": code,
        "year": year,
        "kind": kind,
        "title": f"Hasil aksi konvergensi stunting {year}",
        "published_on": date(year, 3, 20),
        "link": f"https://contoh.example/stunting/{code}/{year}",
        "stage": stage,
    }
    return DemoSupport("publikasi", values, None)


def _make_official(codes: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    for code, class_name, score in (
        (KABUPATEN, "berkembang", 74.2),
        (codes[0], "berdaya", 83.5),
        (codes[1], "berkembang", 71.0),
    ):
        yield {
            "wilayah_code": code,
            "year": LAST_YEAR,
            "kind": "resmi",
            "class_name": class_name,
            "score": score,
            "source": _OFFICIAL_SOURCE,
            "dated_on": date(THIS_YEAR, 2, 2),
        }


def _make_clarifications(codes: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    yield {
        "wilayah_code": codes[0],
        "year": LAST_YEAR,
        "component": "pelaksanaan",
        "asked_by": "Kepala puskesmas",
        "statement": "Capaian semester II dua desa baru masuk setelah batas waktu.",
        "answer": "Angkanya sudah diperbaiki pada saat rapat dan diverifikasi kembali.",
    }
    yield {
        "wilayah_code": KABUPATEN,
        "year": LAST_YEAR,
        "component": "regulasi",
        "asked_by": "Bagian hukum sekretariat daerah",
        "statement": "Peraturan bupati tentang percepatan penurunan stunting sudah diundangkan.",
        "answer": None,
    }
