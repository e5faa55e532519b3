"""Known weaknesses of what we depend on: every version that `uv.lock` pins is asked about.

The advisory service is on the internet. Where it is not reached, or does not know what everybody
knows, nothing was audited, and the test says so instead of passing.
"""

import json
import subprocess
import sys
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

LOCK = Path(__file__).resolve().parents[1] / "uv.lock"
# Known to everybody since 2019: a service that finds nothing here finds nothing at all.
KNOWN_WEAK = "jinja2==2.10"


def read_lock() -> list[list[str]]:
    """Pinned versions as lists in which no name stands twice."""
    versions: dict[str, list[str]] = defaultdict(list)
    for package in tomllib.loads(LOCK.read_text("utf-8"))["package"]:
        if "registry" in package["source"]:
            versions[package["name"]].append(package["version"])
    rounds = max(map(len, versions.values()))
    return [
        [f"{name}=={held[turn]}" for name, held in versions.items() if turn < len(held)]
        for turn in range(rounds)
    ]


def audit(lines: list[str], folder: Path) -> list[dict[str, Any]] | None:
    """What is known of each package; None where nothing could be asked."""
    wanted = folder / "versi.txt"
    wanted.write_text("\n".join(lines))
    command = [
        *(sys.executable, "-m", "pip_audit", "--requirement", str(wanted), "--no-deps"),
        *("--disable-pip", "--progress-spinner", "off", "--format", "json"),
    ]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=300)
    try:
        return list(json.loads(done.stdout)["dependencies"])
    except (ValueError, KeyError):
        return None


def test_no_pinned_version_has_a_known_weakness(tmp_path: Path) -> None:
    pytest.importorskip("pip_audit", reason="pip-audit tidak terpasang")
    known = audit([KNOWN_WEAK], tmp_path)
    if not known or not known[0].get("vulns"):
        pytest.skip("layanan pemberitahuan kelemahan tidak terjangkau dari mesin ini")
    found = [each for lines in read_lock() for each in audit(lines, tmp_path) or []]
    weak = {each["name"]: each["vulns"] for each in found if each.get("vulns")}
    unasked = [each["name"] for each in found if "skip_reason" in each]
    assert (weak, unasked) == ({}, [])
    assert len(found) == sum(map(len, read_lock()))


def test_the_lock_is_read_whole() -> None:
    rounds = read_lock()
    assert any(line.startswith("streamlit==") for line in rounds[0])
    assert not any(line.startswith("konvergensi==") for line in rounds[0])
    for lines in rounds:
        assert len({line.split("==")[0] for line in lines}) == len(lines)
