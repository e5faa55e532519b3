"""Programmes summed by place and source. Missing stays missing: no programme is no zero.

No cache and no Streamlit here, so that a file's figure is the screen's figure.
"""

from dataclasses import dataclass

import pandas as pd

from data_access.reads.scope import CODE_LENGTH

APPROVED, WAITING, RETURNED = "disetujui", "menunggu", "dikembalikan"
SOURCES = ("apbdes", "swasta", "swadaya")
_SPENT = {"june_idr": "realisation_june_idr", "december_idr": "realisation_december_idr"}


@dataclass(frozen=True, slots=True)
class ProgramSums:
    """Programmes of a region: how many, rupiah, and how far the camat has reviewed them."""

    count: int
    amount_idr: int
    approved_count: int
    approved_idr: int
    waiting_count: int
    returned_count: int


def sum_programs(programs: pd.DataFrame) -> ProgramSums:
    """The sums of `data_access.reads.program_mitra.read_programs`."""
    approved = programs[programs["review"] == APPROVED]
    return ProgramSums(
        len(programs),
        int(programs["amount_idr"].sum()),
        len(approved),
        int(approved["amount_idr"].sum()),
        int((programs["review"] == WAITING).sum()),
        int((programs["review"] == RETURNED).sum()),
    )


def tabulate_places(programs: pd.DataFrame, children: pd.DataFrame) -> pd.DataFrame:
    """Programmes summed over the regions right below one.

    `children`: code, name, level. Columns: code, name, count, apbdes_idr, swasta_idr, swadaya_idr,
    amount_idr, approved_idr, june_idr, december_idr (Int64, NA where there is no programme, or
    none whose realisation is known), waiting, june_filled, december_filled (counts of
    programmes). A row a child, in its order; programmes of a desa that is no longer in force
    stand in a row of their own.
    """
    if children.empty:
        return pd.DataFrame(columns=["code", "name", *_COLUMNS])
    length = CODE_LENGTH.get(str(children["level"].iloc[0]), 13)
    rows = programs.assign(place=programs["wilayah_code"].str[:length])
    sums = _sum_by_place(rows)
    known = children[["code", "name"]]
    gone = rows[~rows["place"].isin(set(known["code"]))].drop_duplicates("place")
    others = pd.DataFrame({"code": gone["place"], "name": gone["desa_name"]})
    places = pd.concat([known, others], ignore_index=True)
    table = places.merge(sums, how="left", left_on="code", right_index=True)
    counts = ["count", "waiting", "june_filled", "december_filled"]
    return table.assign(**{name: table[name].fillna(0).astype("int64") for name in counts})


_COLUMNS = (
    *("count", "apbdes_idr", "swasta_idr", "swadaya_idr", "amount_idr", "approved_idr"),
    *("waiting", "june_idr", "december_idr", "june_filled", "december_filled"),
)


def _sum_by_place(rows: pd.DataFrame) -> pd.DataFrame:
    amount = rows["amount_idr"].astype("Int64")
    parts = {f"{each}_idr": amount.where(rows["source"] == each) for each in SOURCES}
    marked = rows.assign(
        **parts,
        count=1,
        approved_idr=amount.where(rows["review"] == APPROVED),
        waiting=(rows["review"] == WAITING).astype("int64"),
        **{name: rows[column] for name, column in _SPENT.items()},
        june_filled=rows["realisation_june_idr"].notna().astype("int64"),
        december_filled=rows["realisation_december_idr"].notna().astype("int64"),
    )
    # min_count keeps what nothing is known of missing instead of 0.
    return marked.groupby("place")[list(_COLUMNS)].sum(min_count=1).astype("Int64")


def find_above(programs: pd.DataFrame) -> list[str]:
    """Activities whose realisation is above their amount: to be looked at, not refused."""
    spent = programs[list(_SPENT.values())].max(axis=1)
    return list(programs.loc[(spent > programs["amount_idr"]).fillna(False), "activity"])


def find_falling(programs: pd.DataFrame) -> list[str]:
    """Activities that had spent less by December than by June."""
    fell = programs["realisation_december_idr"] < programs["realisation_june_idr"]
    return list(programs.loc[fell.fillna(False), "activity"])
