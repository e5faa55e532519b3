"""Who records regulations and publications, what they must say, and whose files are whose."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from app.access import Account, Grant, NotAllowedError
from app.actions import dukungan as actions
from app.actions.databases import create_database
from app.actions.dukungan import PublicationDraft, Regulation, RegulationDraft, make_subject
from app.actions.dukungan_checks import find_link_fault
from app.actions.lampiran import add_attachment, withdraw_attachment
from app.text import dukungan as text
from data_access.database import make_engine
from data_access.reads.dukungan import read_regulation, read_regulations
from data_access.reads.lampiran import list_attachments
from data_access.writes.wilayah import save_regions
from tests.corpus.places import make_info, make_place

KABUPATEN, JUAI, HALONG, YEAR = "63.11", "63.11.01", "63.11.02", 2026
RULE = RegulationDraft("keputusan", " 440/12  ", date(2026, 1, 5), "Tim kecamatan", "ansit")
NEWS = PublicationDraft("radio", "Siaran", None, "https://contoh.id/a?b=1#c", "semua")
PDF = b"%PDF-1.7 isi"


def person(role: str, code: str = JUAI, agency: str = "setcam") -> Account:
    return Account(1, f"{role}.{agency}", "Ani", grants=(Grant(role, code, agency),))


OPERATOR, BAPPEDA = person("operator"), person("operator", KABUPATEN, "bappeda")


@pytest.fixture
def place(tmp_path: Path) -> Engine:
    engine = make_engine(f"sqlite:///{(tmp_path / 'dukungan.db').as_posix()}")
    create_database(engine, kind="nyata")
    save_regions(engine, make_place([f"{JUAI}.2001", f"{HALONG}.2001"]), make_info("wilayah"))
    return engine


def add(engine: Engine, draft: RegulationDraft = RULE) -> Regulation:
    done = actions.add_support(engine, OPERATOR, JUAI, YEAR, draft, "t")
    found = read_regulation(engine, done.number or 0)
    assert found is not None
    return found


def fault_of(engine: Engine, draft: actions.Draft) -> str | None:
    return actions.add_support(engine, OPERATOR, JUAI, YEAR, draft, "t").fault


@pytest.mark.parametrize(
    "who",
    [
        None,
        BAPPEDA,
        person("operator", JUAI, "puskesmas"),
        person("operator", HALONG),
        person("verifikator"),
        person("penyetuju", agency="camat"),
        person("pimpinan", "ID", ""),
    ],
)
def test_only_the_operator_of_the_sekretariat_records_in_a_kecamatan(
    place: Engine, who: Account | None
) -> None:
    rule = add(place)
    for act in (
        lambda: actions.add_support(place, who, JUAI, YEAR, RULE, "t"),
        lambda: actions.change_support(place, who, rule, RULE),
        lambda: actions.withdraw_support(place, who, rule),
        lambda: add_attachment(place, who, make_subject(rule), "a.pdf", PDF, "t"),  # type: ignore[arg-type]
    ):
        with pytest.raises(NotAllowedError):
            act()
    assert len(read_regulations(place, KABUPATEN, YEAR, below=True)) == 1


def test_bappeda_records_for_the_kabupaten(place: Engine) -> None:
    rule = replace(RULE, kind="perda", stage="target")
    assert actions.add_support(place, BAPPEDA, KABUPATEN, YEAR, rule, "t").number
    with pytest.raises(ValueError, match="stage"):
        actions.add_support(place, OPERATOR, JUAI, YEAR, rule, "t")


def test_words_are_tidied_and_what_is_missing_is_named(place: Engine) -> None:
    assert add(place).number == "440/12"
    tomorrow = datetime.now(UTC).date() + timedelta(days=2)
    cases: dict[str, actions.Draft] = {
        "nomor_kosong": replace(RULE, number="  "),
        "tentang_kosong": replace(RULE, subject=""),
        "panjang": replace(RULE, subject="x" * 501),
        "tanda": replace(RULE, subject="{{ 7 }}"),
        "tanggal": replace(RULE, dated_on=tomorrow),
        "ganda": replace(RULE, subject="Lain"),
        "judul_kosong": replace(NEWS, title=""),
        "tautan": replace(NEWS, link="contoh.id/a"),
    }
    assert {code: fault_of(place, draft) for code, draft in cases.items()} == {
        code: code for code in cases
    }
    assert set(cases) < set(text.FAULTS)


@pytest.mark.parametrize(
    ("link", "fault"),
    [
        ("https://bappeda.contoh.go.id/berita/1?x=%20a&y=2#atas", None),
        ("HTTP://contoh.id", None),
        ("javascript:alert(1)", "tautan"),
        ("ftp://contoh.id/a", "tautan"),
        ("https://", "tautan"),
        ("https://[::1", "tautan"),
        ("https://lokal", "tautan"),
        ("https://contoh.id/a b", "tautan_tanda"),
        ("https://contoh.id/<b>", "tautan_tanda"),
        ("https://contoh.id/\u202egnp", "tautan_tanda"),
        ("https://ani:rahasia@contoh.id", "tautan_sandi"),
        ("https://contoh.id/" + "a" * 1000, "tautan_panjang"),
    ],
)
def test_an_address_is_http_or_https_and_says_what_it_is(link: str, fault: str | None) -> None:
    assert find_link_fault(link) == fault
    assert fault is None or fault in text.FAULTS


def test_a_publication_needs_no_link_where_a_file_stands_for_it(place: Engine) -> None:
    assert actions.add_support(place, OPERATOR, JUAI, YEAR, replace(NEWS, link=" "), "t").number


def test_files_belong_to_the_row_of_the_region_that_recorded_it(place: Engine) -> None:
    rule = add(place)
    subject = make_subject(rule)
    number = add_attachment(place, OPERATOR, subject, "sk.pdf", PDF, "t").number
    assert number is not None
    stranger = person("operator", HALONG)
    foreign = f"regulasi:{rule.id}:{HALONG}:setcam"
    with pytest.raises(ValueError, match="regulasi"):
        add_attachment(place, stranger, foreign, "sk.pdf", PDF, "t")
    with pytest.raises(NotAllowedError):
        withdraw_attachment(place, stranger, number)
    assert actions.withdraw_support(place, OPERATOR, rule).number == rule.id
    assert list_attachments(place, subject).empty
    gone = add_attachment(place, OPERATOR, subject, "sk.pdf", PDF, "t2")
    assert gone.fault == "dukungan_ditarik"
    assert actions.change_support(place, OPERATOR, rule, RULE).is_gone
