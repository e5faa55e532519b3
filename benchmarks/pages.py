"""The three pages under measurement: where they are, what is clicked, what is waited for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from playwright.sync_api import Browser
from playwright.sync_api import Error as BrowserError

from app.text.screens import LEVEL_LABELS
from benchmarks.browser import LIMIT_S, Visit
from benchmarks.measuring import Measured, Step, median, repeat
from benchmarks.servers import Server
from data_access.demo.shapes import PROVINSI_CODE

# A region whose point is uncovered on the screen: nothing else would take the click.
_POINT_OURS = """(codes) => {
  const root = window.bench.root();
  for (const code of codes) {
    const spot = root.petaTitik(code);
    if (spot && spot.y < innerHeight - 40
        && root.getRootNode().elementFromPoint(spot.x, spot.y)?.closest(".kanvas")) {
      return spot;
    }
  }
  return null;
}"""
_POINT_FOLIUM = """(skip) => {
  for (const frame of document.querySelectorAll("iframe")) {
    const edge = frame.getBoundingClientRect();
    for (const path of frame.contentDocument.getElementsByClassName("leaflet-interactive")) {
      const box = path.getBoundingClientRect();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      if (edge.y + y < innerHeight - 40
          && frame.contentDocument.elementFromPoint(x, y) === path && skip-- <= 0) {
        return { x: edge.x + x, y: edge.y + y };
      }
    }
  }
  return null;
}"""


@dataclass(frozen=True)
class Subject:
    """A page: its address, what shows that it is painted, its measures, how a region is found.

    `find_point`: the script and its argument (by number of the click) that give a point to click;
    None where there is no map.
    """

    path: str
    probe: str
    measures: Sequence[str]
    shapes: int = 0
    drill_probe: str = "text"
    find_point: tuple[str, Callable[[int], object]] | None = None


def our_page(measures: Sequence[str], codes: Sequence[str]) -> Subject:
    """Peta on a whole province at the level of desa."""
    span = max(len(codes) // 7, 1)
    point = (_POINT_OURS, lambda number: list(codes[number * span :]) + list(codes))
    path = "/peta?" + urlencode({"wilayah": PROVINSI_CODE, "tingkat": LEVEL_LABELS["desa"]})
    return Subject(path, "peta", measures, drill_probe="peta", find_point=point)


def naive_page(measures: Sequence[str], shapes: int) -> Subject:
    """folium's choropleth with as many shapes as there are desa."""
    point = (_POINT_FOLIUM, lambda number: 3 + 5 * number)
    return Subject("/", "folium", measures, shapes, find_point=point)


def empty_page(measures: Sequence[str]) -> Subject:
    """The page with nothing to draw."""
    return Subject("/", "text", measures)


def measure_page(browser: Browser, server: Server, subject: Subject) -> Measured:
    """Measure one page on a server that has just started."""
    result = Measured()
    try:
        result.first_s = _open(browser, server, subject)[0]
        server.settle()
        colds = [_open(browser, server, subject) for _ in range(3 if result.first_s < 20 else 1)]
        result.cold_s = median([seconds for seconds, _ in colds])
        result.cold_bytes = median([received for _, received in colds])
        _measure_clicks(browser, server, subject, result)
    except BrowserError as error:
        if "Timeout" not in str(error) and "crash" not in str(error).lower():
            raise
        what = "the browser gave up" if "crash" in str(error).lower() else f"over {LIMIT_S} s"
        result.note = f"not finished: {what}"
    result.peak_bytes = server.peak_bytes
    return result


def _open(browser: Browser, server: Server, subject: Subject) -> tuple[float, float]:
    visit = Visit(browser, subject.probe, subject.shapes)
    try:
        visit.page.goto(server.url + subject.path, wait_until="commit")
        seconds = visit.painted_s()
        server.settle()
        return seconds, visit.received_bytes()
    finally:
        visit.close()


def _measure_clicks(browser: Browser, server: Server, subject: Subject, result: Measured) -> None:
    visit = Visit(browser, subject.probe, subject.shapes)
    try:
        visit.page.goto(server.url + subject.path, wait_until="commit")
        visit.painted_s()
        server.settle()

        def recolour(number: int) -> Step:
            label = subject.measures[(number + 1) % len(subject.measures)]
            button = visit.page.locator('[data-testid="stButtonGroup"] button')
            wanted = button.get_by_text(label, exact=True)
            return _click(visit, server, subject.probe, wanted.click)

        rounds = len(subject.measures)
        repeat(recolour, rounds, budget_s=100)
        steps = repeat(recolour, 2 * rounds, budget_s=200)
        result.repeats = len(steps)
        result.recolour_s = median([step.seconds for step in steps])
        result.recolour_bytes = median([step.received for step in steps])
        result.recolour_cpu_s = sum(step.cpu for step in steps) / len(steps)
        if subject.find_point is not None:
            drills = repeat(lambda number: _drill(visit, server, subject, number), 5, 150)
            result.drill_s = median([step.seconds for step in drills])
    finally:
        visit.close()


def _drill(visit: Visit, server: Server, subject: Subject, number: int) -> Step:
    """Click a region on a map that stands as it was opened."""
    if subject.probe == "peta":
        visit.page.goto(visit.page.url.split("?")[0] + "?" + subject.path.partition("?")[2])
        visit.painted_s()
        server.settle()
    script, argument = subject.find_point or ("", int)
    spot = visit.page.evaluate(script, argument(number))
    if spot is None:
        raise RuntimeError("no region can be clicked")
    click = lambda: visit.page.mouse.click(spot["x"], spot["y"])  # noqa: E731
    return _click(visit, server, subject.drill_probe, click)


def _click(visit: Visit, server: Server, probe: str, click: Callable[[], None]) -> Step:
    received, cpu = visit.received_bytes(), server.cpu_seconds()
    visit.page.evaluate("(probe) => { window.bench.arm(probe); }", probe)
    click()
    seconds = visit.painted_s()
    spent = server.settle() - cpu
    return Step(seconds, visit.received_bytes() - received, spent)
