"""The budget of one Dinas Kesehatan in eight lines, before and after its change."""

from dataclasses import replace

from app.format import format_count
from tests.corpus.sipd import Spent

HEALTH = ("1.02.0.00.0.00.01.0000", "Dinas Kesehatan", "", "")
NUTRITION = (*HEALTH, "1.02.02.2.02.0015", "Pengelolaan Pelayanan Kesehatan Gizi Masyarakat")
MOTHERS = (*HEALTH, "1.02.02.2.02.0001", "Pengelolaan Pelayanan Kesehatan Ibu Hamil")
PILGRIMS = (*HEALTH, "1.02.02.2.02.0014", "Pengelolaan Pelayanan Kesehatan Haji")
DRUGS = ("5.1.02.01.01.0038", "Belanja Obat-Obatan Lainnya")
FOOD = ("5.1.02.01.01.0056", "Belanja Makanan dan Minuman pada Fasilitas Kesehatan")
MEETING = ("5.1.02.01.01.0052", "Belanja Makanan dan Minuman Rapat")
TRAVEL = ("5.1.02.04.01.0001", "Belanja Perjalanan Dinas Biasa")
FUND = "[DAU] Dana Alokasi Umum"


def spend(
    activity: tuple[str, ...], account: tuple[str, str], text: str, count: int, price: int
) -> Spent:
    coefficient = f"{format_count(count)} Orang"
    return Spent(
        activity, FUND, account, text, coefficient, count, "Orang", price, count * price
    )  # fmt: skip


TABLETS = spend(NUTRITION, DRUGS, "Tablet tambah darah ibu hamil", 400, 65_000)
MEALS = spend(NUTRITION, FOOD, "Makanan tambahan ibu hamil KEK", 120, 675_000)
SOLIDS = spend(NUTRITION, FOOD, "Makanan pendamping ASI", 100, 350_000)
# For two services, and an odd sum: the rupiah left over goes to the first.
THIN = spend(NUTRITION, FOOD, "Makanan balita gizi kurang", 101, 945_001)
TRIPS = spend(NUTRITION, TRAVEL, "Perjalanan dinas pembinaan", 12, 430_000)
MEETINGS = spend(MOTHERS, MEETING, "Konsumsi rapat koordinasi", 60, 55_000)
MORE_MEETINGS = spend(MOTHERS, MEETING, "Konsumsi rapat evaluasi", 40, 55_000)
PILGRIM = spend(PILGRIMS, DRUGS, "Vaksin jemaah", 90, 310_000)
BEFORE = [TABLETS, MEALS, SOLIDS, THIN, TRIPS, MEETINGS, MORE_MEETINGS, PILGRIM]
MORE_MEALS = replace(MEALS, coefficient="150 Orang", volume=150, total=150 * 675_000)
WORMS = spend(NUTRITION, DRUGS, "Obat cacing balita", 900, 6_000)
AFTER = [TABLETS, MORE_MEALS, SOLIDS, THIN, WORMS, MEETINGS, MORE_MEETINGS, PILGRIM]
