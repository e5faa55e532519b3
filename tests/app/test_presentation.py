"""A story for a meeting: whoever prepares it, what its slides say, and that nothing moves them."""

import io
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from sqlalchemy import Engine, text

from analysis import story
from analysis.problem_locations import WATCH
from analysis.story import list_slides, move_slide
from app.access import Account, Grant, NotAllowedError
from app.actions import presentasi as actions
from app.documents.slides_pdf import write_pages, write_pdf
from app.documents.slides_pptx import write_pptx
from app.presentation_deck import make_deck
from app.presentation_edges import BOTTOM
from app.presentation_figures import make_figures
from app.presentation_measure import break_lines, clip, measure
from app.presentation_model import HEIGHT, LEAST_TEXT, WIDTH, DrawnSlide, TablePart, TextPart
from data_access.database import make_engine, open_write
from data_access.reads import presentasi as reads
from data_access.reads.peta import read_layer_content
from data_access.reads.rembuk import read_meetings

REGION, YEAR, SOURCE = "99.01", 2026, "e-PPGBM"
SENTENCE = (
    "Kita mulai dari desa yang paling banyak anaknya, lalu layanan yang tertinggal di sana. " * 2
)
HOSTILE = '=1+1 #table[*x*] <img src=x onerror=alert(1)> {{ 7*7 }} $a$ \\x "\x07'


def person(role: str, agency: str, code: str = REGION) -> Account:
    return Account(1, f"{agency}.{role}", "Ani", grants=(Grant(role, code, agency),))


BAPPEDA = person("bappeda", "bappeda")


