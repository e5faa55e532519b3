"""A budget played on screen: from SIPD's file to three answers, and once more after its change."""

import contextlib
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, TimeoutError, expect
from sqlalchemy import Engine

from analysis.stages import PartState
from app.access import Account, Grant
from app.actions.tahapan import submit_part, verify_parts
from app.format import format_count, format_idr_short, format_pct
from data_access import reference
from data_access.database import make_engine
from data_access.demo.people import AGENCIES
from data_access.reads.pengguna import read_account
from tests.browser import screens
from tests.browser.independent_budget import KABUPATEN, Needs, Tag, read_needs, read_tags
from tests.corpus.health_budget import (
    AFTER,
    BEFORE,
    MEALS,
    MEETINGS,
    MORE_MEALS,
    MORE_MEETINGS,
    SOLIDS,
    TABLETS,
    THIN,
    TRIPS,
    WORMS,
)
from tests.corpus.sipd import Spent, write_combined

YEAR = 2027
STAGE = "kabupaten.penandaan-berjalan"
DISTRICT = ("99.01.01", "Merawesi")


@dataclass(frozen=True)
class Office:
    """The server of a copy of the demonstration, its database, and what people there lack."""

    address: str
    path: Path
    needs: Needs

    def tags_of(self, place: str) -> list[Tag]:
        """Direct money as it should be tagged; the drugs go to one desa, the rest to a kecamatan.

        Half of an odd sum each: the first of two services has the rupiah that is left over.
        """
        half = THIN.total // 2
        return [
            ("I02", place, TABLETS.total),
            ("I01", DISTRICT[0], MEALS.total),
            ("I08", DISTRICT[0], SOLIDS.total),
            ("I12", DISTRICT[0], half + 1),
            ("I18", DISTRICT[0], half),
        ]

    @property
    def chosen_desa(self) -> str:
        """A problem desa whose mothers lack tablets, with a name that no other desa has."""
        names, people = self.needs.names, self.needs.people
        lacking = [code for code in sorted(self.needs.problems) if people[code, "I02"]]
        return next(code for code in lacking if [*names.values()].count(names[code]) == 1)


@pytest.fixture(scope="module")
def office(
    start_app: Callable[..., str], demo_database: Path, tmp_path_factory: pytest.TempPathFactory
) -> Office:
    path = tmp_path_factory.mktemp("anggaran") / demo_database.name
    shutil.copy(demo_database, path)
    return Office(start_app(home=path.parent), path, read_needs(path))


def test_a_budget_is_tagged_answered_and_after_its_change_only_what_changed_asks_for_tags(
    office: Office, page_at: Callable[..., Page]
) -> None:
    page = page_at(person=None)
    bappeda_imports(page, office, "APBD murni", BEFORE)
    dinkes_tags(page, office)
    dinkes_hands_in_and_bappeda_consolidates(page, office)
    assert sorted(read_tags(office.path, "murni", YEAR)) == sorted(
        office.tags_of(office.chosen_desa)
    )
    lamps_are_as_worked_out(page, office)
    bappeda_imports(page, office, "APBD perubahan", AFTER)
    only_changes_ask_for_tags(page, office)
    changes_are_told(page, office)
    leader_finds_what_has_no_money(page, office)


def bappeda_imports(page: Page, office: Office, kind: str, lines: list[Spent]) -> None:
    screens.sit_down(page, "bappeda")
    screens.open_screen(page, office.address, "data_masuk", "Data masuk")
    page.get_by_role("radio", name="Anggaran (SIPD)").click()
    expect(page.get_by_text("Anggaran milik", exact=True)).to_be_visible()
    screens.wait_until_idle(page)
    screens.choose_option(page, "Potret anggaran", kind)
    screens.choose_option(page, "Tahun anggaran", str(YEAR))
    file = write_combined(office.path.parent / kind.replace(" ", "-"), lines)
    page.locator('input[type="file"]').first.set_input_files(file)
    screens.press(page, "Periksa berkas", "Berkas selesai diperiksa")
    total = sum(line.total for line in lines)
    expect(screens.metric_of(page, "Jumlah")).to_have_text(format_idr_short(total))
    expect(screens.metric_of(page, "Baris belanja")).to_have_text(str(len(lines)))
    screens.press(page, "Simpan", "Tersimpan sebagai impor nomor")
    assert screens.faults_on(page) == []
    if kind == "APBD perubahan":
        expect(page.get_by_text("5 baris dengan 4 tanda")).to_be_visible()


