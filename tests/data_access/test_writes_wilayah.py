import geopandas as gpd
import pandas as pd
import pytest
import shapely
from sqlalchemy import Engine, select

from data_access.database import open_read
from data_access.reads.batches import read_batches, read_versions
from data_access.reads.peta import read_layer_content, read_layer_info, read_layer_levels
from data_access.reads.wilayah import read_region, read_regions
from data_access.schema import Batas
from data_access.writes.wilayah import RegionSet, save_regions
from geo.layers import decode_layer
from tests.corpus.places import list_regions, make_info, make_place

DESA = ["63.11.01.2001", "63.11.01.2002", "63.11.02.2001"]


def name_of(engine: Engine, code: str) -> str:
    region = read_region(engine, code)
    assert region is not None
    return region.name


def drawn(engine: Engine, scope: str, level: str) -> gpd.GeoDataFrame:
    info = read_layer_info(engine, scope, level)
    assert info is not None
    content = read_layer_content(engine, info.content_hash)
    assert content is not None
    return decode_layer(content).set_index("code")


def boundary(engine: Engine, code: str) -> tuple[shapely.Geometry, float]:
    with open_read(engine) as connection:
        row = connection.execute(
            select(Batas.geometry, Batas.area_km2).where(Batas.wilayah_code == code)
        ).one()
    return shapely.from_wkb(row.geometry), row.area_km2


def test_boundaries_bring_their_regions_of_all_levels(engine: Engine) -> None:
    outcome = save_regions(engine, make_place(DESA), make_info("a"))
    regions = read_regions(engine, "ID")
    assert outcome.row_count == len(regions) == 7
    assert regions["level"].value_counts().to_dict() == {
        "desa": 3, "kecamatan": 2, "kabupaten": 1, "provinsi": 1
    }  # fmt: skip
    assert regions.set_index("code")["has_boundary"].sum() == 6


def test_an_official_list_renames_what_is_known(engine: Engine) -> None:
    save_regions(engine, make_place(DESA), make_info("a"))
    official = RegionSet(list_regions({"63.11": "Kabupaten Balangan", DESA[0]: 'Soka"an'}))
    save_regions(engine, official, make_info("daftar"))
    assert name_of(engine, "63.11") == "Kabupaten Balangan"
    assert name_of(engine, DESA[0]) == 'Soka"an'
    assert len(read_regions(engine, "ID")) == 7


def test_a_renamed_region_is_renamed_on_the_map_too(engine: Engine) -> None:
    save_regions(engine, make_place(DESA), make_info("a"))
    named = {"63.11.01": "Awayan", DESA[0]: 'Soka"an'}
    save_regions(engine, RegionSet(list_regions(named)), make_info("daftar"))
    assert drawn(engine, "63.11", "desa").loc[DESA[0], "name"] == 'Soka"an'
    assert drawn(engine, "63.11", "kecamatan").loc["63.11.01", "name"] == "Awayan"


def test_a_boundary_file_does_not_rename_what_is_known(engine: Engine) -> None:
    save_regions(engine, RegionSet(list_regions({DESA[0]: "Nama Resmi"})), make_info("daftar"))
    save_regions(engine, make_place(DESA), make_info("a"))
    assert name_of(engine, DESA[0]) == "Nama Resmi"
    assert drawn(engine, "63.11", "desa").loc[DESA[0], "name"] == "Nama Resmi"


def test_a_bps_code_once_known_is_not_lost_by_a_list_without_it(engine: Engine) -> None:
    listed = list_regions({DESA[0]: "Anu"})
    save_regions(engine, RegionSet(listed.assign(bps_code="6311010001")), make_info("a"))
    save_regions(engine, RegionSet(listed.assign(name="Baru")), make_info("b"))
    kept = read_regions(engine, "ID").set_index("code").loc[DESA[0]]
    assert (kept["name"], kept["bps_code"]) == ("Baru", "6311010001")


def test_the_same_file_again_changes_nothing(engine: Engine) -> None:
    first = save_regions(engine, make_place(DESA), make_info("a"))
    versions, batches = read_versions(engine), len(read_batches(engine))
    again = save_regions(engine, make_place(DESA), make_info("a"))
    assert (again.unchanged, again.batch_id) == (True, first.batch_id)
    assert read_versions(engine) == versions
    assert len(read_batches(engine)) == batches


def test_going_back_to_an_earlier_list_is_a_change(engine: Engine) -> None:
    old, new = (RegionSet(list_regions({DESA[0]: name})) for name in ("Lama", "Baru"))
    save_regions(engine, old, make_info("a"))
    save_regions(engine, new, make_info("b"))
    assert not save_regions(engine, old, make_info("a")).unchanged
    assert name_of(engine, DESA[0]) == "Lama"


def test_every_write_moves_the_version_of_its_topic(engine: Engine) -> None:
    save_regions(engine, RegionSet(list_regions({"63": "A"})), make_info("a"))
    first = read_versions(engine)["wilayah"]
    save_regions(engine, RegionSet(list_regions({"63": "B"})), make_info("b"))
    assert read_versions(engine)["wilayah"] == first + 1


