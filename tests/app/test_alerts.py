"""Alerts of the demonstration: whose they are, told once, and the way to where they are mended."""

from datetime import UTC, datetime

import pytest
import streamlit as st
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from analysis.alerts import COMMITMENT, CONTRADICTION, LATE, SEVERITIES, UNFUNDED, Alert
from app.access import Account, Grant
from app.alert_figures import ServiceGround, read_rules, read_services
from app.alert_list import AlertGround, Viewer, list_alerts, make_viewer
from app.alert_words import find_link, write_alert, write_since
from app.navigation import PAGE_NAMES, PAGES
from app.stage_board import read_board_today
from app.text import bagaimana, peringatan
from app.text import tahapan as stage_text
from app.threshold_words import describe_threshold
from data_access.reads.peringatan import read_open_commitments
from data_access.reads.stage_definitions import read_items_of_parties

NOW = datetime(2026, 11, 21, tzinfo=UTC)
ARUNIKA, MERAWESI = ("99.01", "Kabupaten Arunika"), ("99.01.01", "Merawesi")


def make_ground(
    engine: Engine, scope: tuple[str, str], services: ServiceGround | None
) -> AlertGround:
    board = read_board_today(engine, scope[0], 2026)
    commitments = read_open_commitments(engine, scope[0])
    return AlertGround(scope, NOW.date(), board, None, services, commitments)


def test_the_demonstrations_alerts_are_told_once_in_sentences_that_lead_to_a_page(
    demo: Engine,
) -> None:
    services = read_services(demo, "99.01", "e-PPGBM", NOW.date())
    ground = make_ground(demo, ARUNIKA, services)
    alerts = list_alerts(ground, Viewer(), read_rules())
    assert {LATE, CONTRADICTION, UNFUNDED, COMMITMENT} <= {alert.kind for alert in alerts}
    sentences = [write_alert(alert, lambda code, region: code) for alert in alerts]
    assert len(set(sentences)) == len(sentences)
    assert not [sentence for sentence in sentences if "{" in sentence or "None" in sentence]
    for alert in alerts:
        link = find_link(alert, PAGE_NAMES)
        assert find_link(alert, ()).page != "isian"
        assert (PAGES / f"{link.page}.py").exists()
        assert link.page in peringatan.LINKS
        assert link.query["wilayah"].startswith("99.01")
    order = [SEVERITIES.index(alert.severity) for alert in alerts]
    assert order == sorted(order)
    _check_kecamatan_parties(demo, services)


def test_a_province_is_told_of_what_contradicts_and_of_places_without_money_by_kabupaten(
    demo: Engine,
) -> None:
    """The same figures as the kabupaten's own alerts, the kabupaten named instead of the desa."""
    told = {}
    for scope in (ARUNIKA, ("99", "Khayal")):
        services = read_services(demo, scope[0], "e-PPGBM", NOW.date())
        ground = make_ground(demo, scope, services)
        found = list_alerts(ground, Viewer(), read_rules())
        told[scope[0]] = [a for a in found if a.kind in (CONTRADICTION, UNFUNDED)]
    assert {a.kind for a in told["99"]} == {CONTRADICTION, UNFUNDED}
    for above, own in zip(told["99"], told["99.01"], strict=True):
        assert above.regions == (ARUNIKA,)
        assert above.severity == own.severity
        assert {**above.figures, "wilayah": 1.0} == {**own.figures, "wilayah": 1.0}
        sentence = write_alert(above, lambda code, region: code)
        assert "Kabupaten Arunika" in sentence
        link = find_link(above, PAGE_NAMES)
        assert link.page == ("anggaran" if above.kind == UNFUNDED else "cakupan")
        assert link.query["wilayah"] == "99.01"


def _check_kecamatan_parties(demo: Engine, services: ServiceGround | None) -> None:
    """An operator is told of their own party's figures only, in their own kecamatan."""
    ground = make_ground(demo, MERAWESI, services)
    told = {}
    for party in ("puskesmas", "plkb"):
        grants = (Grant("operator", MERAWESI[0], party),)
        duties = frozenset({("operator", MERAWESI[0], party)})
        viewer = make_viewer(Account(1, party, party, grants=grants), duties, {})
        assert viewer.items == read_items_of_parties()[party]
        alerts = list_alerts(ground, viewer, read_rules())
        assert COMMITMENT not in {alert.kind for alert in alerts}
        told[party] = {a.code for a in alerts if a.kind == CONTRADICTION and a.is_mine}
    assert told["puskesmas"] == {"capaian_di_atas_sasaran"}
    assert told["plkb"] == set()


def test_who_sees_everything_is_told_of_everything() -> None:
    leader = Account(1, "p", "P", grants=(Grant("pimpinan", "ID"), Grant("operator", "99.01")))
    assert make_viewer(leader, frozenset(), {}) == Viewer()
    dinkes = Account(1, "d", "D", grants=(Grant("operator", "99.01", "dinkes"),))
    viewer = make_viewer(dinkes, frozenset(), {"dinkes": {"I01"}})
    assert viewer.items == frozenset({"I01"})
    assert make_viewer(dinkes, frozenset(), {}).items is None


def test_a_late_stage_names_the_role_that_is_waited_for_and_the_day_it_was_due() -> None:
    words = {"stage": "kecamatan.ansit", "year": "2026", "level": "kecamatan"}
    alert = Alert(
        LATE,
        "mendesak",
        "tahapan_sendiri",
        "99.01.01",
        (MERAWESI,),
        {"hari": 5.0, "banyak": 1.0},
        words | {"awaited": "verifikator:puskesmas"},
        "2026-01-15",
    )
    sentence = write_alert(alert, lambda code, region: code.capitalize())
    assert sentence.endswith("di Merawesi terlambat 5 hari; menunggu verifikator Puskesmas.")
    assert write_since(alert) == "15 Januari 2026"
    assert find_link(alert, PAGE_NAMES).page == "tahapan"


def test_every_explanation_names_cut_offs_that_exist_and_says_whose_they_are() -> None:
    for explanation in bagaimana.EXPLANATIONS.values():
        for name in explanation.thresholds:
            assert "bawaan Konvergensi" in describe_threshold(name)
    assert describe_threshold("peringatan_turun_poin").startswith("10 poin persen, paling sedikit")


def test_beranda_tells_alerts_without_repeating_a_persons_own_steps(
    demo: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    st.cache_data.clear()
    st.cache_resource.clear()
    person = Account(1, "o", "O", grants=(Grant("operator", "99.01.01", "setcam"),))
    monkeypatch.setattr("app.session.read_token", lambda: "uji")
    monkeypatch.setattr("app.loaders.load_person", lambda token: person)
    test = AppTest.from_file(str(PAGES.parent / "app" / "main.py"), default_timeout=60).run()
    assert not test.exception
    headings = [each.value for each in test.subheader]
    assert headings.index(stage_text.WAITING_TITLE) < headings.index(peringatan.TITLE)
    texts = [each.value for each in test.text]
    assert len(texts) == len(set(texts))