def dinkes_tags(page: Page, office: Office) -> None:
    screens.sit_down(page, "dinkes.operator")
    screens.open_screen(page, office.address, "penandaan", "Penandaan · Kabupaten Arunika")
    snapshot = page.get_by_role("combobox", name="Potret anggaran")
    expect(snapshot).to_have_value(f"APBD murni {YEAR}")  # what waits for this person stands first
    counts_are(page, seen=0, of=7, tagged=0)
    tag_the_tablets(page, office)
    tag_by_proposal(page)
    put_the_rest_aside(page)
    expect(page.get_by_text("Semua baris pada subkegiatan yang disarankan")).to_be_visible()


def counts_are(page: Page, *, seen: int, of: int, tagged: int) -> None:
    """The three figures above the work; the budget's line on pilgrims is offered to nobody."""
    expect(screens.metric_of(page, f"Dilihat dari {of}")).to_have_text(str(seen))
    expect(screens.metric_of(page, "Belum dilihat")).to_have_text(str(of - seen))
    expect(screens.metric_of(page, "Bertanda")).to_have_text(str(tagged))


def tag_the_tablets(page: Page, office: Office) -> None:
    """One line by its box, to one service and one desa."""
    lines = screens.table(page, "Keadaan")
    place = next(n for n, row in enumerate(screens.rows_of(lines)) if TABLETS.text in row)
    screens.wait_until_idle(page)
    lines.click(position={"x": 16, "y": 51 + 33 * place})
    expect(page.get_by_role("heading", name=f"Tandai: {TABLETS.text}")).to_be_visible()
    choose_several(page, "Layanan yang dibiayai", "IBU-2")
    page.get_by_test_id("stRadio").get_by_text("Desa/kelurahan", exact=True).click()
    expect(page.get_by_text("Desa/kelurahan yang dituju", exact=True)).to_be_visible()
    choose_several(page, "Desa/kelurahan yang dituju", office.needs.names[office.chosen_desa])
    expect(
        page.get_by_text("1 tanda pada 1 baris: Rp26.000.000 dari Rp26.000.000.")
    ).to_be_visible()
    screens.press(page, "Simpan tanda (1 baris)", "1 baris sudah ditandai.")
    counts_are(page, seen=1, of=7, tagged=1)


def tag_by_proposal(page: Page) -> None:
    """Three lines at once, each to the services that its text proposes."""
    screens.choose_option(page, "Jenis menurut rekening", "Untuk sasaran")
    keep_to(page, "Belum dilihat")
    choose_all(page, 3)
    page.get_by_text("Terima saran tiap baris (3 baris)").click()
    page.get_by_test_id("stRadio").get_by_text("Kecamatan", exact=True).click()
    expect(page.get_by_text("Kecamatan yang dituju", exact=True)).to_be_visible()
    choose_several(page, "Kecamatan yang dituju", DISTRICT[1])
    expect(page.get_by_text("4 tanda pada 3 baris:")).to_be_visible()
    expect(page.get_by_text("2 tanda jumlahnya dibagi rata (Rp95.445.101)")).to_be_visible()
    screens.press(page, "Simpan tanda (3 baris)", "3 baris sudah ditandai.")
    counts_are(page, seen=4, of=7, tagged=4)


def put_the_rest_aside(page: Page) -> None:
    screens.choose_option(page, "Jenis menurut rekening", "Semua")
    choose_all(page, 3)
    screens.press(page, "Bukan stunting", "3 baris dinyatakan bukan stunting.")
    counts_are(page, seen=7, of=7, tagged=4)


def keep_to(page: Page, state: str) -> None:
    page.get_by_test_id("stButtonGroup").get_by_text(state, exact=True).click()
    screens.wait_until_idle(page)


def choose_all(page: Page, count: int) -> None:
    page.get_by_text(f"Pilih semua {count} baris yang cocok").click()
    expect(page.get_by_role("heading", name=f"Tandai {count} baris")).to_be_visible()
    screens.wait_until_idle(page)


_TRIES, _DRAWN_MS = 3, 8_000


def choose_several(page: Page, label: str, words: str) -> None:
    """Choose the first option with these words in a list that takes several."""
    lists = page.get_by_test_id("stMultiSelect").filter(has=page.get_by_text(label, exact=True))
    tag = lists.locator("[data-tag]").filter(has_text=words)
    for _ in range(_TRIES):
        # A list that is drawn anew while one types in it forgets what was typed.
        screens.wait_until_idle(page)
        lists.get_by_role("combobox").clear()
        lists.get_by_role("combobox").press_sequentially(words)
        page.get_by_role("option").filter(has_text=words).first.click()
        page.keyboard.press("Escape")
        with contextlib.suppress(TimeoutError):
            tag.wait_for(timeout=_DRAWN_MS)
            break
    expect(tag).to_be_visible()
    screens.wait_until_idle(page)


