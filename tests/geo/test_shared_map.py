import re
from pathlib import Path

import geopandas as gpd
import pytest
import shapely
from shapely.geometry import box
from xstatic.pkg import jquery, leaflet

from geo.legend import LegendItem
from geo.shared_map import (
    SharedMapAddresses,
    SharedMapAssets,
    SharedMapText,
    build_shared_map,
    clean_style,
    compose_shared_map,
)
from geo.shared_map_parts import Inline

HOSTILE = (
    "{{7*7}}",
    "{% for x in range(9) %}q{% endfor %}",
    "<img src=x onerror=alert(1)>",
    "![](http://127.0.0.1:9/x)",
    'Soka"an',
    "O'o",
    "${alert(1)}",
    "`+alert(1)+`",
    "</script><script>alert(2)</script>",
)
WORDS = SharedMapText(
    title="Prevalensi stunting",
    subtitle="Kabupaten Uji · Agustus 2025 · e-PPGBM",
    legend_title="Prevalensi (%)",
    note="Diarsir: belum ada data",
    attribution="Batas: uji",
    zoom_in="Perbesar",
    zoom_out="Perkecil",
)
LEGEND = [LegendItem("Tinggi", "#e34a33", count="7"), LegendItem("Belum ada data", "#d9d9d9", True)]


@pytest.fixture(scope="module")
def assets() -> SharedMapAssets:
    library, query = Path(leaflet.BASE_DIR), Path(jquery.BASE_DIR)
    return SharedMapAssets(
        (library / "leaflet.js").read_text(encoding="utf-8"),
        (library / "leaflet.css").read_text(encoding="utf-8"),
        (query / "jquery.min.js").read_text(encoding="utf-8"),
    )


def make_regions(names: tuple[str, ...] = HOSTILE) -> gpd.GeoDataFrame:
    count = len(names)
    return gpd.GeoDataFrame(
        {
            "code": [str(number) for number in range(count)],
            "name": list(names),
            "color": ["#e34a33"] * count,
            "hatch": [number == 0 for number in range(count)],
            "tooltip": [[name, "12,4 % · 31 dari 250 anak diukur"] for name in names],
        },
        geometry=[box(110 + number, -7, 111 + number, -6) for number in range(count)],
        crs=4326,
    )


def test_the_file_asks_nothing_of_any_host(assets: SharedMapAssets) -> None:
    page = compose_shared_map(make_regions(("A",)), LEGEND, WORDS, names=True, assets=assets)
    addresses = set(re.findall(r"https?://[^\s\"'<>\\)]+", page))
    assert addresses == {"https://leafletjs.com"}, "only Leaflet's attribution may stand there"
    assert not re.search(r"<(script|link|img|iframe)[^>]*\s(src|href)=", page)
    assert not re.search(r"url\((?!#)", page)
    assert "sourceMappingURL" not in page
    assert "default-src 'none'" in page


def test_hostile_names_reach_the_page_only_as_entities(assets: SharedMapAssets) -> None:
    page = compose_shared_map(make_regions(), LEGEND, WORDS, names=True, assets=assets)
    for payload in ("<img src=x", "alert(2)</script>", "{% for x", "{{7*7}}", "`+alert", "${alert"):
        assert payload not in page
    assert "\\u0026#123;\\u0026#123;7*7" in page, "the name is there, character by character"


def test_hostile_words_around_the_map_are_escaped_too(assets: SharedMapAssets) -> None:
    words = SharedMapText(*["<b>{{7*7}}</b>"] * 7)
    legend = [LegendItem("<i>{{7*7}}", "#e34a33", count="{{1}}")]
    page = compose_shared_map(make_regions(("A",)), legend, words, names=False, assets=assets)
    assert "{{" not in page.replace(assets.jquery_js, "").replace(assets.leaflet_js, "")
    assert "<b>49" not in page
    assert "<i>49" not in page
    assert "<title>&lt;b&gt;&#123;" in page


def test_the_legend_counts_and_the_page_speaks_indonesian(assets: SharedMapAssets) -> None:
    page = compose_shared_map(make_regions(("A",)), LEGEND, WORDS, names=False, assets=assets)
    assert '<html lang="id">' in page
    assert "Belum ada data" in page
    assert "Perbesar" in page
    assert "Zoom in" not in page.replace(assets.leaflet_js, "").split("</head>")[1]


def test_regions_without_shape_and_empty_maps_do_not_break(assets: SharedMapAssets) -> None:
    regions = make_regions(("A", "B"))
    regions.loc[1, "geometry"] = None
    page = compose_shared_map(regions, LEGEND, WORDS, names=True, assets=assets)
    assert page.count('"type": "Feature"') == 1
    assert compose_shared_map(regions.iloc[:0], LEGEND, WORDS, names=True, assets=assets)


def test_the_preview_loads_from_our_own_addresses_only() -> None:
    addresses = SharedMapAddresses("/peta/l.js", "/peta/l.css", "/peta/j.js")
    sheet = build_shared_map(make_regions(), LEGEND, WORDS, names=True, addresses=addresses)
    page = sheet.get_root().render()
    assert re.findall(r'<script src="([^"]*)"', page) == ["/peta/l.js", "/peta/j.js"]
    assert re.findall(r'<link rel="stylesheet" href="([^"]*)"', page) == ["/peta/l.css"]


def test_an_inlined_file_cannot_close_its_own_tag() -> None:
    with pytest.raises(ValueError, match="script"):
        Inline("script", "x</SCRIPT><script>")


def test_style_sheets_lose_pictures_and_comments() -> None:
    assert clean_style("a{b:url(images/x.png)} /* http://x */") == "a{b:none} "


@pytest.mark.parametrize("name", ["kab_sukabumi_batas_desa_dan_stunting_2023.geojson"])
def test_a_real_kabupaten_stays_under_three_megabytes(
    name: str, shared_data, assets: SharedMapAssets
) -> None:
    read = gpd.read_file(shared_data(name))
    shapes = shapely.coverage_simplify(shapely.make_valid(read.geometry.to_numpy()), 50 / 111_320)
    count = len(read)
    regions = gpd.GeoDataFrame(
        {
            "code": [str(number) for number in range(count)],
            "name": ["Desa Sukamaju Kidul"] * count,
            "color": ["#e34a33"] * count,
            "hatch": [False] * count,
            "tooltip": [["Desa Sukamaju Kidul", "123 balita stunting", "Tinggi"]] * count,
        },
        geometry=shapes,
        crs=4326,
    )
    page = compose_shared_map(regions, LEGEND, WORDS, names=True, assets=assets)
    assert count > 380
    assert len(page.encode()) < 3_000_000
