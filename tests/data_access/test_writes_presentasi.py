"""Stories: begun once, changed on a version, frozen, taken away, each with its history."""

from typing import Any

import pytest
from sqlalchemy import Engine

from data_access.reads.presentasi import Story, read_frozen, read_stories, read_story
from data_access.reads.riwayat import HistoryFilter, read_history
from data_access.writes.once import KeyReusedError
from data_access.writes.presentasi import add_story, change_story, freeze_story, remove_story
from tests.corpus.entry import KECAMATAN, add_regions

SLIDES: list[dict[str, Any]] = [{"kind": "judul", "shown": True, "sentence": ""}]


@pytest.fixture
def place(engine: Engine) -> Engine:
    add_regions(engine)
    return engine


def begin(engine: Engine, key: str = "buat", title: str = "Rembuk") -> Story:
    told: dict[str, Any] = {"wilayah_code": KECAMATAN, "year": 2026, "kind": "rembuk"}
    number = add_story(engine, "ani", **told, title=title, slides=SLIDES, key=key)
    found = read_story(engine, number)
    assert found is not None
    return found


def test_three_clicks_begin_one_story(place: Engine) -> None:
    assert begin(place) == begin(place) == begin(place)
    assert len(read_stories(place, KECAMATAN, 2026)) == 1
    with pytest.raises(KeyReusedError):
        begin(place, title="Lain")


def test_a_change_on_an_old_version_gives_back_the_others(place: Engine) -> None:
    base = begin(place)
    assert change_story(place, "budi", base, title="Budi", slides=SLIDES).number == base.id
    done = change_story(place, "ani", base, title="Ani", slides=SLIDES)
    assert done.number is None
    assert done.theirs is not None
    assert (done.theirs.title, done.theirs.updated_by) == ("Budi", "budi")
    # Whoever wants what stands there already is content.
    assert change_story(place, "ani", base, title="Budi", slides=SLIDES).number == base.id


def test_figures_are_frozen_once_for_two_who_press_together(place: Engine) -> None:
    base = begin(place)
    assert freeze_story(place, "ani", base, {"angka": 1}).number == base.id
    assert freeze_story(place, "budi", base, {"angka": 2}).theirs is not None
    assert read_frozen(place, base.id) == {"angka": 1}


def test_a_story_is_taken_away_and_its_history_stays(place: Engine) -> None:
    base = begin(place)
    assert remove_story(place, "ani", base).number == base.id
    assert read_story(place, base.id) is None
    assert change_story(place, "ani", base, title="Lagi", slides=SLIDES).is_gone
    rows = read_history(place, HistoryFilter(scope_code=KECAMATAN, table="naskah_presentasi"))
    assert {row.action for row in rows} == {"tambah", "hapus"}
    assert {row.actor for row in rows} == {"ani"}