def dinkes_hands_in_and_bappeda_consolidates(page: Page, office: Office) -> None:
    screens.press(page, "Ajukan", "Sudah diajukan kepada verifikator.")
    expect(page.get_by_text("Bagian ini sudah diajukan")).to_be_visible()
    stage = f"tahapan?wilayah={KABUPATEN}&tahun={YEAR}&tahapan=Penandaan+APBD+tahun+berjalan"
    screens.sit_down(page, "dinkes.verifikator")
    screens.open_screen(page, office.address, stage, "Tahapan")
    screens.press(page, "Verifikasi", "Sudah diverifikasi.")
    screens.sit_down(page, "kepala.bappeda")
    screens.open_screen(page, office.address, stage, "Tahapan")
    expect(page.get_by_role("button", name="Setujui", exact=True)).to_have_count(0)
    others_hand_in(office.path)
    screens.open_screen(page, office.address, stage, "Tahapan")
    screens.press(page, "Setujui", "Sudah disetujui. Datanya sekarang terkunci.")


def others_hand_in(path: Path) -> None:
    """The agencies without a line in this file, which hand in that there is nothing to tag."""
    engine = make_engine(f"sqlite:///{path.as_posix()}")
    coordinator = account(engine, "bappeda")
    for part in sorted(set(AGENCIES) - {"dinkes"}):
        submit_part(engine, coordinator, PartState(KABUPATEN, YEAR, STAGE, part))
        grants = (Grant("verifikator", KABUPATEN, part),)
        verifier = Account(0, f"{part}.verifikator", part, grants=grants)
        verify_parts(engine, verifier, [PartState(KABUPATEN, YEAR, STAGE, part, "diajukan", 1)])
    engine.dispose()


def account(engine: Engine, username: str) -> Account:
    found = read_account(engine, username)
    assert found is not None
    return found


def lamps_are_as_worked_out(page: Page, office: Office) -> None:
    screens.sit_down(page, "pimpinan")
    open_budget(page, office, f"APBD murni {YEAR}")
    needs, tags = office.needs, office.tags_of(office.chosen_desa)
    wanted, known = needs.wanted(), needs.known()
    funded = {item for item, _, _ in tags} & {*wanted}
    whole = sum(needs.of(item) or 0 for item in known)
    covered = sum(min(needs.of(item) or 0, amount) for item, _, amount in tags if item in known)
    priority = sum(needs.of(item, needs.problems) or 0 for item in known)
    lamps = [
        (f"{len(funded)} dari {len(wanted)}", f"{len(wanted) - len(funded)} tanpa uang"),
        (format_pct(100 * covered / whole, 0), f"kebutuhan {format_idr_short(whole)}"),
        ("100 %", f"sedangkan {format_pct(100 * priority / whole, 0)} kebutuhan"),
    ]
    for question, (figure, words) in zip(
        ("Dibiayai?", "Cukup?", "Di lokasi prioritas?"), lamps, strict=True
    ):
        lamp = page.get_by_test_id("stColumn").filter(has=page.get_by_text(question, exact=True))
        expect(lamp.first.get_by_text(figure, exact=True)).to_be_visible()
        expect(lamp.first).to_contain_text(words)
    loose = sum(amount for _, place, amount in tags if place == DISTRICT[0])
    sent = f"{format_idr_short(loose)} hanya sampai kecamatan"
    expect(page.get_by_text(sent)).to_be_visible()
    divided = f"mengandung bagi rata: {format_idr_short(THIN.total)}"
    expect(page.get_by_text(divided).first).to_be_visible()


def open_budget(page: Page, office: Office, snapshot: str) -> None:
    path = f"anggaran?wilayah={KABUPATEN}&potret={snapshot.replace(' ', '+')}"
    screens.open_screen(page, office.address, path, "Anggaran · Kabupaten Arunika")
    expect(page.get_by_role("combobox", name="Potret anggaran")).to_have_value(snapshot)
    expect(page.get_by_role("heading", name="Unduhan")).to_be_attached()
    assert screens.faults_on(page) == []


