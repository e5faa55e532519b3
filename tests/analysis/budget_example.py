"""A budget small enough to work out by hand: 12 lines, 3 services, 4 desa in 2 kecamatan.

Lokasi masalah are A and C. `LINES` and `TAGS` below are read as a table; each test works its
numbers out in comments. Amounts in rupiah.
"""

import pandas as pd

from analysis.budget import join_tags
from analysis.budget_answers import Thresholds
from analysis.budget_cells import build_cells
from analysis.budget_needs import compute_needs
from analysis.budget_services import BudgetServices

KAB, KEC_1, KEC_2 = "99.01", "99.01.01", "99.01.02"
A, B, C, D = f"{KEC_1}.2001", f"{KEC_1}.2002", f"{KEC_2}.2001", f"{KEC_2}.2002"
PRIORITY = (A, C)
YEAR = 2026
KEK, IMMUNISATION, SANITATION = "I01", "I13", "I27"
SERVICES = BudgetServices((KEK, IMMUNISATION, SANITATION), {})
THRESHOLDS = Thresholds(1.0, 0.5, 1.0, 0.5, 1.0, 0.5)

MOTHERS, BADUTA, HOUSES = "Ibu hamil", "Baduta", "Rumah tangga"
FOOD, MEDICINE, GOODS = "5.1.02.01.01.0056", "5.1.02.01.01.0038", "5.1.02.01.01.0039"
MEETING, TRAVEL, TRAINING = "5.1.02.01.01.0052", "5.1.02.04.01.0001", "5.1.02.02.12.0003"

# line, sub kegiatan, account, description, volume, price, total, realisation
LINES = [
    (1, 10, FOOD, "PMT ibu hamil", 24.0, 100_000.0, 2_400_000, 1_200_000),
    (2, 10, GOODS, "Paket ibu dan anak", 1.0, 1_000_001.0, 1_000_001, None),
    (3, 10, FOOD, "PMT ibu hamil Kecamatan Satu", 8.0, 100_000.0, 800_000, None),
    (4, 20, MEDICINE, "Vaksin", 7.0, 100_000.0, 700_000, None),
    (5, 20, MEDICINE, "Logistik imunisasi", 12.0, 100_000.0, 1_200_000, None),
    (6, 10, TRAVEL, "Perjalanan dinas", 5.0, 100_000.0, 500_000, None),
    (7, 10, MEETING, "Makan minum rapat", 4.0, 100_000.0, 400_000, None),
    (8, 30, GOODS, "Jamban keluarga", 5.0, 1_000_000.0, 5_000_000, 2_500_000),
    (9, 30, TRAINING, "Bimbingan teknis", 1.0, 1_000_000.0, 1_000_000, None),
    (10, 20, MEDICINE, "Alat suntik", 3.0, 100_000.0, 300_000, 330_000),
    (11, 20, MEDICINE, "Alat  SUNTIK", 3.0, 100_000.0, 300_000, None),
    (12, 40, GOODS, "Stimulan jamban", 2.0, 100_000.0, 200_000, None),
]
# sub kegiatan: SKPD, owner, agency, code, name, fund
ACTIVITIES = {
    10: ("Dinas Kesehatan", KAB, "dinkes", "1.02.02.2.02.0015", "Gizi Masyarakat", "DAU"),
    20: ("Dinas Kesehatan", KAB, "dinkes", "1.02.02.2.02.0003", "Bayi Baru Lahir", "DAK"),
    30: ("Dinas PU", KAB, "pu", "1.03.05.2.01.0039", "Air Limbah Setempat", "DAU"),
    40: ("Kecamatan Satu", KEC_1, "setcam", "7.01.03.2.01.0001", "Pemberdayaan", "DAU"),
}
# tag, line, service, target group, place, kind, amount, divided equally
TAGS = [
    (1, 1, KEK, MOTHERS, A, "sasaran", 1_440_000, False),
    (2, 1, KEK, MOTHERS, B, "sasaran", 960_000, False),
    (3, 2, KEK, MOTHERS, C, "sasaran", 500_001, True),
    (4, 2, IMMUNISATION, BADUTA, C, "sasaran", 500_000, True),
    (5, 3, KEK, MOTHERS, KEC_1, "layanan", 800_000, False),
    (6, 4, IMMUNISATION, BADUTA, KAB, "layanan", 700_000, False),
    (7, 5, IMMUNISATION, BADUTA, None, "sasaran", 600_000, False),
    (8, 6, KEK, MOTHERS, KAB, "administrasi", 500_000, False),
    (9, 7, KEK, MOTHERS, D, "sasaran", 400_000, False),
    (10, 8, SANITATION, HOUSES, C, "layanan", 3_000_000, False),
    (11, 9, None, None, None, "bimbingan", 1_000_000, False),
    (12, 10, IMMUNISATION, BADUTA, D, "sasaran", 300_000, False),
    (13, 11, IMMUNISATION, BADUTA, D, "sasaran", 300_000, False),
    (14, 12, SANITATION, HOUSES, A, "layanan", 100_000, False),
    (15, 12, SANITATION, HOUSES, A, "layanan", 100_000, False),
]
PEOPLE: dict[str, dict[str, int | None]] = {
    KEK: {A: 20, B: 10, C: 30, D: 0},
    IMMUNISATION: {A: 5, B: None, C: 10, D: 5},
    SANITATION: {A: 4, B: 8, C: 6, D: 2},
}
# The newest price up to 2026 counts; sanitation has none.
COSTS = [
    (KEK, 2024, 90_000, "SSH 2024"),
    (KEK, 2025, 100_000, "SSH 2025"),
    (KEK, 2027, 120_000, "SSH 2027"),
    (IMMUNISATION, 2026, 50_000, "SSH 2026"),
    (SANITATION, 2027, 900_000, "SSH 2027"),
]
PROGRAMMES = [
    (A, KEK, "apbdes", 300_000, "disetujui"),
    (C, KEK, "swasta", 1_000_000, "disetujui"),
    (A, KEK, "swadaya", 50_000, "menunggu"),
    (B, None, "apbdes", 200_000, "disetujui"),
]