@pytest.fixture(scope="module")
def place(demo_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path = tmp_path_factory.mktemp("presentasi") / "demo.db"
    shutil.copy(demo_template, path)
    return make_engine(f"sqlite:///{path.as_posix()}")


@pytest.fixture(scope="module")
def figures(place: Engine) -> dict[str, Any]:
    meeting = read_meetings(place, REGION, YEAR)[0]
    return make_figures(place, REGION, YEAR, story.REMBUK, SOURCE, meeting.id)


@pytest.fixture(scope="module")
def draw(place: Engine) -> Callable[..., tuple[DrawnSlide, ...]]:
    def make(figures: dict[str, Any], sentence: str = "", **changed: bool) -> Any:
        slides = tuple(
            replace(each, sentence=sentence[: story.LONGEST_SENTENCE], **changed)
            for each in list_slides(story.REMBUK)
        )
        return make_deck(
            figures, slides, "Rembuk 2026", lambda each: read_layer_content(place, each)
        )

    return make


def read_texts(deck: tuple[DrawnSlide, ...], kind: str) -> str:
    found = []
    for drawn in deck:
        for part in drawn.parts if drawn.slide.kind == kind else ():
            if isinstance(part, TextPart):
                found.append(part.text)
            elif isinstance(part, TablePart):
                found += [cell for row in part.rows for cell in row]
    return " ".join(found).replace("\u00a0", " ")


def test_nothing_is_small_and_nothing_leaves_the_slide(
    figures: dict[str, Any], draw: Callable[..., Any]
) -> None:
    for deck in (draw(figures), draw(figures, SENTENCE, shown=True)):
        for drawn in deck:
            for part in drawn.parts:
                box = part.box
                assert min(box.x, box.y) >= 0
                assert box.x + box.w <= WIDTH + 1
                assert box.y + box.h <= HEIGHT
                if isinstance(part, TextPart):
                    assert part.size >= LEAST_TEXT
                    lines = break_lines(part.text, box.w, part.size, bold=part.bold)
                    assert len(lines) * part.size <= box.h + 4, part.text
                if isinstance(part, TablePart):
                    assert box.y + box.h <= BOTTOM + 1, drawn.slide.title


def test_slides_say_what_the_snapshot_says(
    figures: dict[str, Any], draw: Callable[..., Any]
) -> None:
    deck = draw(figures)
    own = next(row for row in figures["prevalence"] if row["code"] == REGION)
    share = f"{own['prevalensi_pct']:.1f}".replace(".", ",")
    assert f"{share} %" in read_texts(deck, story.STANDING)
    proposals = figures["story"]["proposals"]
    agreed = [e for e in proposals if e["decision"] == "disepakati" and e["bidang"] == "sosbud"]
    assert f"{len(agreed)} dari" in read_texts(deck, story.PROPOSALS)
    assert figures["story"]["commitments"][0]["statement"][:20] in read_texts(
        deck, story.COMMITMENTS
    )
    for drawn in deck:
        assert "DEMONSTRASI" in " ".join(drawn.slide.marks)
        assert drawn.slide.footer.startswith("Angka per ")


def test_a_kept_commitment_is_not_told_as_open(
    figures: dict[str, Any], draw: Callable[..., Any]
) -> None:
    changed = json.loads(json.dumps(figures))
    told = changed["story"]
    told["pending"] = []
    states = ("selesai", "batal", "belum", "berjalan")
    told["commitments"] = [dict(told["commitments"][0], state=each) for each in states]
    assert "2 komitmen masih terbuka." in read_texts(draw(changed), story.CLOSING)


def test_the_money_of_a_kecamatan_is_held_against_the_problem_places_of_its_kabupaten(
    place: Engine, figures: dict[str, Any], draw: Callable[..., Any]
) -> None:
    hit = {
        row["code"]
        for row in figures["problems"]
        if len(row["code"]) == 13 and row["type"] != WATCH
    }
    for code in ("99.01.01", "99.01.03"):
        own = make_figures(place, code, YEAR, story.PRA_MUSRENBANG, SOURCE, None)
        among = sum(each.startswith(code) for each in hit)
        assert own["story"]["unfunded_among"] == among
        lamp = next(each for each in own["budget"]["lamps"] if each["question"] == "lokasi")
        assert (lamp["reason"] == "lokasi_prioritas_kosong") == (among == 0)
        said = read_texts(draw(own), story.UNFUNDED)
        assert ("Tidak ada lokasi prioritas anggaran di sini" in said) == (among == 0)
        assert "pembanding Kabupaten Arunika" in read_texts(draw(own), story.MONEY)
    assert "pembanding" not in read_texts(draw(figures), story.MONEY)


def test_little_on_a_slide_is_written_larger_and_nothing_is_left_out(
    figures: dict[str, Any], draw: Callable[..., Any]
) -> None:
    nothing = dict(figures, story=dict(figures["story"], commitments=[]))
    (alone,) = [each for each in draw(nothing) if each.slide.kind == story.COMMITMENTS]
    (line,) = [each for each in alone.parts if getattr(each, "text", "").startswith("Belum ada")]
    assert isinstance(line, TextPart)
    assert line.size > 1.3 * LEAST_TEXT
    for drawn in draw(figures, SENTENCE):
        sizes = {each.size for each in drawn.parts if isinstance(each, TablePart)}
        if any(size > LEAST_TEXT for size in sizes):
            cut = [each for each in drawn.parts if isinstance(each, TextPart | TablePart)]
            assert "…" not in " ".join(map(str, cut)), drawn.slide.title


def test_a_kecamatan_is_named_once_for_all_its_desa(
    figures: dict[str, Any], draw: Callable[..., Any]
) -> None:
    changed = json.loads(json.dumps(figures))
    rows = changed["story"]["proposals"]
    rows[0]["places"] = "A (Kec. K), B (Kec. K), C (Kec. L)"
    rows[1]["places"] = "A (Kec. K), B (Kec. K), C (Kec. K), D (Kec. K)"
    changed["story"]["proposals"] = rows[:2]
    said = read_texts(draw(changed), story.PROPOSALS)
    assert "A, B (Kec. K), C (Kec. L)" in said
    assert "A, B (Kec. K) dan 2 lainnya" in said


def test_figures_that_are_not_approved_are_marked(
    figures: dict[str, Any], draw: Callable[..., Any]
) -> None:
    open_ones = [dict(mark, done=0) for mark in figures["marks"]]
    deck = draw(figures | {"marks": open_ones})
    marked = {drawn.slide.kind for drawn in deck if "Belum disetujui" in drawn.slide.marks}
    assert {story.STANDING, story.MAP, story.SERVICES, story.PLACES} <= marked
    assert story.COMMITMENTS not in marked


def test_data_that_changes_behind_moves_no_slide(
    place: Engine, figures: dict[str, Any], draw: Callable[..., Any], tmp_path: Path
) -> None:
    copy = tmp_path / "lain.db"
    shutil.copy(str(place.url.database), copy)
    engine = make_engine(f"sqlite:///{copy.as_posix()}")
    made = actions.add_story(
        engine, BAPPEDA, region_code=REGION, year=YEAR, kind=story.REMBUK, title="R", token="t"
    )
    base = reads.read_story(engine, made.number or 0)
    assert base is not None
    assert actions.freeze_story(engine, BAPPEDA, base, figures).is_done
    with engine.connect() as connection:
        longest = "SELECT max(length(after)) FROM riwayat WHERE table_name = 'naskah_presentasi'"
        # History says that the figures were frozen and when, without a copy of them all.
        assert 0 < connection.execute(text(longest)).scalar_one() < 4_000
    before = draw(reads.read_frozen(engine, base.id))
    with open_write(engine, "uji") as connection:
        connection.execute(text("UPDATE wilayah SET name = name || ' Baru' WHERE level <> 'desa'"))
        connection.execute(text("UPDATE komitmen SET statement = 'lain', state = 'batal'"))
        connection.execute(text("UPDATE usulan SET decision = 'belum'"))
    assert draw(reads.read_frozen(engine, base.id)) == before
    engine.dispose()


def test_a_meeting_with_frozen_figures_lends_them_to_its_story(
    place: Engine, figures: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert figures["story"]["meeting"]["own_figures"] is False
    meeting = read_meetings(place, REGION, YEAR)[0]
    own = {name: value for name, value in figures.items() if name != "story"}
    own |= {"made_at": "2026-03-12T01:00:00+00:00", "budget": None}
    monkeypatch.setattr("app.presentation_figures.rembuk.read_snapshot", lambda *_: own)
    now = make_figures(place, REGION, YEAR, story.REMBUK, "lain", meeting.id)
    assert now["story"]["meeting"]["own_figures"] is True
    assert {name: now[name] for name in own} == own
    with pytest.raises(LookupError):
        make_figures(place, "99.01.01", YEAR, story.REMBUK, SOURCE, meeting.id)


def test_the_same_slides_as_powerpoint_and_pdf_keep_hostile_text_plain(
    figures: dict[str, Any], draw: Callable[..., Any]
) -> None:
    changed = json.loads(json.dumps(figures))
    changed["story"]["commitments"][0]["statement"] = HOSTILE
    deck = draw(changed)
    file = Presentation(io.BytesIO(write_pptx(deck, HOSTILE)))
    assert len(file.slides) == len(deck)
    words = [
        cell.text
        for slide in file.slides
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
        for cell in row.cells
    ]
    assert any(each.startswith("=1+1 #table[*x*] <img") and "\x07" not in each for each in words)
    assert all(slide.shapes.title.text for slide in file.slides)
    assert any(shape.shape_type == 13 for slide in file.slides for shape in slide.shapes)
    assert write_pdf(deck, HOSTILE).startswith(b"%PDF")
    assert len(write_pages(deck[:2], "x", 20)) == 2


STRANGERS = [
    None,
    person("verifikator", "bappeda"),
    person("pimpinan", ""),
    person("bappeda", "bappeda", "63.11"),
    person("operator", "setcam", "99.01.01"),
]


@pytest.mark.parametrize("who", STRANGERS)
def test_nobody_else_prepares_a_story(place: Engine, who: Account | None) -> None:
    told: dict[str, Any] = {"region_code": REGION, "year": YEAR, "kind": story.REMBUK}
    made = actions.add_story(place, BAPPEDA, **told, title="Rembuk", token="satu")
    base = reads.read_story(place, made.number or 0)
    assert base is not None
    slides = list_slides(story.REMBUK)
    for act in (
        lambda: actions.add_story(place, who, **told, title="Lain", token="dua"),
        lambda: actions.change_story(place, who, base, title="Lain", slides=slides),
        lambda: actions.freeze_story(place, who, base, {"region": {"code": REGION}, "year": YEAR}),
        lambda: actions.remove_story(place, who, base),
    ):
        with pytest.raises(NotAllowedError):
            act()


def test_a_story_is_changed_as_asked_or_refused_with_a_reason(place: Engine) -> None:
    told: dict[str, Any] = {"region_code": REGION, "year": YEAR, "kind": story.REMBUK}
    made = actions.add_story(place, BAPPEDA, **told, title="Untuk diubah", token="tiga")
    base = reads.read_story(place, made.number or 0)
    assert base is not None
    slides = move_slide(list_slides(story.REMBUK), 2, 1)
    assert actions.change_story(place, BAPPEDA, base, title="Baru", slides=slides).is_done
    after = reads.read_story(place, base.id)
    assert after is not None
    assert story.read_slides(after.slides, after.kind) == slides
    assert actions.change_story(place, BAPPEDA, base, title="Lain", slides=slides).theirs == after
    hidden = tuple(replace(each, shown=False) for each in slides)
    for title, rows, fault in (
        ("", slides, "judul_kosong"),
        ("<b>", slides, "tanda"),
        ("R", hidden, "kosong"),
    ):
        assert actions.change_story(place, BAPPEDA, after, title=title, slides=rows).fault == fault
    with pytest.raises(ValueError, match="another place"):
        actions.freeze_story(place, BAPPEDA, after, {"region": {"code": "63"}, "year": YEAR})


def test_words_are_cut_to_their_place_and_a_number_keeps_its_unit() -> None:
    assert break_lines("naik 16,1 % lagi", measure("naik 16,1", 23) + 1, 23)[0] == "naik"
    assert clip("satu dua tiga empat", measure("satu dua", 23) + 1, 23, 1) == ["satu d…"]
    assert len(break_lines("a" * 50, 100, 23)) > 1
