"""Filling an empty database with the demonstration."""

import hashlib

import geopandas as gpd
import pandas as pd
from sqlalchemy import Engine

from app.actions.databases import create_database
from app.actions.passwords import hash_password
from data_access import reference
from data_access.demo.assessment import make_assessment
from data_access.demo.budget import DemoBudget, make_budget
from data_access.demo.facilities import make_facilities
from data_access.demo.making import STANDARD_SEED, DemoData, make_demo
from data_access.demo.meetings import make_meetings, rank_needs
from data_access.demo.people import AGENCIES, KABUPATEN, SHARED_PASSWORD, make_people
from data_access.demo.services import make_services, make_targets
from data_access.demo.year import make_year
from data_access.periods import parse_month
from data_access.writes.batches import BatchInfo
from data_access.writes.demo_assessment import save_demo_assessment
from data_access.writes.demo_budget import save_demo_budget
from data_access.writes.demo_meetings import save_demo_meetings
from data_access.writes.demo_services import save_demo_services
from data_access.writes.demo_year import save_demo_year
from data_access.writes.fasilitas import save_facilities
from data_access.writes.pengguna import NewAccount, save_list
from data_access.writes.pengukuran import MeasurementSet, save_measurements
from data_access.writes.survei import save_surveys
from data_access.writes.wilayah import RegionSet, save_regions
from geo.area import measure_area_km2
from geo.codes import kind_of, parent_of
from geo.dissolve import dissolve_to

DEFAULT_DESA = 150
DEFAULT_SEED = STANDARD_SEED
SOURCE = "e-PPGBM"
ACTOR = "pembuat data demonstrasi"


def fill_demo(engine: Engine, *, desa: int = DEFAULT_DESA, seed: int = DEFAULT_SEED) -> None:
    """Make the schema and store the generated regions, measurements and surveys."""
    create_database(engine, kind="demo")
    data = make_demo(desa, seed)
    save_regions(engine, _region_set(data), _info("wilayah", "wilayah", desa, seed))
    kind = reference.read_known_sources()[SOURCE]
    for label, rows in data.measurements.groupby("period", sort=True):
        period = parse_month(str(label))
        if period is None:
            raise ValueError(f"the demonstration made an unknown period {label}")
        facts = rows.drop(columns="period")
        save_measurements(
            engine,
            MeasurementSet(SOURCE, kind, period, "desa", facts),
            _info("pengukuran", str(label), desa, seed),
        )
    surveys = data.surveys.rename(columns={"tahun": "year"})
    save_surveys(engine, surveys, _info("survei", "survei", desa, seed))
    kecamatan = sorted(data.parents.loc[data.parents["level"] == "kecamatan", "code"])
    own = [code for code in kecamatan if code.startswith(f"{KABUPATEN}.")]
    parts = make_year(own)
    save_demo_year(engine, ACTOR, parts, {KABUPATEN: AGENCIES})
    _save_people(engine, own[0])
    services = make_services(data.regions, data.measurements, seed)
    save_demo_services(
        engine,
        services,
        make_targets(KABUPATEN),
        _info("isian", "layanan", desa, seed),
    )
    budget = make_budget(data.regions, data.parents, parts, seed)
    save_demo_budget(
        engine, budget, _info("tematik", "tematik", desa, seed), _name_files(budget, desa, seed)
    )
    needs = rank_needs(services, data.measurements)
    save_demo_meetings(engine, ACTOR, make_meetings(list(data.regions["code"]), seed, needs))
    save_demo_assessment(engine, ACTOR, make_assessment(own))
    facilities = make_facilities(data.regions, seed)
    save_facilities(engine, facilities, _info("fasilitas", "fasilitas", desa, seed))


def _save_people(engine: Engine, kecamatan_code: str) -> None:
    """One account a role; one hash serves all, since all have the password that the form shows."""
    password_hash = hash_password(SHARED_PASSWORD)
    accounts = [
        NewAccount(
            person.username,
            person.name,
            person.position,
            password_hash,
            must_change=False,
            is_demo=True,
            grants=person.grants,
        )
        for person in make_people(kecamatan_code)
    ]
    save_list(engine, ACTOR, accounts, [])


def _name_files(budget: DemoBudget, desa: int, seed: int) -> list[BatchInfo]:
    """One import a snapshot, as if each had come in a file of its own."""
    named = [f"{each.kind}-{each.year}" for each in budget.snapshots]
    return [_info("anggaran", name, desa, seed) for name in named]


def _info(kind: str, part: str, desa: int, seed: int) -> BatchInfo:
    name = f"demo-{part}-{desa}-{seed}"
    return BatchInfo(kind, name, hashlib.sha256(name.encode()).hexdigest(), ACTOR, {"bagian": part})


def _region_set(data: DemoData) -> RegionSet:
    names = dict(zip(data.parents["code"], data.parents["name"], strict=True))
    levels = [data.regions.assign(level="desa")]
    levels += [dissolve_to(data.regions, level, names) for level in ("kecamatan", "kabupaten")]
    drawn = gpd.GeoDataFrame(pd.concat(levels, ignore_index=True), crs="EPSG:4326")
    drawn["area_km2"] = measure_area_km2(drawn)
    above = data.parents[data.parents["level"] == "provinsi"]
    regions = pd.concat([above, drawn], ignore_index=True)[["code", "name", "level"]]
    regions = regions.assign(
        kind=regions["code"].map(kind_of),
        parent_code=regions["code"].map(parent_of),
        bps_code=None,
    )
    return RegionSet(regions, drawn)
