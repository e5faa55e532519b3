from data_access.demo.making import make_demo
from data_access.demo.surveys import make_surveys


def test_surveys_speak_of_arunika_only_with_an_interval_around_each_figure() -> None:
    surveys = make_surveys()
    assert set(surveys["wilayah_code"]) == {"99.01"}
    assert list(zip(surveys["source"], surveys["tahun"], strict=True)) == [
        ("SSGI", 2022),
        ("SKI", 2023),
        ("SSGI", 2024),
    ]
    assert (surveys["bawah_pct"] < surveys["prevalensi_pct"]).all()
    assert (surveys["prevalensi_pct"] < surveys["atas_pct"]).all()


def test_surveys_lie_clearly_above_the_routine_figures() -> None:
    demo = make_demo(150)
    sums = demo.measurements.groupby("period").sum(numeric_only=True)
    highest_pct = 100 * (sums["stunting_jiwa"] / sums["diukur_jiwa"]).max()
    assert demo.surveys["bawah_pct"].min() > highest_pct
