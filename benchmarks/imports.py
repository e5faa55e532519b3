"""`python -m benchmarks.imports`: what importing boundaries and measurements costs."""

import argparse
import csv
import tempfile
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd

from benchmarks.children import Cost, run_konvergensi
from benchmarks.measuring import describe_load, median
from benchmarks.reporting import Goal, describe_machine, markdown_table, seconds, size
from data_access.demo.shapes import draw_desa

DESA = 8563
_ROOT = Path(__file__).resolve().parents[1]
_PROVINCE = "jateng_33_cahyadsn.parquet"


@dataclass(frozen=True)
class Case:
    """One import: words for the table, the command's arguments, what is imported before it."""

    words: str
    arguments: tuple[str, ...]
    before: tuple[tuple[str, ...], ...] = ()


def main(arguments: list[str] | None = None) -> None:
    """Time every import whose file exists and print a Markdown table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.imports", description=__doc__)
    parser.add_argument("--data", type=Path, default=_ROOT.parent / "shared" / "data")
    parser.add_argument("--repeat", type=int, default=3, help="runs of each; the median is shown")
    options = parser.parse_args(arguments)
    print(f"{describe_machine()}, {describe_load()}\n")
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        rows, costs = [], {}
        for case in list_cases(options.data, work):
            runs = [run_case(case, work) for _ in range(options.repeat)]
            costs[case.words] = runs
            rows.append(describe_runs(case, runs))
    print(markdown_table(["import", "wall, s", "CPU, s", "peak memory", "runs"], rows))
    print(f"\n{describe_load()}\n\n### Goals\n")
    print(judge_province(next((costs[words] for words in costs if _PROVINCE in words), None)))


def list_cases(data: Path, work: Path) -> list[Case]:
    """The imports whose files exist; the plain files of measurements are generated."""
    cases = []
    for name in ("balangan_63.11_cahyadsn.gpkg", _PROVINCE):
        if (data / name).exists():
            cases.append(Case(f"wilayah {name}", ("import", "wilayah", str(data / name))))
    regions = data / "kemendagri_2025_list.csv.gz"
    workbook = data / "kuningan_Data_Stunting.xlsx"
    if regions.exists():
        load = ("import", "wilayah", str(regions))
        cases.append(Case(f"wilayah {regions.name} (list without boundaries)", load))
        if workbook.exists():
            options = ("--periode", "2025-08", "--sumber", "e-PPGBM", "--wilayah", "32.08")
            command = ("import", "pengukuran", str(workbook), *options, "--puskesmas-baru")
            cases.append(Case(f"pengukuran {workbook.name}", command, (load,)))
    return [*cases, plain_case(work)]


def plain_case(work: Path) -> Case:
    """Measurements of 8,563 desa and one period in the plain layout."""
    desa = draw_desa(DESA, detail=20)
    regions, facts = work / "desa.csv", work / "pengukuran.csv"
    write_regions(desa, regions)
    write_measurements(desa, facts)
    options = ("--periode", "2025-08", "--sumber", "e-PPGBM")
    command = ("import", "pengukuran", str(facts), *options)
    words = f"pengukuran, generated plain CSV of {DESA:,} desa"
    return Case(words, command, (("import", "wilayah", str(regions)),))


def write_regions(desa: gpd.GeoDataFrame, path: Path) -> None:
    """Write a plain list of desa and everything above them."""
    names = dict(zip(desa["code"], desa["name"], strict=True))
    for width, word in ((2, "Provinsi"), (5, "Kabupaten"), (8, "Kecamatan")):
        for code in sorted({code[:width] for code in desa["code"]}):
            names[code] = f"{word} {code[3:].replace('.', ' ') or 'Khayal'}"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("kode", "nama"))
        writer.writerows(sorted(names.items()))


def write_measurements(desa: gpd.GeoDataFrame, path: Path) -> None:
    """Write a plausible number of children for every desa."""
    header = ("kode", "nama", "sasaran", "sangat_pendek", "pendek", "normal", "tinggi")
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        for number, (code, name) in enumerate(zip(desa["code"], desa["name"], strict=True)):
            counts = (2 + number % 7, 9 + number % 23, 90 + number % 101, number % 3)
            writer.writerow((code, name, sum(counts) + number % 20, *counts))


def run_case(case: Case, work: Path) -> Cost:
    """Run an import into a new database; what comes before it is not counted."""
    database = work / "timing.db"
    for leftover in work.glob("timing.db*"):
        leftover.unlink()
    settings = {"KONVERGENSI_DATABASE_URL": f"sqlite:///{database}", "KONVERGENSI_HOME": str(work)}
    for command in (("db", "new"), *case.before):
        _check(run_konvergensi(list(command), settings, work / "log"), command)
    return _check(run_konvergensi(list(case.arguments), settings, work / "log"), case.arguments)


def _check(cost: Cost, command: tuple[str, ...]) -> Cost:
    if cost.exit_code:
        raise RuntimeError(f"{' '.join(command)} ended with {cost.exit_code}:\n{cost.printed}")
    return cost


def describe_runs(case: Case, runs: list[Cost]) -> list[str]:
    """A row of the table: medians, and the largest of the memory peaks."""
    return [
        case.words,
        seconds(median([run.wall_s for run in runs])),
        seconds(median([run.cpu_s for run in runs])),
        size(max(run.peak_bytes for run in runs)),
        str(len(runs)),
    ]


def judge_province(runs: list[Cost] | None) -> Goal:
    """Jawa Tengah's desa in under 3 minutes and 3 GB."""
    words = "Jawa Tengah imported in under 3 minutes and 3 GB"
    if runs is None:
        return Goal(words, None)
    wall, peak = max(run.wall_s for run in runs), max(run.peak_bytes for run in runs)
    held = wall < 180 and peak < 3e9
    return Goal(f"{words}: {seconds(wall)} s, {size(peak)}", held)


if __name__ == "__main__":
    main()
