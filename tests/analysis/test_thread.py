"""The line from a problem place to what came of it, worked out by hand, and where it breaks."""

import pandas as pd
import pytest

from analysis.thread import BREAKS, build_chains, count_breaks, list_unconnected
from analysis.thread_fate import last_decision, name_fate, share_realised

KECAMATAN = "63.11.01"
DESA, OTHER, THIRD = (f"{KECAMATAN}.200{number}" for number in (1, 2, 3))
ELSEWHERE = "63.11.02.2001"


def frame(columns: str, *rows: tuple[object, ...]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=columns.split(), dtype=object)


def needs(*rows: tuple[str, str | None]) -> pd.DataFrame:
    return frame("region_code item_code", *rows).assign(tipe="tipe 1")


def proposal(
    number: int,
    *places: str,
    items: tuple[str | None, ...] = ("I01",),
    masalah: int | None = None,
    cause: str | None = "Jauh dari posyandu",
    decision: str = "disepakati",
    fate: str | None = None,
) -> tuple[object, ...]:
    return (number, places, items, masalah, cause, decision, fate)


def build(
    need: pd.DataFrame,
    *proposals: tuple[object, ...],
    causes: tuple[tuple[object, ...], ...] = (),
    decisions: tuple[tuple[object, ...], ...] = (),
    promises: tuple[tuple[object, ...], ...] = (),
    money: tuple[tuple[object, ...], ...] = (),
    since: tuple[tuple[object, ...], ...] = (),
) -> pd.DataFrame:
    return build_chains(
        need,
        frame("masalah_id place_code item_code cause", *causes),
        frame("usulan_id places items masalah_id cause decision fate", *proposals),
        frame("usulan_id decision", *decisions),
        frame("usulan_id state", *promises),
        frame("usulan_id amount_idr realised_idr", *money),
        frame("region_code item_code kenaikan_poin", *since).astype({"kenaikan_poin": float}),
    )


def only(chains: pd.DataFrame) -> dict[str, object]:
    (row,) = chains.to_dict("records")
    return row


ONE = needs((DESA, "I01"))
PROMISED = ((1, "berjalan"),)
FUNDED = ((1, 10_000_000, None),)
SPENT = ((1, 10_000_000, 4_000_000),)
RISEN = ((DESA, "I01", 12.5),)


@pytest.mark.parametrize(
    ("expected", "chains"),
    [
        ("tanpa_penyebab", build(ONE)),
        ("tanpa_penyebab", build(ONE, proposal(1, DESA, cause=" "))),
        ("tanpa_usulan", build(ONE, causes=((7, DESA, "I01", "Tidak tahu jadwal"),))),
        ("belum_diputuskan", build(ONE, proposal(1, DESA, decision="belum"))),
        ("ditunda_ditolak", build(ONE, proposal(1, DESA, decision="ditunda"), money=SPENT)),
        ("ditunda_ditolak", build(ONE, proposal(1, DESA), decisions=((1, "ditolak"),))),
        ("tanpa_anggaran", build(ONE, proposal(1, DESA), promises=PROMISED)),
        ("tanpa_anggaran", build(ONE, proposal(1, DESA, fate="tidak"), money=FUNDED)),
        ("tanpa_komitmen", build(ONE, proposal(1, DESA), money=SPENT)),
        ("tanpa_komitmen", build(ONE, proposal(1, DESA), money=SPENT, promises=((1, "batal"),))),
        ("belum_terealisasi", build(ONE, proposal(1, DESA), money=FUNDED, promises=PROMISED)),
        (
            "belum_terealisasi",
            build(ONE, proposal(1, DESA), money=((1, 10, 0),), promises=PROMISED),
        ),
        ("cakupan_belum_naik", build(ONE, proposal(1, DESA), money=SPENT, promises=PROMISED)),
        (
            "cakupan_belum_naik",
            build(
                ONE,
                proposal(1, DESA),
                money=SPENT,
                promises=PROMISED,
                since=((DESA, "I01", 0.0),),
            ),
        ),
        ("utuh", build(ONE, proposal(1, DESA), money=SPENT, promises=PROMISED, since=RISEN)),
    ],
)
def test_a_chain_breaks_at_the_first_link_that_is_missing(
    expected: str, chains: pd.DataFrame
) -> None:
    assert only(chains)["putus_di"] == expected


def test_a_problem_place_without_anything_is_a_row_as_well() -> None:
    row = only(build(needs((DESA, None))))
    assert row["putus_di"] == "tanpa_penyebab"
    assert pd.isna(row["usulan_id"])
    assert (row["jangkauan"], row["baris"], row["komitmen"]) == ("", 0, 0)
    assert pd.isna(row["anggaran_idr"])
    assert pd.isna(row["kenaikan_poin"])


