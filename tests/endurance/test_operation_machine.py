"""A stranger follows docs/operasi.md on an empty Debian 12, block after block, and then uses it.

Takes about ten minutes, root, and the archives of Debian and of Python; nothing stays.
"""

import logging
import re
import subprocess
import tarfile
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from tests.browser.conftest import CHROMIUM_FLAGS, find_chromium
from tests.endurance.operation_document import (
    DOCUMENT,
    Block,
    name_variables,
    read_blocks,
    write_script,
)
from tests.endurance.operation_machine import ADDRESS, Machine, find_lack

ROOT = Path(__file__).resolve().parents[2]
LOG = logging.getLogger("ukuran")
NAME, PASSWORD = "stunting.contoh.go.id", "percobaan panjang 2026"
REGIONS = """kode,nama
63,Provinsi Rekaan
63.11,Kabupaten Rekaan
63.11.01,Kecamatan Satu
63.11.01.2001,Desa Satu
63.11.01.2002,Desa Dua
"""
# The next version, for the chapter on upgrades: it has one table more.
MIGRATION = '''"""Satu tabel tambahan."""
import sqlalchemy as sa
from alembic import op

revision, down_revision = "uji", "{head}"
branch_labels = depends_on = None


def upgrade() -> None:
    op.create_table("uji_pembaruan", sa.Column("id", sa.Integer, primary_key=True))


def downgrade() -> None:
    op.drop_table("uji_pembaruan")
'''
OFFLINE = ("Server tanpa internet", 2)
SMALL = "Satu server kecil dengan SQLite"


@dataclass
class Walk:
    """The machine after all blocks: what each printed, and how long it took."""

    machine: Machine
    said: dict[tuple[str, int], str] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)

    def follow(self, blocks: list[Block]) -> None:
        variables = name_variables(read_blocks(DOCUMENT.read_text("utf-8")))
        for block in blocks:
            place = (block.heading, block.number)
            script = write_script(block, variables, "/root/.keadaan")
            began = time.monotonic()
            done = self.machine.run(script, offline=place == OFFLINE)
            LOG.warning("%s %s: %.0f s", *place, time.monotonic() - began)
            self.said[place] = done.stdout
            if done.returncode != 0:
                said = (done.stdout + done.stderr)[-2000:]
                self.failed.append(f"{block.heading} {block.number}:\n{said}")
                return

    def first_password(self) -> str:
        said = self.said["7. Basis data dan admin pertama", 1]
        found = re.search(r"lagi\): (\S+)", said)
        assert found, said
        return found[1]


@pytest.fixture(scope="module")
def walk() -> Iterator[Walk]:
    lack = find_lack()
    if lack is not None:
        pytest.skip(lack)
    with tempfile.TemporaryDirectory() as folder:
        machine = Machine(Path(folder))
        machine.install()
        _bring_along(machine.disk)
        try:
            machine.boot()
            made = Walk(machine)
            blocks = read_blocks(DOCUMENT.read_text("utf-8"))
            made.follow([each for each in blocks if each.heading != SMALL])
            yield made
        finally:
            machine.stop()


def _bring_along(disk: Path) -> None:
    """What the stranger has in hand: the program's archive, the next version's, a list of desa."""
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    files = [name for name in names.splitlines() if (ROOT / name).is_file()]
    versions = ROOT / "data_access" / "migrations" / "versions"
    head = max(versions.glob("[0-9]*.py")).name[:4]
    for version in ("0.1.0", "0.2.0"):
        top = f"konvergensi-{version}"
        with tarfile.open(disk / "root" / f"{top}.tar.gz", "w:gz") as archive:
            for name in files:
                archive.add(ROOT / name, f"{top}/{name}")
            if version == "0.2.0":
                script = disk / "root" / "uji.py"
                script.write_text(MIGRATION.format(head=head))
                archive.add(script, f"{top}/data_access/migrations/versions/uji_pembaruan.py")
    place = disk / "srv" / "konvergensi-masuk"
    place.mkdir(parents=True)
    (place / "wilayah.csv").write_text(REGIONS)


def test_every_block_of_the_document_works_in_its_order(walk: Walk) -> None:
    assert walk.failed == []


def test_the_answers_are_those_that_the_document_promises(walk: Walk) -> None:
    assert "ditolak" in walk.said["7. Basis data dan admin pertama", 2]
    assert walk.said["8. Layanan", 1].split() == ["active", "active"]
    checked = walk.said["12. Memeriksa", 1]
    assert checked.startswith("ok200\n")
    outside = re.findall(r"(?:0\.0\.0\.0|\[::\]):(\d+) ", checked)
    assert set(outside) == {"80", "443"}
    assert "sama dengan yang dipakai" in walk.said["Latihan pemulihan", 1]
    assert "semua baik" in walk.said["Memantau", 1]
    assert "streaming" in walk.said["Salinan baca", 1]
    assert "Konvergensi: dasbor" in walk.said[OFFLINE]


def test_units_are_well_formed_and_hardened(walk: Walk) -> None:
    units = "konvergensi@8501 konvergensi-cadangan konvergensi-ringkasan@63.11 konvergensi-pantau"
    names = " ".join(f"{each}.service" for each in units.split())
    said = walk.machine.run(f"systemd-analyze verify --man=no {names}")
    assert (said.returncode, said.stderr) == (0, "")
    risk = walk.machine.run("systemd-analyze security --no-pager konvergensi@8501.service").stdout
    found = re.search(r"Overall exposure level.*?: (\d+\.\d)", risk)
    assert found
    assert float(found[1]) <= 3.0, risk


