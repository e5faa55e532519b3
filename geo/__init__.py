"""Boundaries: read, check, repair, simplify, encode; map builders."""

from geo.gdal import harden_gdal

# Before any module of this room brings in pyogrio: GDAL reads these settings only at its start.
harden_gdal()
