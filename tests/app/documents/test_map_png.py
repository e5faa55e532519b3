import geopandas as gpd
from shapely.geometry import box

from app.documents.map_png import make_legend_item, write_map_png
from geo.static_map import StaticMapText


def test_a_map_file_is_a_picture_and_counts_are_written_our_way() -> None:
    regions = gpd.GeoDataFrame(
        {"code": ["1"], "name": ["A"], "geometry": [box(115, -3, 116, -2)]}, crs=4326
    )
    item = make_legend_item("Sedang", "#fc8d59", count=1043)
    assert item.count == "1.043"
    picture = write_map_png(regions, ["#fc8d59"], [False], [item], StaticMapText("Judul"))
    assert picture.startswith(b"\x89PNG")
