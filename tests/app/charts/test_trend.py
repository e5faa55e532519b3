import json

import numpy as np
import pandas as pd

from app.charts.ranking import draw_ranking
from app.charts.trend import draw_trend

SERIES = pd.DataFrame(
    {
        "period": ["2022-08", "2023-02", "2023-08", "2024-02"],
        "prevalensi_pct": [20.0, np.nan, 17.0, 12.0],
        "bawah_pct": [18.0, np.nan, 15.0, 8.0],
        "atas_pct": [22.0, np.nan, 19.0, 17.0],
        "pembilang_jiwa": [200.0, np.nan, 170.0, 3.0],
        "diukur_jiwa": [1000.0, np.nan, 1000.0, 25.0],
        "terlalu_sedikit": [False, False, False, True],
        "patah_deret": [False, False, False, True],
    }
)
SURVEYS = pd.DataFrame(
    {
        "source": ["SSGI", "SSGI", "SKI"],
        "year": [2021, 2022, 2023],
        "prevalensi_pct": [30.0, 28.0, 26.0],
        "bawah_pct": [27.0, 25.0, np.nan],
        "atas_pct": [33.0, 31.0, np.nan],
    }
)


def test_surveys_stand_apart_as_points_and_are_never_joined_to_the_line() -> None:
    figure = draw_trend(SERIES, SURVEYS, "e-PPGBM")
    modes = {trace.name: trace.mode for trace in figure.data}
    assert modes["e-PPGBM (semua yang diukur)"] == "lines+markers"
    assert modes["Survei SSGI"] == modes["Survei SKI"] == "markers"
    symbols = {t.marker.symbol for t in figure.data if t.name.startswith("Survei")}
    assert len(symbols) == 2


def test_a_missing_period_is_a_gap_in_line_and_band() -> None:
    figure = draw_trend(SERIES, SURVEYS, "e-PPGBM")
    bands = [trace for trace in figure.data if trace.fill == "toself"]
    line = next(trace for trace in figure.data if trace.mode == "lines+markers")
    assert [len(band.x) for band in bands] == [2, 4]
    assert np.isnan(line.y[1])
    assert line.connectgaps is False


def test_a_survey_without_interval_has_no_invented_one() -> None:
    figure = draw_trend(SERIES, SURVEYS, "e-PPGBM")
    ski = next(trace for trace in figure.data if trace.name == "Survei SKI")
    assert list(ski.error_y.array) == [0]
    assert ski.text[0] == "SKI 2023: 26,0 %"


def test_the_hover_tells_the_children_behind_a_figure() -> None:
    figure = draw_trend(SERIES, SURVEYS, "e-PPGBM")
    line = next(trace for trace in figure.data if trace.mode == "lines+markers")
    assert line.text[0] == "Agustus 2022: 20,0 % (18,0–22,0 %) · 200 dari 1.000 anak diukur"


def test_months_are_indonesian_and_breaks_marked() -> None:
    figure = draw_trend(SERIES, SURVEYS, "e-PPGBM")
    assert "Agu 2022" in figure.layout.xaxis.ticktext
    assert [note.text for note in figure.layout.annotations] == ["Deret terputus"]


def test_a_place_without_anything_says_so() -> None:
    figure = draw_trend(SERIES.iloc[:0], SURVEYS.iloc[:0], "e-PPGBM")
    assert figure.layout.annotations[0].text == "Belum ada data"
    assert len(draw_trend(SERIES.iloc[:0], SURVEYS, "e-PPGBM").data) == 2


def test_a_hostile_source_name_stays_text_and_nothing_points_outside() -> None:
    surveys = SURVEYS.assign(source="<a href='http://x.example'>SSGI</a>")
    written = json.dumps(draw_trend(SERIES, surveys, "<b>").to_plotly_json(), default=str)
    assert "<a " not in written
    assert "<b>" not in written


def test_ranking_bars_keep_order_colour_and_label() -> None:
    figure = draw_ranking(["A", "B"], [12.0, np.nan], ["12,0 %", "–"], ["#111111", "#222222"], "x")
    assert list(figure.data[0].marker.color) == ["#111111", "#222222"]
    assert list(figure.data[0].x) == [12.0, 0.0]
    assert figure.layout.yaxis.autorange == "reversed"
