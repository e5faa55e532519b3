"""The demonstration's cycle of stages: last year done, this year under way, some of it late."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from data_access import reference
from data_access.demo.people import AGENCIES, KABUPATEN

LAST_YEAR, THIS_YEAR, NEXT_YEAR = 2025, 2026, 2027
RETURN_NOTE = "Dua desa belum diisi. Mohon dilengkapi."
BUDGET_NOTE = "Belanja yang berubah belum ditandai lagi. Mohon dilengkapi."
_ACTOR = "pembuat data demonstrasi"
# What the demonstration's own day (November) has behind it; the rest of the year is open.
_DONE = ("ansit", "penandaan-berjalan", "pra-musrenbang", "semester-1", "penandaan-depan")
_ONGOING = "penandaan-perubahan"
_HANDED_IN = datetime(2026, 9, 14, 2, 40, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class DemoPart:
    """One part of a stage as it stands; `at` is when it came there (UTC)."""

    wilayah_code: str
    year: int
    stage: str
    part: str
    state: str
    note: str | None
    actor: str
    at: datetime


def make_year(kecamatan_codes: Sequence[str]) -> list[DemoPart]:
    """Parts of the stages of the kabupaten and its kecamatan, of last year and this one."""
    deadlines = reference.read_table("tenggat").set_index("urut")["batas_bulan_hari"]
    made: list[DemoPart] = []
    for row in reference.read_table("tahapan").itertuples(index=False):
        codes = {"kecamatan": kecamatan_codes, "kabupaten": (KABUPATEN,)}.get(row.tingkat, ())
        due = str(deadlines.get(row.urut_tenggat, "02-15"))
        for place, code in enumerate(codes):
            for year, part, state in _states(row.kode, row.bagian, row.akhir, place):
                note = _find_note(row.tingkat, state)
                at = _moment(year, due, place) if year != NEXT_YEAR else _HANDED_IN
                made.append(DemoPart(code, year, row.kode, part, state, note, _ACTOR, at))
    return made


def _find_note(level: str, state: str) -> str | None:
    if state != "dikembalikan":
        return None
    return RETURN_NOTE if level == "kecamatan" else BUDGET_NOTE


def _states(stage: str, parts: str, final: str, place: int) -> Iterator[tuple[int, str, str]]:
    short = stage.split(".")[1]
    for part in _expand(parts):
        yield LAST_YEAR, part, final
        if short == "pengukuran":
            yield NEXT_YEAR, part, "diajukan"  # August's, for next year's analysis
        if short in _DONE or short in ("pengukuran", "target"):
            yield THIS_YEAR, part, final
        elif short == _ONGOING:
            state = _ongoing_state(stage, part, place)
            if state is not None:
                yield THIS_YEAR, part, state


def _expand(parts: str) -> list[str]:
    found: list[str] = []
    for part in parts.split("|"):
        named = [code for code in AGENCIES if code != "bappeda"] if part == "*" else [part]
        found += [each for each in named if each not in found]
    return found


def _ongoing_state(stage: str, part: str, place: int) -> str | None:
    """The first kecamatan has something for each of its people; a few others are behind."""
    if stage.startswith("kabupaten"):
        states = {"dinkes": "dikembalikan", "dppkb": "terverifikasi", "pupr": "diajukan"}
        return states.get(part)
    if place == 0:
        return {"setcam": "terverifikasi", "puskesmas": "diajukan", "plkb": "dikembalikan"}[part]
    if place == 7:
        return None
    return {4: "draf", 9: "terverifikasi"}.get(place, "disetujui")


def _moment(year: int, due: str, place: int) -> datetime:
    """A few days before the deadline; every fifth place is late by some days."""
    month, day = (int(each) for each in due.split("-"))
    days = -3 - place if place % 5 != 4 else 2 + place % 7
    return datetime(year, month, day, 3, 15, tzinfo=UTC) + timedelta(days=days)