def test_eight_rows_by_hand() -> None:
    chains = build(
        needs((DESA, "I01"), (DESA, "I02"), (OTHER, "I01"), (THIRD, None), (ELSEWHERE, "I01")),
        proposal(1, KECAMATAN),
        proposal(2, DESA, OTHER, cause=None, masalah=9),
        proposal(3, DESA, items=("I02", "I03"), cause=None),
        proposal(4, THIRD, items=(None,)),
        proposal(5, ELSEWHERE, items=("I05",)),
        causes=(
            (8, KECAMATAN, "I02", "Petugas kurang"),
            (9, OTHER, "I01", "Stok kosong"),
            (10, DESA, None, "Umum"),
        ),
        money=((1, 5_000_000, None), (1, 7_000_000, 2_000_000)),
    )
    found = chains[["region_code", "item_code", "usulan_id", "jangkauan", "putus_di"]]
    assert found.astype(object).where(found.notna(), None).to_numpy().tolist() == [
        [DESA, "I01", 1, "sekecamatan", "tanpa_komitmen"],
        [DESA, "I01", 2, "tempat_itu", "tanpa_anggaran"],
        [DESA, "I02", 3, "tempat_itu", "tanpa_anggaran"],
        [OTHER, "I01", 1, "sekecamatan", "tanpa_komitmen"],
        [OTHER, "I01", 2, "tempat_itu", "tanpa_anggaran"],
        [THIRD, None, 4, "tempat_itu", "tanpa_anggaran"],
        [ELSEWHERE, "I01", None, "", "tanpa_penyebab"],
    ]
    assert chains["penyebab"].tolist()[:5] == [
        ("Jauh dari posyandu",),
        ("Stok kosong",),
        ("Petugas kurang",),
        ("Stok kosong", "Jauh dari posyandu"),
        ("Stok kosong",),
    ]
    assert (chains["baris"][0], chains["anggaran_idr"][0]) == (2, 12_000_000)
    assert chains["realisasi_idr"][0] == 2_000_000
    proposals = frame("usulan_id", (1,), (2,), (3,), (4,), (5,))
    assert list_unconnected(proposals, chains) == (5,)
    counts = count_breaks(chains)
    assert tuple(counts) == BREAKS
    assert counts["tanpa_anggaran"] == 4
    assert sum(counts.values()) == 7


def test_seen_from_the_kecamatan_a_proposal_for_one_desa_reaches_a_part_of_it() -> None:
    row = only(build(needs((KECAMATAN, "I01")), proposal(1, DESA, OTHER)))
    assert (row["usulan_id"], row["jangkauan"]) == (1, "sebagian")
    both = only(build(needs((DESA, "I01")), proposal(1, DESA, KECAMATAN)))
    assert both["jangkauan"] == "tempat_itu"


def test_a_code_that_only_begins_alike_is_another_place() -> None:
    row = only(build(needs((f"{KECAMATAN}.2001", "I01")), proposal(1, f"{KECAMATAN}.20011")))
    assert row["putus_di"] == "tanpa_penyebab"


def test_the_last_meeting_that_decided_counts() -> None:
    agreed = build(ONE, proposal(1, DESA), decisions=((1, "disepakati"), (1, "belum")))
    assert only(agreed)["keputusan_atas"] == "disepakati"
    assert only(agreed)["putus_di"] == "tanpa_anggaran"
    assert last_decision(["disepakati", "ditolak", "belum"]) == "ditolak"
    assert last_decision(["belum"]) is None


@pytest.mark.parametrize(
    ("decision", "higher", "fate", "expected"),
    [
        ("belum", None, None, "belum_diputuskan"),
        ("disepakati", None, None, "belum_dicocokkan"),
        ("disepakati", "disepakati", None, "belum_dicocokkan"),
        ("disepakati", "ditolak", None, "tidak_dilanjutkan"),
        ("ditunda", None, None, "tidak_dilanjutkan"),
        ("disepakati", "disepakati", "sebagian", "sebagian"),
    ],
)
def test_the_fate_of_a_proposal(
    decision: str, higher: str | None, fate: str | None, expected: str
) -> None:
    assert name_fate(decision, higher, fate) == expected


def test_realisation_falls_to_a_proposal_in_proportion_and_unknown_is_not_nothing() -> None:
    assert share_realised(None, 10, None) is None
    assert share_realised(None, 10, 7) == 7
    assert share_realised(4_000_000, 10_000_000, 5_000_000) == 2_000_000
    assert share_realised(1, 3, 2) == 1  # 0.67 rupiah
    assert share_realised(20, 10, 5) == 5  # the line became smaller than the part
