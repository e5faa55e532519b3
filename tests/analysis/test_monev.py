"""The assessment by hand: every number of one kecamatan stands in the comments."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from analysis.completeness import Fill
from analysis.monev import (
    COMPONENTS,
    Assessment,
    Rubric,
    assess_region,
    classify_total,
    find_rubric_fault,
)
from analysis.monev_effect import compare_rubrics, compare_years
from analysis.monev_evidence import (
    STAGES,
    ComponentPlan,
    CoverageChange,
    Minimums,
    PrevalenceChange,
    RegionFacts,
    StageFacts,
    list_evidence,
)
from analysis.monev_results import compare_prevalences, count_coverage_changes

DATED, FILLED = ("disetujui", "tepat_waktu", "dokumen"), ("disetujui", "tepat_waktu", "lengkap")
PLAN = (
    ComponentPlan("ansit", {"ansit": (*FILLED, "dokumen")}, ()),
    ComponentPlan("perencanaan", {"pra-musrenbang": DATED, "penandaan-depan": DATED}, ()),
    ComponentPlan(
        "pelaksanaan",
        {
            "penandaan-berjalan": DATED,
            "semester-1": (*FILLED, "dokumen"),
            "penandaan-perubahan": DATED,
            "semester-2": (*FILLED, "dokumen"),
        },
        (),
    ),
    ComponentPlan("monev", {"penilaian": DATED}, ("cakupan", "prevalensi")),
    ComponentPlan("regulasi", {"regulasi": ("disetujui", "lengkap", "dokumen")}, ()),
    ComponentPlan("publikasi", {"publikasi": ("disetujui", "lengkap", "dokumen")}, ()),
)
RUBRIC = Rubric(
    dict(zip(COMPONENTS, (20, 20, 25, 15, 10, 10), strict=True)),
    {
        "disetujui": 40,
        "tepat_waktu": 20,
        "lengkap": 20,
        "dokumen": 20,
        "cakupan": 40,
        "prevalensi": 30,
    },
    60,
    80,
)
MINIMUMS = Minimums(services=10, children=30)
DUE, DAY_AFTER = date(2026, 1, 15), date(2026, 1, 16)


def stage(
    short: str,
    *,
    done: date | None = None,
    fill: tuple[int, int] | None = None,
    papers: tuple[str, ...] = (),
    days_left: int | None = -10,
    due: date | None = DUE,
    unit: str = "sel",
) -> StageFacts:
    state = "belum mulai" if done is None else "disetujui"
    counted = None if fill is None else Fill(*fill)
    left = None if due is None else days_left
    return StageFacts(
        f"kecamatan.{short}", state, done is not None, due, left, done, counted, unit, papers
    )


def kecamatan() -> RegionFacts:
    """One kecamatan in November: what was done, late, half filled, and not begun."""
    stages = {
        "ansit": stage("ansit", done=DUE, fill=(450, 600)),
        "pra-musrenbang": stage("pra-musrenbang", done=DAY_AFTER, papers=("ba.pdf",)),
        "penandaan-depan": stage("penandaan-depan"),
        "penandaan-berjalan": stage("penandaan-berjalan", done=DUE, papers=("a.pdf",)),
        "semester-1": stage("semester-1", done=DUE, fill=(300, 600), papers=("s1.pdf",)),
        "penandaan-perubahan": stage("penandaan-perubahan", done=DUE),
        "semester-2": stage("semester-2", fill=(60, 600), days_left=39),
        "penilaian": stage("penilaian", days_left=39),
        "regulasi": stage(
            "regulasi", done=DAY_AFTER, fill=(6, 8), papers=("sk.pdf",), due=None, unit=STAGES
        ),
        "publikasi": stage("publikasi", fill=(0, 8), due=None, unit=STAGES),
    }
    coverage = CoverageChange("2026-S1", "2025-S1", good=20, counted=25)
    return RegionFacts("kecamatan", stages, coverage, None)


def assess(facts: RegionFacts, rubric: Rubric = RUBRIC, **more: object) -> Assessment:
    evidence = list_evidence(facts, PLAN, MINIMUMS)
    words = {"region_code": "99.01.01", "name": "Merawesi", "level": "kecamatan", "year": 2026}
    return assess_region(evidence, rubric, **(words | more))  # type: ignore[arg-type]


def scores(assessment: Assessment) -> dict[str, float | None]:
    return {part.code: part.score for part in assessment.components}


def test_the_scores_of_a_kecamatan_are_those_computed_by_hand() -> None:
    found = assess(kecamatan())
    # ansit: approved 40 + on the due day 20 + 450/600 of 20 = 15 + no document 0 = 75 of 100.
    assert scores(found)["ansit"] == pytest.approx(75)
    # perencanaan: pra-musrenbang approved 40, a day late 0, document 20; next year's tagging not
    # begun and overdue 0. (40 + 0 + 20 + 0) of 2 x (40 + 20 + 20) = 60/160 = 37,5.
    assert scores(found)["perencanaan"] == pytest.approx(37.5)
    # pelaksanaan: tagging 80/80; semester I 40 + 20 + 300/600 of 20 = 10 + 20 = 90/100; after the
    # change 40 + 20 + 0 = 60/80; semester II 60/600 of 20 = 2/100. 232/360 = 64,444...
    assert scores(found)["pelaksanaan"] == pytest.approx(100 * 232 / 360)
    # monev: assessment not done 0/80; services 20/25 of 40 = 32/40; prevalence not known, so its
    # 30 points are nobody's. 32/120 = 26,666...
    assert scores(found)["monev"] == pytest.approx(100 * 32 / 120)
    # regulasi (no due date): 40 + 6/8 of 20 = 15 + 20 = 75 of 80 = 93,75; publikasi nothing.
    assert scores(found)["regulasi"] == pytest.approx(93.75)
    assert scores(found)["publikasi"] == 0
    # 20 % x 75 + 20 % x 37,5 + 25 % x 64,444 + 15 % x 26,667 + 10 % x 93,75 + 10 % x 0
    # = 15 + 7,5 + 16,1111 + 4 + 9,375 + 0 = 51,986: less than 60, Tumbuh.
    assert found.total == pytest.approx(51.986, abs=0.001)
    assert found.class_name == "tumbuh"


def test_what_would_raise_the_total_most_comes_first_and_what_is_past_is_not_offered() -> None:
    found = assess(kecamatan())
    gains = [(each.stage.split(".")[-1], each.criterion, each.gain) for each in found.raises]
    # Approving the publication: 40 of 80 points of a component of 10 % = 5; next year's tagging:
    # 40 of 160 of 20 % = 5; the assessment: 40 of 120 of 15 % = 5.
    assert {each[:2] for each in gains[:3]} == {
        ("penandaan-depan", "disetujui"),
        ("publikasi", "disetujui"),
        ("penilaian", "disetujui"),
    }
    assert [each[2] for each in gains[:3]] == pytest.approx([5, 5, 5])
    assert [each[2] for each in gains] == sorted((each[2] for each in gains), reverse=True)
    late = {each[0] for each in gains if each[1] == "tepat_waktu"}
    assert late == {"semester-2", "penilaian"}  # the others' days are over
    # Each gain is what the total really gains.
    facts = kecamatan()
    approved = replace(facts.stages["publikasi"], is_final=True, state="disetujui", done_on=DUE)
    better = assess(replace(facts, stages={**facts.stages, "publikasi": approved}))
    assert better.total is not None
    assert found.total is not None
    assert better.total - found.total == pytest.approx(5)


def test_what_cannot_be_assessed_gives_its_weight_to_the_rest_and_says_why() -> None:
    facts = kecamatan()
    kept = {key: each for key, each in facts.stages.items() if not key.startswith("semester")}
    found = assess(replace(facts, level="kabupaten", stages=kept))
    rows = [row for row in found.evidence if row.stage == "kabupaten.semester-1"]
    assert [(row.fraction, row.reason) for row in rows] == [(None, "tingkat_tanpa_tahapan")]
    # (80 + 60) of 160 instead of 360 points.
    assert scores(found)["pelaksanaan"] == pytest.approx(100 * 140 / 160)
    reasons = {row.criterion: row.reason for row in found.evidence if row.fraction is None}
    assert reasons["prevalensi"] == "tanpa_pembanding"


def test_a_component_without_anything_to_assess_leaves_its_weight_to_the_others() -> None:
    evidence = [row for row in assess(kecamatan()).evidence if row.component != "publikasi"]
    found = assess_region(
        evidence, RUBRIC, region_code="99.01.01", name="", level="kecamatan", year=2026
    )
    assert scores(found)["publikasi"] is None
    # 51,986 without the 0 of publikasi: 51,986 / 90 %.
    assert found.total == pytest.approx(51.986 / 0.9, abs=0.001)
    assert [part.share for part in found.components][-1] == 0


def test_nothing_known_at_all_is_no_class() -> None:
    found = assess_region([], RUBRIC, region_code="99", name="", level="provinsi", year=2026)
    assert (found.total, found.class_name, found.raises) == (None, None, ())


def test_a_class_begins_at_its_very_cut_off() -> None:
    totals = (0, 59.99, 60, 79.99, 80, 80 - 1e-12, 100)
    assert [classify_total(total, RUBRIC) for total in totals] == [
        "tumbuh",
        "tumbuh",
        "berkembang",
        "berkembang",
        "berdaya",
        "berdaya",
        "berdaya",
    ]


def test_a_region_is_not_classed_before_all_below_are_done() -> None:
    found = assess(kecamatan(), waiting=("99.01.02",))
    assert found.class_name is None
    assert found.provisional_class == "tumbuh"
    assert found.is_provisional


def test_a_changed_weight_says_who_would_change_class() -> None:
    moved = replace(RUBRIC, weights={**RUBRIC.weights, "regulasi": 20, "publikasi": 0})
    best = {key: stage(key, done=DUE, fill=(1, 1), papers=("x.pdf",)) for key in kecamatan().stages}
    steady = assess(RegionFacts("kecamatan", best), region_code="99.01.02")
    changes = compare_rubrics([steady, assess(kecamatan())], moved)
    # 51,986 + 10 % x 93,75 = 61,361: Berkembang. The other one is Berdaya either way.
    assert [(each.region_code, each.before, each.after) for each in changes] == [
        ("99.01.01", "tumbuh", "berkembang"),
        ("99.01.02", "berdaya", "berdaya"),
    ]
    assert changes[0].total_after == pytest.approx(61.361, abs=0.001)
    assert [each.changes_class for each in changes] == [True, False]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"weights": {**RUBRIC.weights, "ansit": 30}}, "jumlah"),
        ({"weights": {**RUBRIC.weights, "ansit": -20, "monev": 55}}, "negatif"),
        ({"weights": {"ansit": 100}}, "komponen"),
        ({"points": {**RUBRIC.points, "disetujui": 0}}, "tanpa_poin"),
        ({"points": {**RUBRIC.points, "disetujui": float("nan")}}, "negatif"),
        ({"empowered_from": 60}, "batas"),
        ({"empowered_from": 101}, "batas"),
    ],
)
def test_a_rubric_that_contradicts_itself_is_refused(change: dict[str, object], fault: str) -> None:
    values = {
        "weights": RUBRIC.weights,
        "points": RUBRIC.points,
        "developing_from": RUBRIC.developing_from,
        "empowered_from": RUBRIC.empowered_from,
    } | change
    assert find_rubric_fault(**values) == fault  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=fault):
        Rubric(**values)  # type: ignore[arg-type]


def test_a_year_without_any_record_is_no_year_of_zero() -> None:
    empty = {key: stage(key) for key in kecamatan().stages}
    before = assess(RegionFacts("kecamatan", empty), year=2025)
    assert before.is_blank
    assert before.total == 0
    now = assess(kecamatan())
    assert {each.points for each in compare_years(now, before)} == {None}
    assert compare_years(now, now)[0].points == 0


def test_too_few_children_or_services_are_no_result() -> None:
    few = CoverageChange("2026-S1", "2025-S1", good=3, counted=9)
    small = PrevalenceChange("e-PPGBM", "2026-08", "2025-08", 10.0, 20.0, fewest_measured=29)
    found = assess(replace(kecamatan(), coverage=few, prevalence=small))
    reasons = {row.criterion: row.reason for row in found.evidence if row.component == "monev"}
    assert (reasons["cakupan"], reasons["prevalensi"]) == ("sedikit_layanan", "sedikit_anak")


def test_prevalence_that_stayed_the_same_did_not_fall() -> None:
    for now, expected in ((9.99, 1.0), (10.0, 0.0), (10.01, 0.0)):
        change = PrevalenceChange("e-PPGBM", "2026-08", "2025-08", now, 10.0, 500)
        found = assess(replace(kecamatan(), prevalence=change))
        row = next(each for each in found.evidence if each.criterion == "prevalensi")
        assert row.fraction == expected


def test_a_service_counts_when_it_rose_or_stands_at_its_target() -> None:
    def rows(shares: list[float | None], statuses: list[str]) -> pd.DataFrame:
        items = [f"I0{number}" for number in range(1, len(shares) + 1)]
        columns = {"region_code": "99.01.01", "item_code": items}
        return pd.DataFrame({**columns, "cakupan_pct": shares, "status": statuses})

    # Rose; fell but at its target; stayed below; above 100 % says nothing; not known before.
    now = rows([50.0, 90.0, 40.0, 120.0, 70.0], ["jauh", "tercapai", "jauh", "anomali", "tercapai"])
    then = rows([49.0, 95.0, 40.0, 80.0, None], ["jauh", "tercapai", "jauh", "tercapai", "-"])
    found = count_coverage_changes(now, then, "2026-S2", "2025-S2")["99.01.01"]
    assert (found.good, found.counted) == (2, 3)


def test_prevalences_are_of_children_summed_in_both_years() -> None:
    counts = pd.DataFrame(
        [
            ("99.01", "2025-08", 20, 100),
            ("99.01", "2026-08", 18, 120),
            ("99.02", "2026-08", 1, 10),
            ("99.03", "2025-08", 0, 0),
            ("99.03", "2026-08", 1, 10),
        ],
        columns=["code", "period", "stunting_jiwa", "diukur_jiwa"],
    )
    found = compare_prevalences(counts, "e-PPGBM", "2026-08", "2025-08")
    assert list(found) == ["99.01"]
    assert (found["99.01"].now_pct, found["99.01"].before_pct) == (15.0, 20.0)
    assert found["99.01"].fewest_measured == 100
