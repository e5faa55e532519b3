"""Make the pictures of the guides from the running demonstration.

Run by hand after the screens have changed, beside a running `konvergensi run`:

    python docs/panduan/buat_gambar.py http://127.0.0.1:8501

The pictures go to docs/panduan/gambar/, each below 150 kB.
"""

import io
import sys
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

FOLDER = Path(__file__).with_name("gambar")
PASSWORD = "demonstrasi"  # noqa: S105 - the demonstration's own, printed on its sign-in page
SIZE = {"width": 1366, "height": 900}
LARGEST = 150_000
CHROMIUM = Path("/usr/bin/chromium")


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name, who is signed in, the page's address, a word to wait for."""

    name: str
    username: str
    address: str
    awaited: str


SHOTS = (
    Shot("beranda", "pimpinan", "?wilayah=99.01", "Ke mana melihat lebih dulu"),
    Shot("beranda-operator", "puskesmas.operator", "?wilayah=99.01.01", "Data yang ada di sini"),
    Shot("peta", "pimpinan", "peta?wilayah=99.01", "Perkembangan"),
    Shot("cakupan", "pimpinan", "cakupan?wilayah=99.01", "Unduh"),
    Shot("lokasi-masalah", "pimpinan", "lokasi_masalah?wilayah=99.01", "Unduh"),
    Shot("anggaran", "bappeda", "anggaran?wilayah=99.01", "Kebutuhan"),
    Shot("kesiapan", "bappeda", "kesiapan?wilayah=99.01", "Unduh"),
    Shot("isian", "puskesmas.operator", "isian?wilayah=99.01.01", "Simpan"),
    Shot("tahapan", "camat", "tahapan?wilayah=99.01.01", "Langkah yang sudah terjadi"),
    Shot("glosarium", "pimpinan", "glosarium?cari=cakupan", "istilah"),
)


def main(base: str, *names: str) -> None:
    """Take all pictures, or only those named."""
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        path = str(CHROMIUM) if CHROMIUM.exists() else None
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for shot in SHOTS:
            if not names or shot.name in names:
                size = take(browser, base.rstrip("/"), shot)
                sys.stdout.write(f"{shot.name}: {size} bytes\n")
        browser.close()


def take(browser: Browser, base: str, shot: Shot) -> int:
    """Take one picture and return its size in bytes."""
    context = browser.new_context(viewport=SIZE, locale="id-ID")
    page = context.new_page()
    sign_in(page, base, shot.username)
    page.goto(f"{base}/{shot.address}")
    page.get_by_text(shot.awaited).first.wait_for(state="attached", timeout=60_000)
    page.wait_for_timeout(3_000)  # maps and tables draw themselves after their text stands
    content = shrink(page.screenshot())
    (FOLDER / f"{shot.name}.png").write_bytes(content)
    context.close()
    return len(content)


def sign_in(page: Page, base: str, username: str) -> None:
    """Sign in with an account of the demonstration."""
    page.goto(f"{base}/masuk")
    page.get_by_label("Nama akun").fill(username)
    page.get_by_label("Sandi", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Masuk", exact=True).click()
    page.wait_for_selector('[data-testid="stApp"]', timeout=60_000)


def shrink(picture: bytes) -> bytes:
    """The picture with as many colours as fit into `LARGEST` bytes."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    for colours in (256, 128, 64, 32):
        made = io.BytesIO()
        image.quantize(colours).save(made, "PNG", optimize=True)
        if len(made.getvalue()) <= LARGEST:
            break
    return made.getvalue()


if __name__ == "__main__":
    main(*(sys.argv[1:] or ["http://127.0.0.1:8501"]))