def only_changes_ask_for_tags(page: Page, office: Office) -> None:
    screens.sit_down(page, "dinkes.operator")
    path = f"penandaan?wilayah={KABUPATEN}&potret=APBD+perubahan+{YEAR}"
    screens.open_screen(page, office.address, path, "Penandaan · Kabupaten Arunika")
    counts_are(page, seen=5, of=7, tagged=3)
    rows = screens.rows_of(screens.table(page, "Keadaan"))
    texts = {line.text for line in AFTER}
    states = {cell: next(filter(None, row)) for row in rows for cell in row if cell in texts}
    assert states == {
        TABLETS.text: "Bertanda (terbawa)",
        MEALS.text: "Berubah",
        SOLIDS.text: "Bertanda (terbawa)",
        THIN.text: "Bertanda (terbawa)",
        WORMS.text: "Belum dilihat",
        MEETINGS.text: "Bukan stunting",
        MORE_MEETINGS.text: "Bukan stunting",
    }
    keep_to(page, "Berubah")
    page.get_by_text("Pilih semua 1 baris yang cocok").click()
    expect(page.get_by_text("Pakai lagi tanda lama")).to_be_visible()
    screens.press(page, "Simpan tanda (1 baris)", "1 baris sudah ditandai.")
    counts_are(page, seen=6, of=7, tagged=4)
    tagged = [(i, a) for i, _, a in read_tags(office.path, "perubahan", YEAR) if i == "I01"]
    assert tagged == [("I01", MORE_MEALS.total)]


def changes_are_told(page: Page, office: Office) -> None:
    """Line by line: what is new, gone, changed, the same."""
    screens.sit_down(page, "pimpinan")
    open_budget(page, office, f"APBD perubahan {YEAR}")
    page.get_by_text("Bandingkan baris demi baris").click()
    rows = screens.rows_of(screens.table(page, "Selisih"))
    told = {row[0]: (row[1], plain(row[4])) for row in rows}
    added = MORE_MEALS.total - MEALS.total
    assert told["baru"] == ("1", plain(format_idr_short(WORMS.total)))
    assert told["hilang"] == ("1", plain(format_idr_short(-TRIPS.total)))
    assert told["berubah"] == ("1", plain(format_idr_short(added)))
    assert told["tetap"] == ("6", plain(format_idr_short(0)))


def plain(words: str) -> str:
    return words.replace("\u00a0", " ").replace("\u202f", " ")


def leader_finds_what_has_no_money(page: Page, office: Office) -> None:
    """Three clicks from Beranda; then the same list for the budget of this story."""
    screens.open_beranda(page, office.address, f"wilayah={KABUPATEN}")
    page.get_by_test_id("stSidebar").get_by_role("link", name="Anggaran", exact=True).click()
    screens.expect_screen(page, "Anggaran · Kabupaten Arunika")
    expect(page.get_by_role("heading", name="Unduhan")).to_be_attached()
    label = choose_service(page, "")  # the one that most desa lack money for
    list_is_as_worked_out(page, office, label, read_tags(office.path, "perubahan", YEAR - 1))
    open_budget(page, office, f"APBD perubahan {YEAR}")
    label = choose_service(page, "IBU-2")
    list_is_as_worked_out(page, office, label, read_tags(office.path, "perubahan", YEAR))


def choose_service(page: Page, words: str) -> str:
    """Keep to the first service of the list with these words; two clicks. Returns its option."""
    screens.wait_until_idle(page)
    lists = page.get_by_role("combobox", name="Layanan", exact=True)
    lists.scroll_into_view_if_needed()
    page.wait_for_timeout(500)  # an open list closes when what is around it still moves
    lists.click()
    if words:
        lists.fill(words)
    option = page.get_by_role("option").filter(has_text=" · ").filter(has_text=words).first
    label = option.inner_text()
    option.click()
    screens.wait_until_idle(page)
    return label


def list_is_as_worked_out(page: Page, office: Office, label: str, tags: Iterable[Tag]) -> None:
    """`label`: of the chosen service, which begins with the guideline's own code for it."""
    codes = reference.read_table("indikator").set_index("kode_kelompok")["kode"]
    item = codes[label.split(" ", maxsplit=1)[0]]
    wanted = {code for code, each in office.needs.without_money(tags) if each == item}
    words = f"{len(wanted)} pasangan desa dan layanan, di {len(wanted)} desa/kelurahan"
    expect(page.get_by_text(words)).to_be_visible()
    listed: Locator = screens.table(page, "Masih harus dijangkau")
    service = label.rpartition(" (")[0]
    for row in (listed.locator("tbody tr").first, listed.locator("tbody tr").last):
        expect(row).to_contain_text(service)  # the table is drawn anew after the sentence
    rows = [[cell for cell in row if cell] for row in screens.rows_of(listed)]
    known = {
        (office.needs.names[code], format_count(office.needs.people[code, item]))
        for code in wanted
    }  # fmt: skip
    assert rows
    for each in rows:
        assert any(name in each and count in each for name, count in known), each
