"""The flow of money and the kinds of spending as pictures: nothing is lost on the way."""

import pandas as pd

from analysis.budget import KINDS
from app.charts.budget_flow import arrange_flow, draw_flow
from app.charts.budget_kinds import KIND_COLORS, draw_kinds


def flow_of(rows: list[tuple[str, str, str, int]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["fund", "skpd_name", "target_group", "tagged_idr"])


def test_every_rupiah_that_leaves_a_source_arrives_at_a_target_group() -> None:
    sums = flow_of(
        [("DAU", f"Dinas {n}", "Remaja Putri", 1_000_000 * (n + 1)) for n in range(30)]
        + [("DAK", "Dinas 3", "tanpa kelompok sasaran", 5)]
    )
    flow = arrange_flow(sums)
    first = [at for at, layer in enumerate(flow.layers) if layer == 0]
    last = [at for at, layer in enumerate(flow.layers) if layer == 2]
    whole = sums["tagged_idr"].sum()
    assert flow.links.loc[flow.links["source"].isin(first), "idr"].sum() == whole
    assert flow.links.loc[flow.links["target"].isin(last), "idr"].sum() == whole


def test_the_smallest_agencies_become_one_that_says_how_many_it_is() -> None:
    sums = flow_of([("DAU", f"Dinas {n}", "Remaja Putri", 100 - n) for n in range(30)])
    flow = arrange_flow(sums)
    agencies = [name for name, layer in zip(flow.labels, flow.layers, strict=True) if layer == 1]
    assert len(agencies) == 8
    assert "lainnya (23)" in agencies


def test_names_from_files_are_plain_text_in_the_picture() -> None:
    figure = draw_flow(arrange_flow(flow_of([("<b>x</b>", "Dinas", "Remaja Putri", 2_500_000)])))
    label = figure.data[0].node.label[0]
    assert "<b>" not in label
    assert label.endswith("Rp2,5 jt")


def test_each_kind_of_spending_has_its_share_in_words() -> None:
    sums = pd.DataFrame(
        {
            "skpd_name": ["Dinas Kesehatan"],
            "tagged_idr": [200],
            "sasaran_idr": [100],
            "layanan_idr": [0],
            "bimbingan_idr": [50],
            "administrasi_idr": [50],
        }
    )
    figure = draw_kinds(sums)
    assert [bar.x[0] for bar in figure.data] == [50, 0, 25, 25]
    assert [bar.text[0] for bar in figure.data] == ["50 %", "", "25 %", "25 %"]
    assert set(KIND_COLORS) == set(KINDS)
