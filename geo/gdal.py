"""GDAL kept to the five vector formats that officials send, set before GDAL starts.

An uploaded file can call itself a GeoPackage and be a virtual format that reads server files or
calls URLs. The list below names every driver of GDAL 3.12 that is not among the five; a later
GDAL may bring others, so `find_unwanted_drivers` lets the start-up check say so.
"""

import os

ALLOWED_DRIVERS = frozenset({"GPKG", "GeoJSON", "ESRI Shapefile", "FlatGeobuf", "OpenFileGDB"})

_REFUSED_DRIVERS = (
    "ADBC", "AIVector", "AVCBin", "AVCE00", "AmigoCloud", "CSV", "CSW", "Carto", "DGN", "DXF",
    "EDIGEO", "EEDA", "ESRIJSON", "Elasticsearch", "GDALG", "GML", "GPSBabel", "GPX", "GTFS",
    "GeoJSONSeq", "GeoRSS", "HTTP", "Idrisi", "JML", "JSONFG", "KML", "LIBKML", "LVBAG",
    "MBTiles", "MVT", "MapInfo File", "MapML", "MiraMonVector", "NGW", "OAPIF", "ODS", "OGCAPI",
    "OGR_GMT", "OGR_PDS", "OGR_VRT", "OSM", "PCIDSK", "PDF", "PDS4", "PGDUMP", "PLSCENES",
    "PMTiles", "S57", "SQLite", "SXF", "Selafin", "TopoJSON", "VDV", "VFK", "VICAR", "WAsP",
    "WFS", "XLSX",
)  # fmt: skip


def harden_gdal() -> None:
    """Set the environment that GDAL reads once when it starts; call before pyogrio is imported."""
    os.environ["OGR_SKIP"] = ",".join(_REFUSED_DRIVERS)
    os.environ["GDAL_SKIP"] = "VRT WMS WCS WMTS STACTA STACIT DAAS EEDAI PLMosaic"
    os.environ["CPL_VSIL_CURL_ALLOWED_EXTENSIONS"] = "{noext}"
    os.environ["GDAL_HTTP_PROXY"] = "127.0.0.1:9"
    os.environ["GDAL_PAM_ENABLED"] = "NO"
    os.environ["OGR_GEOJSON_MAX_OBJ_SIZE"] = "200"
    os.environ["PROJ_NETWORK"] = "OFF"


def find_unwanted_drivers() -> tuple[str, ...]:
    """Name the vector drivers that this process could still open besides the five and memory."""
    import pyogrio  # noqa: PLC0415 - only after the environment is set

    return tuple(sorted(set(pyogrio.list_drivers()) - ALLOWED_DRIVERS - {"MEM", "Memory"}))
