from sqlalchemy import Engine

from data_access.reads.peta import (
    read_layer_content,
    read_layer_info,
    read_layer_levels,
)
from data_access.writes.wilayah import save_regions
from geo.layers import decode_layer
from tests.corpus.places import make_info, make_place

DESA = ["63.11.01.2001", "63.11.01.2002", "63.11.02.2001"]


def test_a_layer_is_found_by_place_and_level_and_its_bytes_by_hash(engine: Engine) -> None:
    save_regions(engine, make_place(DESA), make_info("a"))
    info = read_layer_info(engine, "63.11", "desa")
    assert info is not None
    assert info.codes == tuple(DESA)
    content = read_layer_content(engine, info.content_hash)
    assert content is not None
    drawn = decode_layer(content)
    assert tuple(drawn["code"]) == info.codes
    assert drawn.geometry.is_valid.all()


def test_a_place_without_boundaries_has_no_layer(engine: Engine) -> None:
    assert read_layer_info(engine, "63.11", "desa") is None
    assert read_layer_levels(engine, "63.11") == ()
    assert read_layer_content(engine, "0" * 32) is None


def test_the_levels_of_a_kabupaten_are_its_desa_and_kecamatan(engine: Engine) -> None:
    save_regions(engine, make_place(DESA), make_info("a"))
    assert set(read_layer_levels(engine, "63.11")) >= {"desa", "kecamatan"}


def test_equal_geometry_keeps_its_address_and_changed_geometry_gets_another(
    engine: Engine,
) -> None:
    def address() -> str:
        info = read_layer_info(engine, "63.11", "desa")
        assert info is not None
        return info.content_hash

    save_regions(engine, make_place(DESA), make_info("a"))
    first = address()
    save_regions(engine, make_place(DESA), make_info("sama isinya"))
    assert address() == first
    save_regions(engine, make_place(DESA, west=115.3), make_info("b"))
    assert address() != first
    assert read_layer_content(engine, first) is None
