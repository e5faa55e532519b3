"""Sixty bad boundary files: refused by screen and command line alike, nothing written or asked."""

import json
import socket
from pathlib import Path

import pytest

from data_access.importers.boundaries import read_boundaries_apart
from tests.endurance.bad_case import DUA, BadFile
from tests.endurance.bad_door import Doors
from tests.endurance.bad_files import BOUNDARIES
from tests.endurance.bad_geo_case import SOUND, collection, desa, square
from tests.endurance.bad_geo_files import VRT


def test_there_are_as_many_as_promised() -> None:
    assert len(BOUNDARIES) == 60
    assert len({case.wrong for case in BOUNDARIES}) == 60


@pytest.mark.parametrize("case", BOUNDARIES, ids=str)
def test_a_bad_boundary_file_is_refused_with_its_place_and_remedy(
    doors: Doors, case: BadFile
) -> None:
    doors.refuse(case)


def test_a_file_that_names_a_server_is_no_cause_of_a_request(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x"
        elsewhere = {"type": "link", "properties": {"href": address}}
        long = desa(DUA, "Desa Dua", square(1), catatan="x" * 70_000)
        path = tmp_path / "batas.geojson"
        path.write_text(json.dumps({**collection(SOUND, long), "crs": elsewhere}))
        assert len(read_boundaries_apart(path).file.regions) in {0, 2}
        path.write_text(VRT.replace("/etc/passwd", f"/vsicurl/{address}"))
        assert read_boundaries_apart(path).file.regions.empty
        with pytest.raises(TimeoutError):
            server.accept()
