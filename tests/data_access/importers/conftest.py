"""Small fictional regions, and a reader that holds every finding against its sentence."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from app.text.findings_pengukuran import SENTENCES
from data_access.importers.pengukuran import PengukuranFile, read_pengukuran
from geo.findings import Finding


@pytest.fixture
def regions() -> pd.DataFrame:
    """Kabupaten 99.01 with two kecamatan; "Kembar" is a desa and a kelurahan of one kecamatan."""
    rows = [
        ("99", "Rekaan", "provinsi", "provinsi"),
        ("99.01", "Kabupaten Arunika", "kabupaten", "kabupaten"),
        ("99.10", "Kabupaten Lain", "kabupaten", "kabupaten"),
        ("99.01.01", "Satu", "kecamatan", "kecamatan"),
        ("99.01.02", "Dua", "kecamatan", "kecamatan"),
        ("99.01.01.2001", "Suka Maju", "desa", "desa"),
        ("99.01.01.2002", 'Soka"an', "desa", "desa"),
        ("99.01.01.1003", "Kembar", "desa", "kelurahan"),
        ("99.01.01.2004", "Kembar", "desa", "desa"),
        ("99.01.02.2001", "Suka Maju", "desa", "desa"),
        ("99.01.02.2002", "NA", "desa", "desa"),
    ]
    return pd.DataFrame(rows, columns=["code", "name", "level", "kind"])


@pytest.fixture
def read(regions: pd.DataFrame) -> Callable[..., PengukuranFile]:
    """Read a measurement file within 99.01 and check that each finding can be said."""

    def run(path: Path, **options: object) -> PengukuranFile:
        given = {"regions": regions, "wilayah_code": "99.01", **options}
        result = read_pengukuran(path, **given)  # type: ignore[arg-type]
        say(result.findings)
        return result

    return run


def say(findings: list[Finding]) -> list[str]:
    """Make the sentences: a missing code or value fails here."""
    return [SENTENCES[finding.code].format(**finding.values) for finding in findings]


def codes(findings: list[Finding], severity: str | None = None) -> list[str]:
    return [found.code for found in findings if severity in {None, found.severity}]


def only(findings: list[Finding], code: str) -> Finding:
    found = [finding for finding in findings if finding.code == code]
    assert len(found) == 1, findings
    return found[0]