def make_regions() -> pd.DataFrame:
    rows = [
        (KAB, "kabupaten", "99"),
        *((code, "kecamatan", KAB) for code in (KEC_1, KEC_2)),
        *((code, "desa", code[:8]) for code in (A, B, C, D)),
    ]
    return pd.DataFrame(rows, columns=["code", "level", "parent_code"])


def make_lines() -> pd.DataFrame:
    """The lines with the columns and types of `read_lines`."""
    columns = ["line_id", "subkegiatan_id", "account_code", "description", "volume"]
    columns += ["unit_price_idr", "total_idr", "realisation_idr"]
    frame = pd.DataFrame(LINES, columns=columns)
    about = frame["subkegiatan_id"].map(ACTIVITIES)
    names = ["skpd_name", "owner_code", "agency", "subkegiatan_code", "subkegiatan_name", "fund"]
    frame = frame.assign(**{name: about.str[place] for place, name in enumerate(names)})
    skpd = {"Dinas Kesehatan": 1, "Dinas PU": 2, "Kecamatan Satu": 3}
    return frame.assign(
        skpd_id=frame["skpd_name"].map(skpd),
        sub_unit=None,
        line_key=[f"kunci-{line}" for line in frame["line_id"]],
        status="bertanda",
        version=1,
    ).astype({"total_idr": "int64", "realisation_idr": "Int64"})


def make_tags() -> pd.DataFrame:
    """The tags with the columns and types of `read_tags`."""
    columns = ["tag_id", "line_id", "item_code", "target_group", "place_code", "kind"]
    frame = pd.DataFrame(TAGS, columns=[*columns, "amount_idr", "is_divided"])
    return frame.assign(basis="rupiah", basis_value=None, carried_from_id=pd.NA)


def make_activities() -> pd.DataFrame:
    grouped = make_lines().groupby("subkegiatan_id")["total_idr"]
    counts = pd.DataFrame({"line_count": grouped.size(), "total_idr": grouped.sum()})
    return counts.reset_index()


def make_reach() -> pd.DataFrame:
    rows = [(desa, item, n) for item, people in PEOPLE.items() for desa, n in people.items()]
    frame = pd.DataFrame(rows, columns=["region_code", "item_code", "perlu_dijangkau"])
    return frame.astype({"perlu_dijangkau": "Int64"})


def make_costs() -> pd.DataFrame:
    return pd.DataFrame(COSTS, columns=["item_code", "year", "cost_idr", "source"])


def make_programmes() -> pd.DataFrame:
    columns = ["wilayah_code", "item_code", "source", "amount_idr", "review"]
    return pd.DataFrame(PROGRAMMES, columns=columns)


def make_amounts() -> pd.DataFrame:
    return join_tags(make_lines(), make_tags())


def make_needs() -> pd.DataFrame:
    return compute_needs(make_reach(), make_costs(), YEAR, SERVICES)


def make_cells(level: str) -> pd.DataFrame:
    return build_cells(
        make_amounts(),
        make_needs(),
        make_regions(),
        level=level,
        owner_code=KAB,
        services=SERVICES,
    )