def test_nothing_outside_but_https_is_reached(walk: Walk) -> None:
    def answers(port: int) -> bool:
        probe = ["bash", "-c", f"exec 3<>/dev/tcp/{ADDRESS}/{port}"]
        try:
            return (
                subprocess.run(probe, capture_output=True, timeout=3, check=False).returncode == 0
            )
        except subprocess.TimeoutExpired:
            return False

    assert [port for port in (22, 80, 443, 5432, 5433, 8501, 8502) if answers(port)] == [80, 443]


@pytest.fixture(scope="module")
def screen(walk: Walk) -> Iterator[Page]:
    """A browser outside the machine, which takes its name for granted."""
    rules = f"--host-resolver-rules=MAP *.{NAME} {ADDRESS}, MAP {NAME} {ADDRESS}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=[*CHROMIUM_FLAGS, rules]
        )
        yield browser.new_context(ignore_https_errors=True).new_page()
        browser.close()


def test_the_admin_signs_in_over_https_and_sees_the_regions(walk: Walk, screen: Page) -> None:
    expect.set_options(timeout=90_000)
    screen.set_default_timeout(90_000)
    screen.goto(f"http://{NAME}/")
    assert screen.url.startswith(f"https://{NAME}/masuk")
    sign_in(screen, walk.first_password())
    screen.locator("#lama").fill(walk.first_password())
    screen.locator("#baru").fill(PASSWORD)
    screen.locator("#lagi").fill(PASSWORD)
    screen.get_by_role("button").first.click()
    expect(screen.get_by_role("heading", level=1)).to_be_visible()
    expect(screen.get_by_text("Kabupaten Rekaan").first).to_be_visible()
    session = next(each for each in screen.context.cookies() if each["name"] == "konvergensi_sesi")
    assert session["secure"]
    assert session["httpOnly"]


def sign_in(screen: Page, password: str) -> None:
    screen.locator("#akun").fill("admin.bappeda")
    screen.locator("#sandi").fill(password)
    screen.get_by_role("button", name="Masuk", exact=True).click()


def test_a_stopped_process_costs_nobody_their_sign_in(walk: Walk, screen: Page) -> None:
    for port in (8501, 8502):
        walk.machine.run(f"systemctl stop konvergensi@{port}")
        screen.goto(f"https://{NAME}/pengguna")
        expect(screen.get_by_role("heading", level=1)).to_contain_text("Pengguna")
        walk.machine.run(f"systemctl start konvergensi@{port}")


def test_a_killed_process_is_back_within_a_minute(walk: Walk) -> None:
    walk.machine.run("systemctl kill --signal=KILL konvergensi@8501")
    began = time.monotonic()
    ask = "curl --silent --max-time 2 http://127.0.0.1:8501/_stcore/health"
    time.sleep(1)
    while walk.machine.run(ask).stdout != "ok":
        assert time.monotonic() - began < 60
        time.sleep(0.5)
    LOG.warning("a killed process answered again after %.0f s", time.monotonic() - began)


def test_the_second_address_reads_from_the_copy(walk: Walk, screen: Page) -> None:
    screen.goto(f"https://lihat.{NAME}/")
    sign_in(screen, PASSWORD)
    expect(screen.get_by_text("Kabupaten Rekaan").first).to_be_visible()
    question = (
        "SELECT DISTINCT usename FROM pg_stat_activity WHERE datname = 'konvergensi' AND"
        " backend_type = 'client backend'"
    )
    readers = walk.machine.run(f'runuser -u postgres -- psql -p 5433 -tAc "{question}"').stdout
    assert "konvergensi_aplikasi" in readers


def test_the_machine_comes_up_again_by_itself(walk: Walk) -> None:
    """As after a power cut: everything that was enabled starts, in an order that works."""
    began = time.monotonic()
    walk.machine.restart()
    ask = "curl --silent --max-time 5 http://127.0.0.1:{8501,8502,8503}/_stcore/health"
    while walk.machine.run(ask).stdout != "okokok":
        assert time.monotonic() - began < 120
        time.sleep(1)
    LOG.warning("all processes answered %.0f s after the power was back", time.monotonic() - began)
    check = "systemctl start konvergensi-pantau; journalctl -u konvergensi-pantau -b --no-pager"
    assert "semua baik" in walk.machine.run(check).stdout


def test_a_small_office_does_the_same_with_sqlite(walk: Walk) -> None:
    """The last test: the same machine, now without PostgreSQL."""
    walk.machine.run("systemctl stop konvergensi.target postgresql@15-main postgresql@15-salinan")
    walk.failed.clear()
    walk.follow(
        [each for each in read_blocks(DOCUMENT.read_text("utf-8")) if each.heading == SMALL]
    )
    assert walk.failed == []
    trust = "KONVERGENSI_CA=/etc/konvergensi/tls/sertifikat.pem"
    said = walk.machine.run(
        f"echo {trust} >> /etc/konvergensi/pantau.env; konvergensi-kelola db check;"
        " systemctl start konvergensi-pantau; journalctl -u konvergensi-pantau -b -n 3 --no-pager"
    ).stdout
    assert "Basis data utuh." in said
    assert "semua baik" in said
