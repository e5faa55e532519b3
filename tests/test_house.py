"""The house keeps its own rules: rooms, style, types, and what is written about it."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("app", "pages", "data_access", "geo", "analysis")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_style_has_no_fault() -> None:
    done = run("ruff", "check", ".")
    assert done.returncode == 0, done.stdout


def test_code_is_formatted() -> None:
    done = run("ruff", "format", "--check", ".")
    assert done.returncode == 0, done.stdout


def test_types_hold_strictly() -> None:
    done = run("mypy")
    assert done.returncode == 0, done.stdout


def test_rooms_import_only_what_they_may() -> None:
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_ci_runs_the_test_command_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    section = readme.split("## Test", 1)[1].split("## ", 1)[0]
    assert "python -m pip install uv && python -m uv run pytest" in section
    assert "README.md" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_no_page_is_longer_than_a_glance() -> None:
    long = {
        page.name: lines
        for page in (ROOT / "pages").glob("*.py")
        if (lines := page.read_text("utf-8").count("\n")) > 80
    }
    assert not long


def test_every_setting_stands_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    from app.settings import Settings

    for name in Settings.model_fields:
        assert f"KONVERGENSI_{name.upper()}" in readme


def test_no_source_file_names_another_host_to_load_from() -> None:
    # A link in the attribution loads nothing until somebody follows it.
    pattern = re.compile(
        r"(?:src|(?<!<a )href|url)\s*[=(:]\s*[\"']?https?://(?!127\.0\.0\.1)", re.I
    )
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for room in ROOMS
        for path in (ROOT / room).rglob("*")
        if path.suffix in {".py", ".js", ".css", ".toml", ".html"}
        for match in pattern.finditer(path.read_text("utf-8"))
    ]
    assert not found
