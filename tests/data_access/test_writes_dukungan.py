"""Regulations and publications: recorded once, changed on a version, withdrawn with their files."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine

from data_access.reads.batches import read_versions
from data_access.reads.dukungan import (
    Regulation,
    read_publication,
    read_publications,
    read_regulation,
    read_regulations,
)
from data_access.reads.lampiran import list_attachments
from data_access.reads.riwayat import HistoryFilter, read_history
from data_access.reads.tahapan import read_parts
from data_access.writes.dukungan import (
    PublicationDraft,
    RegulationDraft,
    add_support,
    change_support,
    make_subject,
    part_of,
    to_draft,
    withdraw_support,
)
from data_access.writes.lampiran import NewAttachment, save_attachment
from data_access.writes.once import KeyReusedError
from data_access.writes.tahapan import StageLockedError, StageMove, move_parts
from tests.corpus.entry import KECAMATAN, add_regions

YEAR, KABUPATEN = 2026, KECAMATAN[:5]
RULE = RegulationDraft("perda", "5 Tahun 2025", date(2025, 3, 1), "Percepatan", "ansit")
NEWS = PublicationDraft("radio", "Siaran", date(2026, 4, 2), "https://contoh.id/siaran", "semua")


@pytest.fixture
def place(engine: Engine) -> Engine:
    add_regions(engine)
    return engine


def add(engine: Engine, key: str = "k1", draft: RegulationDraft = RULE) -> Regulation:
    done = add_support(engine, "ani", draft, KECAMATAN, YEAR, key=key)
    assert done.number is not None
    found = read_regulation(engine, done.number)
    assert found is not None
    return found


def test_a_regulation_comes_back_as_it_was_given(place: Engine) -> None:
    rule = add(place)
    assert to_draft(rule) == RULE
    listed = read_regulations(place, KECAMATAN, YEAR)
    row = listed.iloc[0]
    assert (row["number"], row["dated_on"], row["file_count"]) == (
        "5 Tahun 2025",
        date(2025, 3, 1),
        0,
    )
    assert row["wilayah_name"]
    assert read_regulations(place, KECAMATAN, YEAR + 1).empty
    assert list(read_regulations(place, KABUPATEN, YEAR).columns) == list(listed.columns)
    assert len(read_regulations(place, KABUPATEN, YEAR, below=True)) == 1


def test_a_publication_is_another_list(place: Engine) -> None:
    done = add_support(place, "ani", NEWS, KECAMATAN, YEAR, key="p1")
    found = read_publication(place, done.number or 0)
    assert found is not None
    assert to_draft(found) == NEWS
    assert read_regulations(place, KECAMATAN, YEAR).empty
    assert read_publications(place, KECAMATAN, YEAR)["link"].tolist() == [NEWS.link]
    add_support(place, "ani", replace(NEWS, link=None), KECAMATAN, YEAR, key="p2")
    assert read_publications(place, KECAMATAN, YEAR)["link"].tolist() == [NEWS.link, None]
    stages = {part.stage for part in read_parts(place, [KECAMATAN], YEAR)}
    assert stages == {"kecamatan.publikasi"}


def test_three_clicks_record_one(place: Engine) -> None:
    assert add(place).id == add(place).id
    with pytest.raises(KeyReusedError):
        add_support(place, "ani", replace(RULE, subject="Lain"), KECAMATAN, YEAR, key="k1")
    double = replace(RULE, number="5 TAHUN 2025", subject="Lain")
    assert add_support(place, "ani", double, KECAMATAN, YEAR, key="k2").is_double
    assert add(place, "k3", replace(RULE, stage="penilaian")).id


def test_a_change_is_on_the_version_that_was_seen(place: Engine) -> None:
    rule = add(place)
    mine = replace(RULE, subject="Percepatan penurunan stunting")
    assert change_support(place, "budi", rule, mine).number == rule.id
    late = change_support(place, "cici", rule, replace(RULE, subject="Lain"))
    assert late.theirs is not None
    assert (late.theirs.updated_by, late.theirs.version) == ("budi", 2)
    assert change_support(place, "cici", rule, mine).number == rule.id  # says so already
    history = read_history(place, HistoryFilter(table="regulasi"))
    assert [(row.actor, row.action) for row in history] == [("budi", "ubah"), ("ani", "tambah")]


def test_withdrawing_takes_the_files_along_and_leaves_history(place: Engine) -> None:
    rule = add(place)
    subject = make_subject(rule)
    assert subject == f"regulasi:{rule.id}:{KECAMATAN}:setcam"
    paper = NewAttachment(KECAMATAN, subject, "perda.pdf", "application/pdf", b"%PDF-1.7 isi")
    save_attachment(place, "ani", paper, key="f1", entry=part_of(rule))
    assert read_regulations(place, KECAMATAN, YEAR)["file_count"].tolist() == [1]
    before = read_versions(place)
    assert withdraw_support(place, "budi", rule).number == rule.id
    assert read_regulation(place, rule.id) is None
    assert list_attachments(place, subject).empty
    assert withdraw_support(place, "budi", rule).is_gone
    after = read_versions(place)
    assert all(after[topic] > before.get(topic, 0) for topic in ("dukungan", "lampiran"))
    assert read_history(place, HistoryFilter(table="regulasi"))[0].action == "hapus"
    assert read_history(place, HistoryFilter(table="lampiran"))[0].action == "hapus"


def test_nothing_is_written_once_the_part_is_handed_in(place: Engine) -> None:
    rule = add(place)
    (part,) = read_parts(place, [KECAMATAN], YEAR)
    step = StageMove("ajukan", KECAMATAN, YEAR, part.stage, part.part, "draf", part.version)
    assert move_parts(place, "ani", [step]).moved
    with pytest.raises(StageLockedError):
        add_support(place, "ani", replace(RULE, number="6"), KECAMATAN, YEAR, key="k9")
    with pytest.raises(StageLockedError):
        change_support(place, "ani", rule, replace(RULE, subject="Lain"))
    with pytest.raises(StageLockedError):
        withdraw_support(place, "ani", rule)
    assert len(read_regulations(place, KECAMATAN, YEAR)) == 1
