"""The shared map as a recipient opens it: from disk, with the network off."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from app.assets import jquery_script_path, leaflet_script_path, leaflet_style_path
from geo.shared_map import SharedMapAssets, compose_shared_map
from tests.geo.test_shared_map import HOSTILE, LEGEND, WORDS, make_regions


@pytest.fixture
def opened(chromium: Browser, tmp_path: Path):
    assets = SharedMapAssets(
        leaflet_script_path().read_text(encoding="utf-8"),
        leaflet_style_path().read_text(encoding="utf-8"),
        jquery_script_path().read_text(encoding="utf-8"),
    )
    page_text = compose_shared_map(make_regions(), LEGEND, WORDS, names=True, assets=assets)
    path = tmp_path / "peta.html"
    path.write_text(page_text, encoding="utf-8")
    contexts = []

    def open_file(width: int, height: int) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": height}, offline=True, device_scale_factor=1
        )
        contexts.append(context)
        page = context.new_page()
        page.asked, page.faults = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("pageerror", lambda fault: page.faults.append(str(fault)))
        page.on("dialog", lambda dialog: (page.faults.append(dialog.message), dialog.dismiss()))
        page.goto(path.as_uri())
        page.wait_for_selector(".leaflet-overlay-pane canvas")
        return page

    yield open_file
    for context in contexts:
        context.close()


def hover(page: Page, longitude: float, latitude: float) -> str:
    spot = page.evaluate(
        """([lon, lat]) => {
            const map = Object.values(window).find((each) => each instanceof L.Map);
            const at = map.latLngToContainerPoint([lat, lon]);
            return [at.x, at.y];
        }""",
        [longitude, latitude],
    )
    page.mouse.move(spot[0] - 2, spot[1])
    page.wait_for_timeout(80)  # Leaflet looks at the pointer every 32 ms at most
    page.mouse.move(*spot)
    page.wait_for_timeout(80)
    return page.locator(".leaflet-tooltip").inner_text(timeout=3000)


def test_the_file_opens_offline_with_legend_and_hover_and_names_as_text(opened) -> None:
    page = opened(1366, 768)
    for number, name in enumerate(HOSTILE):
        lines = hover(page, 110.5 + number, -6.3).splitlines()
        assert lines == [name, "12,4 % · 31 dari 250 anak diukur"]
    panel = page.locator(".panel-peta").inner_text()
    assert "Prevalensi stunting" in panel
    assert "Belum ada data" in panel
    assert page.locator(".nama-peta").count() > 0
    assert page.faults == []
    assert page.asked == [page.url]


def test_regions_wear_their_colour_and_hatching(opened) -> None:
    page = opened(1366, 768)
    colours = page.evaluate(
        """() => {
            const map = Object.values(window).find((each) => each instanceof L.Map);
            const canvas = document.querySelector(".leaflet-overlay-pane canvas");
            const shift = L.DomUtil.getPosition(canvas);
            const pane = L.DomUtil.getPosition(map.getPane("mapPane"));
            const found = (lon) => {
                const at = map.latLngToContainerPoint([-6.3, lon]);
                const [x, y] = [at.x - shift.x - pane.x, at.y - shift.y - pane.y];
                const data = canvas.getContext("2d").getImageData(x - 6, y - 6, 12, 12).data;
                const seen = new Set();
                for (let i = 0; i < data.length; i += 4) {
                    seen.add([data[i], data[i + 1], data[i + 2]].join());
                }
                return [...seen];
            };
            return [found(110.5), found(111.5)];
        }"""
    )
    assert "227,74,51" in colours[0]
    assert len(colours[0]) > 1, "the first region is hatched"
    assert colours[1] == ["227,74,51"]


def test_on_a_phone_the_legend_is_folded_and_opens_at_a_tap(opened) -> None:
    page = opened(390, 844)
    line = page.locator(".panel-peta .baris").first
    assert not line.is_visible()
    page.locator(".panel-peta summary").click()
    assert line.is_visible()