def test_a_corrected_boundary_file_replaces_its_batch(engine: Engine) -> None:
    first = save_regions(engine, make_place(DESA), make_info("a"))
    second = save_regions(engine, make_place(DESA, west=115.5), make_info("b"))
    assert second.replaced_batches == (first.batch_id,)
    history = read_batches(engine).set_index("id")
    assert history.loc[first.batch_id, "status"] == "digantikan"
    assert history.loc[first.batch_id, "replaced_by_id"] == second.batch_id
    assert boundary(engine, DESA[0])[0].bounds[0] == pytest.approx(115.5)
    assert not save_regions(engine, make_place(DESA), make_info("a")).unchanged


def test_a_file_of_one_kecamatan_leaves_its_kabupaten_whole(engine: Engine) -> None:
    first = save_regions(engine, make_place(DESA), make_info("a"))
    shape, area = boundary(engine, "63.11")
    part = save_regions(engine, make_place(DESA[:2]), make_info("bagian"))
    after, area_after = boundary(engine, "63.11")
    assert shapely.equals(shapely.normalize(after), shapely.normalize(shape))
    assert area_after == pytest.approx(area)
    assert set(drawn(engine, "63.11", "desa").index) == set(DESA)
    assert part.replaced_batches == (first.batch_id,)
    status = read_batches(engine).set_index("id").loc[first.batch_id, "status"]
    assert status == "sebagian digantikan"


def test_a_province_is_drawn_once_it_has_two_kabupaten(engine: Engine) -> None:
    save_regions(engine, make_place(DESA), make_info("a"))
    assert read_layer_levels(engine, "63") == ()
    assert read_layer_levels(engine, "ID") == ()
    save_regions(engine, make_place(["63.10.01.2001"], west=115.15), make_info("b"))
    assert set(drawn(engine, "63", "kabupaten").index) == {"63.10", "63.11"}
    assert set(drawn(engine, "63", "desa").index) == {*DESA, "63.10.01.2001"}
    assert read_layer_levels(engine, "ID") == ()


def test_the_nation_is_drawn_once_it_has_two_provinces(engine: Engine) -> None:
    save_regions(engine, make_place(DESA), make_info("a"))
    save_regions(engine, make_place(["62.10.01.2001"], west=113), make_info("b"))
    assert set(drawn(engine, "ID", "kabupaten").index) == {"62.10", "63.11"}
    assert read_layer_levels(engine, "63") == ()


def test_layers_made_beforehand_are_stored_as_they_are(engine: Engine) -> None:
    from geo.layers import encode_layer

    place = make_place(DESA)
    assert place.boundaries is not None
    desa = place.boundaries[place.boundaries["level"] == "desa"].assign(name="Jadi")
    made = {("63.11", "desa"): encode_layer(desa, "desa")}
    save_regions(engine, RegionSet(place.regions, place.boundaries, made), make_info("a"))
    assert set(drawn(engine, "63.11", "desa")["name"]) == {"Jadi"}


def test_a_failed_write_leaves_nothing_behind(engine: Engine) -> None:
    place = make_place(DESA)
    broken = pd.concat([place.regions, list_regions({"63.11.03": "x"}).assign(level="desa adat")])
    with pytest.raises(Exception, match="level"):
        save_regions(engine, RegionSet(broken, place.boundaries), make_info("a"))
    assert read_regions(engine, "ID").empty
    assert read_batches(engine).empty
    assert read_versions(engine) == {}


def test_a_region_called_by_its_code_takes_the_name_that_a_boundary_file_brings(
    engine: Engine,
) -> None:
    unnamed = RegionSet(list_regions({"63.11": "Kabupaten/kota 63.11"}), renames=False)
    save_regions(engine, unnamed, make_info("a"))
    named = RegionSet(list_regions({"63.11": "Balangan"}), renames=False)
    save_regions(engine, named, make_info("b"))
    assert name_of(engine, "63.11") == "Balangan"


def test_a_desa_that_a_new_file_no_longer_draws_loses_its_old_shape(engine: Engine) -> None:
    merged, neighbour, elsewhere = "63.11.01.2002", "63.11.01.2001", "63.11.02.2001"
    save_regions(engine, make_place(DESA), make_info("a"))
    save_regions(engine, make_place([neighbour]), make_info("b"))
    assert set(drawn(engine, "63.11", "desa").index) == {neighbour, elsewhere}
    assert merged in set(read_regions(engine, "63.11", "desa")["code"])


def test_an_outline_of_a_kabupaten_gives_way_to_the_one_drawn_from_its_desa(
    engine: Engine,
) -> None:
    place = make_place(DESA)
    save_regions(engine, place, make_info("a"))
    assert place.boundaries is not None
    outline = place.boundaries[place.boundaries["code"] == "63.11"].copy()
    outline["geometry"] = shapely.box(110, -5, 120, 5)
    save_regions(engine, RegionSet(place.regions, outline, renames=False), make_info("b"))
    with open_read(engine) as connection:
        wkb = connection.scalar(select(Batas.geometry).where(Batas.wilayah_code == "63.11"))
    original = place.boundaries.set_index("code").geometry["63.11"]
    assert shapely.from_wkb(wkb).equals(original)
