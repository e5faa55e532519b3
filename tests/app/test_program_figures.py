"""Sums of programmes by place and source: no programme is no zero."""

import pandas as pd

from app.program_figures import find_above, find_falling, sum_programs, tabulate_places

COLUMNS = ["wilayah_code", "desa_name", "source", "activity", "amount_idr", "review"]
SPENT = ["realisation_june_idr", "realisation_december_idr"]
CHILDREN = pd.DataFrame(
    {
        "code": ["63.11.01.2001", "63.11.01.2002", "63.11.01.1003"],
        "name": ["Satu", "Dua", "Tiga"],
        "level": "desa",
    }
)


def programs(*rows: tuple[object, ...]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=[*COLUMNS, *SPENT])
    return frame.astype(dict.fromkeys(SPENT, "Int64") | {"amount_idr": "int64"})


ROWS = programs(
    ("63.11.01.2001", "Satu", "apbdes", "PMT", 100, "disetujui", 40, 90),
    ("63.11.01.2001", "Satu", "swasta", "Jamban", 50, "menunggu", None, None),
    ("63.11.01.2002", "Dua", "apbdes", "Posyandu", 30, "dikembalikan", 35, 20),
    ("63.11.01.2009", "Lama", "swadaya", "Arisan", 5, "disetujui", None, None),
)


def test_sources_stand_apart_and_a_desa_without_programmes_has_none() -> None:
    table = tabulate_places(ROWS, CHILDREN).set_index("code")
    first = table.loc["63.11.01.2001"]
    assert (first["apbdes_idr"], first["swasta_idr"], first["amount_idr"]) == (100, 50, 150)
    assert (first["approved_idr"], first["waiting"], first["june_idr"]) == (100, 1, 40)
    assert pd.isna(first["swadaya_idr"])
    nothing = table.loc["63.11.01.1003"]
    assert nothing["count"] == 0
    assert nothing[["amount_idr", "approved_idr", "june_idr"]].isna().all()


def test_money_of_a_desa_no_longer_in_force_is_still_counted() -> None:
    table = tabulate_places(ROWS, CHILDREN)
    assert list(table["name"]) == ["Satu", "Dua", "Tiga", "Lama"]
    assert table["amount_idr"].sum() == sum_programs(ROWS).amount_idr == 185


def test_a_kabupaten_sums_by_kecamatan() -> None:
    children = pd.DataFrame({"code": ["63.11.01"], "name": ["Juai"], "level": ["kecamatan"]})
    (row,) = tabulate_places(ROWS, children).itertuples(index=False)
    assert (row.count, row.amount_idr, row.december_idr) == (4, 185, 110)


def test_no_programme_at_all_gives_missing_sums() -> None:
    table = tabulate_places(programs(), CHILDREN)
    assert table["amount_idr"].isna().all()
    assert (table["count"] == 0).all()
    assert sum_programs(programs()).count == 0


def test_doubtful_realisations_are_named() -> None:
    assert find_above(ROWS) == ["Posyandu"]
    assert find_falling(ROWS) == ["Posyandu"]
