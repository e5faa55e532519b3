import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.budget_shares import divide_evenly, divide_over, rescale_amounts, share_of

RUPIAH = st.integers(0, 10**13)


def test_the_odd_rupiah_go_to_the_first_parts() -> None:
    assert divide_evenly(1_000_001, 2) == [500_001, 500_000]
    assert divide_evenly(2, 3) == [1, 1, 0]


@given(RUPIAH, st.integers(1, 400))
def test_equal_parts_add_up_and_differ_by_one_rupiah_at_most(total: int, parts: int) -> None:
    shares = divide_evenly(total, parts)
    assert sum(shares) == total
    assert max(shares) - min(shares) <= 1


def test_nothing_is_divided_among_nobody() -> None:
    for total, parts in ((100, 0), (-1, 2)):
        with pytest.raises(ValueError, match="cannot be divided"):
            divide_evenly(total, parts)


def test_several_services_and_places_are_marked_as_divided() -> None:
    shares = divide_over(100, ["I01", "I02"], ["99.01.01.2001", "99.01.01.2002", "99.01.01.2003"])
    assert [share.amount_idr for share in shares] == [17, 17, 17, 17, 16, 16]
    assert all(share.is_divided for share in shares)
    assert [(share.item_code, share.place_code) for share in shares[:3]] == [
        ("I01", "99.01.01.2001"),
        ("I01", "99.01.01.2002"),
        ("I01", "99.01.01.2003"),
    ]


def test_one_service_at_one_place_was_stated_and_not_divided() -> None:
    (share,) = divide_over(100, ["I01"], [])
    assert (share.item_code, share.place_code, share.amount_idr) == ("I01", None, 100)
    assert not share.is_divided


@pytest.mark.parametrize(
    ("basis", "value", "volume", "expected"),
    [
        ("seluruhnya", None, None, 2_400_000),
        ("persen", 60, None, 1_440_000),
        ("persen", 12.5, None, 300_000),
        ("persen", 100, None, 2_400_000),
        ("volume", 9, 24, 900_000),
        ("volume", 1, 7, 342_857),
        ("rupiah", 300_000, None, 300_000),
        ("rupiah", 0, None, 0),
    ],
)
def test_a_share_by_percent_volume_or_rupiah(
    basis: str, value: float | None, volume: float | None, expected: int
) -> None:
    assert share_of(2_400_000, basis, value, volume) == expected


def test_half_a_rupiah_is_rounded_up() -> None:
    assert share_of(25, "persen", 50) == 13
    assert share_of(1_000_000_000_001, "persen", 50) == 500_000_000_001


@pytest.mark.parametrize(
    ("basis", "value", "volume", "code"),
    [
        ("persen", 100.1, None, "melebihi_baris"),
        ("volume", 25, 24, "melebihi_baris"),
        ("rupiah", 2_400_001, None, "melebihi_baris"),
        ("persen", -1, None, "negatif"),
        ("persen", None, None, "nilai_kosong"),
        ("rupiah", float("nan"), None, "nilai_kosong"),
        ("volume", 2, None, "volume_tak_diketahui"),
        ("volume", 2, 0, "volume_tak_diketahui"),
        ("volume", 2, float("nan"), "volume_tak_diketahui"),
    ],
)
def test_a_share_that_cannot_be_says_why(
    basis: str, value: float | None, volume: float | None, code: str
) -> None:
    with pytest.raises(ValueError, match=code):
        share_of(2_400_000, basis, value, volume)


def test_a_line_below_nothing_has_no_share() -> None:
    with pytest.raises(ValueError, match="negatif"):
        share_of(-5, "seluruhnya")


def test_old_shares_on_a_changed_line_keep_their_proportion() -> None:
    assert rescale_amounts([1_440_000, 960_000], 2_400_000, 3_000_000) == [1_800_000, 1_200_000]
    assert rescale_amounts([1, 1, 1], 3, 2) == [1, 1, 0]
    assert rescale_amounts([500], 1_000, 0) == [0]


@given(st.lists(RUPIAH, min_size=1, max_size=8), RUPIAH, RUPIAH)
def test_rescaled_shares_never_exceed_the_line(amounts: list[int], rest: int, new: int) -> None:
    old = sum(amounts) + rest
    if old == 0:
        with pytest.raises(ValueError, match="share"):
            rescale_amounts(amounts, old, new)
        return
    shares = rescale_amounts(amounts, old, new)
    assert sum(shares) == sum(amounts) * new // old <= new
    for before, after in zip(amounts, shares, strict=True):
        assert abs(after - before * new / old) <= 1 + 1e-9 * new
