"""The demonstration's meetings of the year: what kecamatan proposed and what became of it."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

import pandas as pd

from data_access import reference
from data_access.demo.people import KABUPATEN
from data_access.demo.year import THIS_YEAR

EXECUTION_YEAR = THIS_YEAR + 1
_PROPOSALS, _ANSWERS = 6, 4
_MOST_POSTPONED = "Menunggu kepastian dana tahun berikutnya."
_REJECTED = "Sudah dibiayai kegiatan lain di desa yang sama."
_PLACES = ("Aula kantor kecamatan", "Balai pertemuan kecamatan", "Pendopo kecamatan")
Need = tuple[str, str]
"""A desa and a service that few there get."""
_ELEMENTS = (
    ("Perwakilan perangkat daerah kabupaten", "Perencana Dinas Kesehatan"),
    ("Kepala desa/lurah", "Ketua paguyuban kepala desa"),
    ("Kepala puskesmas", "Kepala puskesmas"),
    ("Penyuluh KB", "Koordinator penyuluh KB"),
    ("TP-PKK kecamatan", "Ketua TP-PKK kecamatan"),
    ("Pendamping program", "Pendamping desa"),
)
# What comes of a kecamatan's agreed proposal in the kabupaten and in July's plan.
_FATES = ("terakomodir", "terakomodir", "sebagian", "tidak", None)
_FATE_REASONS = {
    "sebagian": "Volume dikurangi sesuai pagu perangkat daerah.",
    "tidak": "Pagu perangkat daerah tidak mencukupi.",
}


@dataclass(frozen=True, slots=True)
class DemoProposal:
    """One proposal with the problem that it answers; `fate` is told where the kabupaten agreed."""

    values: Mapping[str, Any]
    places: tuple[str, ...]
    problem: Mapping[str, Any]
    raised: str | None
    fate: str | None
    fate_reason: str | None


@dataclass(frozen=True, slots=True)
class DemoMeeting:
    """One meeting: its head as stored, who came, what was proposed and promised."""

    head: Mapping[str, Any]
    participants: Sequence[Mapping[str, Any]]
    priorities: Sequence[str]
    proposals: Sequence[DemoProposal] = ()
    commitments: Sequence[Mapping[str, Any]] = field(default_factory=list)


def make_meetings(
    desa_codes: Sequence[str], seed: int, needs: Sequence[Need] = ()
) -> list[DemoMeeting]:
    """A pra-musrenbang of each kecamatan of the kabupaten, then the kabupaten's own.

    `needs`: desa and service, the most wanting first; most proposals answer one of them.
    """
    codes = sorted(code for code in desa_codes if code.startswith(f"{KABUPATEN}."))
    kecamatan = sorted({code[:8] for code in codes})
    inside = {each: [code for code in codes if code[:8] == each] for each in kecamatan}
    meetings = []
    for place, code in enumerate(kecamatan):
        chance = random.Random(f"{seed}-rapat-{code}")  # noqa: S311
        own = [need for need in needs if need[0].startswith(f"{code}.")]
        meetings.append(_make_kecamatan(code, inside[code], own, place, chance))
    return [*meetings, _make_kabupaten()]


def rank_needs(services: pd.DataFrame, measurements: pd.DataFrame) -> list[Need]:
    """Desa and services where prevalence is above the middle, the least served first.

    `services`: of `make_services`. `measurements`: counts a desa and period.
    """
    last = measurements[measurements["period"] == f"{THIS_YEAR - 1}-08"].set_index("unit_code")
    prevalence = last["stunting_jiwa"] / last["diukur_jiwa"]
    high = set(prevalence.index[prevalence > prevalence.median()])
    rows = services[services["period"] == str(THIS_YEAR)]
    counts = rows.set_index(["unit_code", "item_code"])["value"].unstack()
    parts = reference.read_table("indikator").set_index("kode")["penyebut_sasaran"]
    ranked = []
    for item in _read_ideas()["item_code"]:
        if parts[item] in counts.columns:
            share = counts[item] / counts[parts[item]].where(counts[parts[item]] > 0)
            ranked += [(value, code, item) for code, value in share.dropna().items()]
    return [(code, item) for _, code, item in sorted(ranked) if code in high]


@cache
def _read_ideas() -> pd.DataFrame:
    path = resources.files(__package__).joinpath("rapat_usulan.csv")
    with path.open(encoding="utf-8") as handle:
        return pd.read_csv(handle, dtype=str, keep_default_na=False)


def _make_kecamatan(
    code: str, desa: Sequence[str], needs: Sequence[Need], place: int, chance: random.Random
) -> DemoMeeting:
    ideas = _read_ideas().set_index("item_code", drop=False)
    answered = list(dict.fromkeys(item for _, item in needs))[:_ANSWERS]
    others = [item for item in ideas.index if item not in answered]
    chosen = [*answered, *chance.sample(others, _PROPOSALS - len(answered))]
    proposals = []
    for number, item in enumerate(chosen, start=1):
        wanting = [where for where, which in needs if which == item][:3]
        proposals.append(_make_proposal(ideas.loc[item], wanting or desa, number, chance))
    head = {
        "wilayah_code": code,
        "kind": "pra-musrenbang",
        "held_on": date(THIS_YEAR, 2, 9 + place % 12),
        "place": _PLACES[place % len(_PLACES)],
        "chair_name": None,
        "chair_office": "Camat",
        "participant_count": 24 + chance.randrange(20),
    }
    return DemoMeeting(head, _list_participants(), chosen[:3], proposals, _promise_kecamatan(place))


def _make_proposal(
    idea: pd.Series, desa: Sequence[str], number: int, chance: random.Random
) -> DemoProposal:
    volume = chance.randint(int(idea["volume_from"]), int(idea["volume_to"]))
    decision = chance.choices(("disepakati", "ditunda", "ditolak"), (8, 2, 1))[0]
    reason = {"ditunda": _MOST_POSTPONED, "ditolak": _REJECTED}.get(decision)
    places = tuple(sorted(chance.sample(list(desa), min(len(desa), chance.randint(1, 3)))))
    values = {
        "activity": idea["activity"],
        "item_code": idea["item_code"],
        "cause": idea["cause"],
        "agency": idea["agency"],
        "volume": float(volume),
        "unit": idea["unit"],
        "amount_idr": volume * int(idea["price_idr"]),
        "fund": idea["fund"],
        "execution_year": EXECUTION_YEAR,
        "bidang": idea["bidang"],
        "priority": number,
        "decision": decision,
        "decision_reason": reason,
    }
    raised = None
    fate = None
    if decision == "disepakati":
        raised = chance.choices(("disepakati", "ditunda"), (5, 1))[0]
        fate = chance.choice(_FATES) if raised == "disepakati" else None
    problem = {
        "item_code": idea["item_code"],
        "place_code": places[0],
        "aspect": idea["aspect"],
        "factor": idea["factor"] or None,
        "problem": idea["problem"],
        "cause": idea["cause"],
        "recommendation": None,
        "proposal": idea["activity"],
    }
    return DemoProposal(values, places, problem, raised, fate, _FATE_REASONS.get(fate or ""))


def _list_participants() -> list[dict[str, Any]]:
    return [
        {"element": element, "name": None, "office": office, "is_present": place != 5}
        for place, (element, office) in enumerate(_ELEMENTS)
    ]


def _promise_kecamatan(place: int) -> list[dict[str, Any]]:
    states = ("selesai", "berjalan", "belum")
    return [
        {
            "party": "camat",
            "office": "Camat",
            "statement": "Menggerakkan semua desa menimbang balita setiap bulan.",
            "due_on": date(THIS_YEAR, 12, 15),
            "state": states[place % 3],
            "evidence": "Laporan bulanan posyandu" if place % 3 == 0 else None,
        },
        {
            "party": "kepala_desa",
            "office": "Paguyuban kepala desa",
            "statement": "Menganggarkan makanan tambahan penyuluhan dalam APBDes.",
            "due_on": date(THIS_YEAR, 6, 30),
            "state": states[(place + 1) % 3],
            "evidence": None,
        },
    ]


def _make_kabupaten() -> DemoMeeting:
    head = {
        "wilayah_code": KABUPATEN,
        "kind": "pra-musrenbang",
        "held_on": date(THIS_YEAR, 3, 12),
        "place": "Aula Bappeda",
        "chair_name": None,
        "chair_office": "Bupati",
        "participant_count": 96,
    }
    promises = (
        ("kepala_daerah", "Bupati", "Memastikan belanja langsung ke sasaran paling sedikit "
         "separuh belanja bertanda.", date(THIS_YEAR, 10, 31), "berjalan"),
        ("dprd", "Ketua DPRD", "Mengawal anggaran pencegahan stunting dalam pembahasan APBD.",
         date(THIS_YEAR, 11, 30), "belum"),
        ("opd", "Kepala Dinas Kesehatan", "Melengkapi antropometri kit di seluruh posyandu.",
         date(THIS_YEAR, 9, 30), "berjalan"),
        ("opd", "Kepala Dinas Pekerjaan Umum", "Mendahulukan desa lokus bagi air minum dan "
         "sanitasi.", date(THIS_YEAR, 12, 20), "belum"),
    )  # fmt: skip
    names = ("party", "office", "statement", "due_on", "state")
    commitments = [dict(zip(names, each, strict=True)) | {"evidence": None} for each in promises]
    return DemoMeeting(head, _list_participants(), ["I11", "I26", "I27"], (), commitments)
