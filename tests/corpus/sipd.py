"""A regional budget of our own, written in the six layouts in which SIPD's exports are met."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import openpyxl

from tests.corpus.tables import Line, write_csv, write_xlsx

YEAR = 2026
PROGRAMS = {
    "1.02.02": "PROGRAM PEMENUHAN UPAYA KESEHATAN",
    "2.14.03": "PROGRAM PEMBINAAN KELUARGA BERENCANA (KB)",
    "5.01.02": "PROGRAM PERENCANAAN PEMBANGUNAN DAERAH",
}
KEGIATAN = {
    "1.02.02.2.02": "Penyediaan Layanan Kesehatan untuk UKM dan UKP",
    "2.14.03.2.03": "Pemberdayaan dan Peningkatan Peran Serta Organisasi",
    "5.01.02.2.01": "Penyusunan Perencanaan dan Pendanaan",
}
# SKPD code, SKPD, sub unit code ("" for none), sub unit, sub kegiatan code and name
ACTIVITIES = (
    ("1.02.0.00.0.00.01.0000", "Dinas Kesehatan", "", "", "1.02.02.2.02.0001",
     "Pengelolaan Pelayanan Kesehatan Ibu Hamil"),
    ("1.02.0.00.0.00.01.0000", "Dinas Kesehatan", "1.02.0.00.0.00.01.0003", "Puskesmas Satu",
     "1.02.02.2.02.0015", "Pengelolaan Pelayanan Kesehatan Gizi Masyarakat"),
    ("2.14.0.00.0.00.02.0000", "Dinas Pengendalian Penduduk dan KB", "", "",
     "2.14.03.2.03.0017", "Fasilitasi dan Pembinaan Pendampingan Ibu Hamil"),
    ("5.01.0.00.0.00.03.0000", "Bappeda", "", "", "5.01.02.2.01.0002",
     "Pelaksanaan Konsultasi Publik"),
)  # fmt: skip
ACCOUNTS = (
    ("5.1.02.01.01.0052", "Belanja Makanan dan Minuman Rapat"),
    ("5.1.02.02.01.0003", "Honorarium Narasumber atau Pembahas"),
    ("5.1.02.04.01.0001", "Belanja Perjalanan Dinas Biasa"),
)
FUNDS = ("[DAU] Dana Alokasi Umum", "[DAK NON FISIK] Bantuan Operasional Kesehatan")
# koefisien, volume, satuan, harga satuan: the product is whole rupiah
QUANTITIES = (
    ("245 Orang / Kali", 245, "Orang / Kali", 25_000),
    ("200 Lembar x 2 Bulan", 400, "Lembar x Bulan", 1_500),
    ("1.500 Paket", 1_500, "Paket", 1_234.56),
    ("12 Bulan", 12, "Bulan", 1_000_000),
    ("2,5 Ton", 2.5, "Ton", 9_000_000),
)


@dataclass(frozen=True, slots=True)
class Spent:
    """One line of spending as it should be read."""

    activity: Sequence[str]
    fund: str
    account: Sequence[str]
    text: str
    coefficient: str
    volume: float
    unit: str
    price: float
    total: int

    @property
    def program(self) -> str:
        """The program's code."""
        return self.activity[4][:7]

    @property
    def kegiatan(self) -> str:
        """The kegiatan's code."""
        return self.activity[4][:12]


