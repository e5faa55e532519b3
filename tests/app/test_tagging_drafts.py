"""What the form's choice makes of lines: divided equally, within the line, in old proportion."""

from app.actions.penandaan import TagDraft
from app.tagging_drafts import Choice, Line, plan_status, plan_tags, rebase_lines
from app.tagging_reuse import Before, plan_reuse

MOTHERS = "Ibu hamil, ibu menyusui dan ibu nifas"
DESA = ("63.11.01.2001", "63.11.01.2002", "63.11.02.2001")


def line(total: int = 10, number: int = 1, **more: object) -> Line:
    usual: dict[str, object] = {"volume": None, "items": (), "kind": "sasaran", "tags": ()}
    return Line(number, 1, "belum", total, **(usual | more))  # type: ignore[arg-type]


def choice(**more: object) -> Choice:
    usual: dict[str, object] = {
        "items": ("I01",),
        "target_group": None,
        "places": (),
        "kind": None,
        "basis": "seluruhnya",
        "value": None,
        "adds": False,
    }
    return Choice(**(usual | more))  # type: ignore[arg-type]


def drafts(one: Line, what: Choice) -> tuple[TagDraft, ...]:
    (planned,) = plan_tags([one], what).lines
    return planned.tags


def test_a_whole_line_for_one_service_follows_the_services_group_and_the_accounts_kind() -> None:
    (tag,) = drafts(line(kind="administrasi"), choice())
    assert tag == TagDraft("I01", MOTHERS, None, "administrasi", 10)


def test_a_kind_chosen_by_hand_goes_before_the_accounts() -> None:
    assert drafts(line(kind="administrasi"), choice(kind="layanan"))[0].kind == "layanan"
    assert plan_tags([line(kind="")], choice()).faults == {1: "jenis_kosong"}


def test_several_desa_share_to_the_rupiah_and_say_that_they_were_divided() -> None:
    tags = drafts(line(10_000_000), choice(places=DESA))
    assert [tag.amount_idr for tag in tags] == [3_333_334, 3_333_333, 3_333_333]
    assert all(tag.is_divided for tag in tags)
    assert len(drafts(line(10), choice(places=DESA, items=("I01", "I02")))) == 6


def test_a_volume_and_a_percentage_are_parts_of_each_line() -> None:
    (tag,) = drafts(line(1_000, volume=200.0), choice(basis="volume", value=50.0))
    assert (tag.amount_idr, tag.basis, tag.basis_value) == (250, "volume", 50.0)
    plan = plan_tags([line(1_000), line(3_000, number=2)], choice(basis="persen", value=12.5))
    assert [each.tags[0].amount_idr for each in plan.lines] == [125, 375]
    assert plan_tags([line(5)], choice(basis="volume", value=1.0)).faults == {
        1: "volume_tak_diketahui"
    }


def test_no_share_goes_beyond_the_line_and_the_line_is_named() -> None:
    plan = plan_tags([line(100), line(50, number=2)], choice(basis="rupiah", value=60.0))
    assert plan.faults == {2: "melebihi_baris"}


def test_beside_other_tags_only_what_is_left_can_be_tagged() -> None:
    there = (TagDraft("I02", MOTHERS, None, "sasaran", 51, "persen", 50.0),)
    half = choice(basis="persen", value=50.0, adds=True)
    tags = drafts(line(101, tags=there), half)
    assert [tag.amount_idr for tag in tags] == [51, 50]
    assert plan_tags([line(101, tags=there)], choice(adds=True)).faults == {1: "melebihi_sisa"}
    assert [tag.amount_idr for tag in drafts(line(101, tags=there), choice())] == [101]


def test_proposals_are_taken_line_by_line_and_lines_without_stay_as_they_are() -> None:
    plan = plan_tags(
        [line(number=1, items=("I01",)), line(number=2, items=("I02", "I04")), line(number=3)],
        choice(items=None),
    )
    assert [[tag.item_code for tag in each.tags] for each in plan.lines] == [
        ["I01"],
        ["I02", "I04"],
    ]
    assert plan.left_out == (3,)


def test_a_choice_that_says_nothing_tags_nothing() -> None:
    assert plan_tags([line()], choice(items=())).lines == ()
    assert len(plan_tags([line()], choice(items=(), kind="administrasi")).lines) == 1


def test_old_tags_keep_their_proportion_of_a_changed_line() -> None:
    old = Before(
        10_000,
        100.0,
        (
            TagDraft("I01", MOTHERS, DESA[0], "sasaran", 2_500, "persen", 25.0),
            TagDraft("I02", MOTHERS, DESA[1], "sasaran", 3_000, "volume", 30.0),
            TagDraft("I04", MOTHERS, None, "layanan", 1_000, "rupiah", 1_000.0),
        ),
    )
    (planned,) = plan_reuse([line(12_000, volume=120.0)], {1: old}).lines
    assert [(t.amount_idr, t.basis, t.basis_value) for t in planned.tags] == [
        (3_000, "persen", 25.0),
        (3_600, "volume", 36.0),
        (1_200, "rupiah", 1_200.0),
    ]


def test_old_tags_of_a_line_without_money_cannot_be_kept_in_proportion() -> None:
    old = Before(0, None, (TagDraft("I01", MOTHERS, None, "sasaran", 0),))
    plan = plan_reuse([line(5), line(5, number=2)], {1: old})
    assert (plan.faults, plan.left_out) == ({1: "tak_sebanding"}, (2,))


def test_a_wish_goes_onto_the_version_that_stands_there_now() -> None:
    plan = plan_status([line(), line(number=2)], "bukan")
    assert [each.base_version for each in rebase_lines(plan.lines, {2: 7})] == [1, 7]
    assert {(each.status, each.tags) for each in plan.lines} == {("bukan", ())}