def make_budget(count: int) -> list[Spent]:
    """Make lines in the order of an outline, all of them different."""
    lines = []
    for place in range(count):
        activity = ACTIVITIES[place * len(ACTIVITIES) // count]
        account = ACCOUNTS[place % 9 // 3]
        coefficient, volume, unit, price = QUANTITIES[place % len(QUANTITIES)]
        text = f"Belanja kegiatan {place + 1}, tahap 1"
        total = round(volume * price)
        fund = FUNDS[place // 5 % 2]
        lines.append(Spent(activity, fund, account, text, coefficient, volume, unit, price, total))
    return lines


def total_of(lines: Sequence[Spent]) -> int:
    """The sum in rupiah."""
    return sum(line.total for line in lines)


FLAT = ["Kode SKPD", "Nama SKPD", "Nama Sub Unit", "Kode Program", "Nama Program", "Kode Kegiatan",
        "Nama Kegiatan", "Kode Sub Kegiatan", "Nama Sub Kegiatan", "Nama Sumber Dana",
        "Kode Rekening", "Nama Rekening", "Uraian", "Koefisien", "Satuan", "Harga Satuan",
        "Rincian"]  # fmt: skip


def flat_cells(line: Spent) -> list[object]:
    """The cells of one line below `FLAT`."""
    skpd_code, skpd, _, unit, code, name = line.activity
    return [skpd_code, skpd, unit or skpd, line.program, PROGRAMS[line.program], line.kegiatan,
            KEGIATAN[line.kegiatan], code, name, line.fund, *line.account, line.text,
            line.coefficient, line.unit, line.price, line.total]  # fmt: skip


def write_flat(path: Path, lines: Sequence[Spent]) -> Path:
    """Layout 1: a column for each code and each name, title above, GRAND TOTAL below."""
    rows: list[Line] = [[f"RINCIAN BELANJA RKA TAHUN ANGGARAN {YEAR}"], [], FLAT]
    rows += [flat_cells(line) for line in lines]
    rows.append(["GRAND TOTAL", *[None] * (len(FLAT) - 2), total_of(lines)])
    return write_xlsx(path.with_suffix(".xlsx"), {"Rincian": rows})


COMBINED = ["No", "SKPD", "Sub SKPD", "Program", "Kegiatan", "Sub Kegiatan", "Sumber Dana",
            "Akun", "Uraian Belanja", "Koefisien", "Satuan", "Harga Satuan (Rp)",
            "Jumlah (Rp)"]  # fmt: skip


def write_combined(path: Path, lines: Sequence[Spent]) -> Path:
    """Layout 2: code and name in one cell, line breaks in names, columns numbered."""
    rows: list[Line] = [COMBINED, [f"({place + 1})" for place in range(len(COMBINED))]]
    for number, line in enumerate(lines, start=1):
        skpd_code, skpd, unit_code, unit, code, name = line.activity
        rows.append(
            [number, f"{skpd_code} {skpd}", f"{unit_code or skpd_code} {unit or skpd}",
             f"{line.program} {PROGRAMS[line.program]}",
             f"{line.kegiatan}\n{KEGIATAN[line.kegiatan]}",
             f"{code} {name.replace(' ', chr(10), 1)}",
             f"1.2.01.0{FUNDS.index(line.fund) + 1} {line.fund}", " ".join(line.account),
             line.text, line.coefficient, line.unit, line.price, line.total]
        )  # fmt: skip
    rows.append(["JUMLAH", *[None] * 11, total_of(lines)])
    return write_xlsx(path.with_suffix(".xlsx"), {"Data": rows})


def _headings(line: Spent, before: Spent | None) -> Iterator[tuple[str, str, int]]:
    """The rows of an outline that this line needs above it: code, text, place in a path."""
    skpd_code, skpd, unit_code, unit, code, name = line.activity
    account = line.account[0]
    steps = [
        (skpd_code, skpd),
        (unit_code, unit),
        (line.program[:1], "URUSAN"),
        (line.program[:4], "URUSAN PEMERINTAHAN BIDANG"),
        (line.program, PROGRAMS[line.program]),
        (line.kegiatan, KEGIATAN[line.kegiatan]),
        (code, name),
        ("5", "BELANJA DAERAH"),
        ("5.1", "BELANJA OPERASI"),
        (account[:6], "Belanja Barang dan Jasa"),
        (account, line.account[1]),
    ]
    same = before is not None and before.activity == line.activity
    for depth, (heading, text) in enumerate(steps):
        if same and (depth < 9 or (before and before.account == line.account)):
            continue
        if same and depth == 9 and before and before.account[0][:6] == account[:6]:
            continue
        if heading:
            yield heading, text, depth


def write_outline(path: Path, lines: Sequence[Spent]) -> Path:
    """Layout 3: headings with subtotals above the lines, all codes in one column."""
    rows: list[list[object]] = [
        [f"DPA SKPD TAHUN ANGGARAN {YEAR}"],
        ["Kode Rekening", "Uraian", "Sumber Dana", "Koefisien", "Satuan", "Harga", "Jumlah"],
        list(range(1, 8)),
    ]
    open_rows: dict[int, list[object]] = {}
    before: Spent | None = None
    for line in lines:
        for code, text, depth in _headings(line, before):
            row: list[object] = [code, text, None, None, None, None, 0]
            open_rows = {deep: each for deep, each in open_rows.items() if deep < depth}
            open_rows[depth] = row
            rows.append(row)
        rows.append([None, line.text, line.fund, line.coefficient, line.unit, line.price,
                     line.total])  # fmt: skip
        for each in open_rows.values():
            each[6] = int(str(each[6])) + line.total
        before = line
    rows.append(["Jumlah Anggaran", *[None] * 5, total_of(lines)])
    rows.append([None, None, None, "Kepala Dinas"])
    return write_xlsx(path.with_suffix(".xlsx"), {"DPA": rows})


def write_change(path: Path, lines: Sequence[Spent]) -> Path:
    """Layout 4: amounts before and after a change below merged headers; one line is struck out."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = "DPPA"
    page.append([f"DPPA SKPD PERUBAHAN TAHUN ANGGARAN {YEAR}"])
    page.append([*FLAT[:13], "Sebelum Perubahan", *[None] * 3, "Sesudah Perubahan", *[None] * 3,
                 "Bertambah/(Berkurang)"])  # fmt: skip
    detail = ["Koefisien", "Satuan", "Harga Satuan", "Jumlah (Rp)"]
    page.append([*[None] * 13, *detail, *detail, "(Rp)"])
    page.merge_cells("N2:Q2")
    page.merge_cells("R2:U2")
    for line in lines:
        cells = flat_cells(line)
        before = [line.coefficient, line.unit, line.price, before_change(line)]
        page.append([*cells[:13], *before, *cells[13:], line.total - before_change(line)])
    gone = flat_cells(lines[-1])
    page.append([*gone[:12], "Dihapus", *gone[13:], "0 Paket", "Paket", 0, 0, -lines[-1].total])
    stated = sum(map(before_change, lines)) + lines[-1].total
    page.append(["Total", *[None] * 15, stated, *[None] * 3, total_of(lines)])
    path = path.with_suffix(".xlsx")
    book.save(path)
    return path


def before_change(line: Spent) -> int:
    """What a line was before the change: every third one was another amount."""
    return line.total + (line.total % 3) * 1000


def write_json(path: Path, lines: Sequence[Spent]) -> Path:
    """Layout 5: records with SIPD's own keys, one inside an object."""
    records = []
    for number, line in enumerate(lines):
        skpd_code, skpd, unit_code, unit, code, name = line.activity
        records.append(
            {
                "id_rinci_sub_bl": number,
                "kode_skpd": skpd_code,
                "nama_skpd": skpd,
                "kode_sub_skpd": unit_code or skpd_code,
                "nama_sub_skpd": unit or skpd,
                "nama_program": PROGRAMS[line.program],
                "nama_giat": KEGIATAN[line.kegiatan],
                "kode_sub_giat": code,
                "nama_sub_giat": f"{code} {name}",
                "kode_akun": line.account[0],
                "nama_akun": f"{line.account[0]} {line.account[1]}",
                "nama_dana": line.fund,
                "nama_komponen": line.text.partition(", ")[0] + ", tahap 1",
                "spek": None,
                "koefisien": line.coefficient,
                "satuan": line.unit,
                "harga_satuan": line.price,
                "rincian": line.total,
                "pagu": 0,
                "realisasi": line.total // 2,
                "detail": {"pajak": [0]},
            }
        )
    path = path.with_suffix(".json")
    path.write_text(json.dumps({"status": "ok", "data": records}, indent=1), encoding="utf-8")
    return path


def write_parts(path: Path, lines: Sequence[Spent]) -> Path:
    """Layout 6: semicolons, "1.234,56", volumes in parts, codes without their zeros."""
    rows: list[Line] = [
        ["Kode SKPD", "Perangkat Daerah", "Sub Unit", "Program", "Kegiatan", "Kode Sub Kegiatan",
         "Sub Kegiatan", "Sumber Dana", "Kode Akun", "Nama Akun", "Uraian", "Volume", "Satuan",
         "Harga", "Total"],
    ]  # fmt: skip
    for line in lines:
        skpd_code, skpd, _, unit, code, name = line.activity
        volume, units = split_quantity(line)
        rows.append(
            [skpd_code, skpd, unit, PROGRAMS[line.program].replace(" ", "\n", 1),
             KEGIATAN[line.kegiatan], without_zeros(code), name, line.fund,
             without_zeros(line.account[0]), line.account[1], line.text, volume, units,
             rupiah(line.price), rupiah(line.total)]
        )  # fmt: skip
    rows.append(["GRAND TOTAL", *[""] * 13, rupiah(total_of(lines))])
    return write_csv(path.with_suffix(".csv"), rows, delimiter=";")


def split_quantity(line: Spent) -> tuple[str, str]:
    """Volume and unit as two cells: "200;2" and "Lembar;Bulan"."""
    parts = [part.split(" ", 1) for part in line.coefficient.split(" x ")]
    return ";".join(part[0] for part in parts), ";".join(part[1] for part in parts)


def without_zeros(code: str) -> str:
    """A code as a program leaves it that takes its parts for numbers."""
    return ".".join(part.lstrip("0") or "0" for part in code.split("."))


def rupiah(amount: float) -> str:
    """An amount as Indonesians write it: 1.234.567,50."""
    return f"{amount:,.2f}".translate(str.maketrans(",.", ".,"))


LAYOUTS: dict[str, Callable[[Path, Sequence[Spent]], Path]] = {
    "flat": write_flat,
    "combined": write_combined,
    "outline": write_outline,
    "change": write_change,
    "json": write_json,
    "parts": write_parts,
}
