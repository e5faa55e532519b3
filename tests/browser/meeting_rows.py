"""What a kecamatan proposes, as its secretary has it in Excel, and what each row is worth."""

from dataclasses import dataclass

EXECUTION = "2028"


@dataclass(frozen=True)
class Row:
    """A proposal as typed; `worth`: its rupiah, read by hand. `bidang` as the form calls it."""

    activity: str
    aim: str
    places: str
    bidang: str
    typed_bidang: str
    agency: str
    volume: str
    unit: str
    amount: str
    worth: int
    fund: str

    @property
    def cells(self) -> list[str]:
        """The columns up to the year, as they are pasted."""
        return [self.activity, self.aim, self.places, self.typed_bidang, self.agency,
                self.volume, self.unit, self.amount, self.fund, EXECUTION]  # fmt: skip

    @property
    def is_complete(self) -> bool:
        return bool(self.places and self.agency)


FISIK, SOSBUD, EKONOMI = "Fisik prasarana", "Sosial budaya", "Ekonomi"
DAK, DAU, APBD, DESA = "DAK Fisik", "DAU", "APBD Kabupaten", "Dana Desa"
ALL = "semua"


def fisik(*cells: str, worth: int, typed: str = "fisik") -> Row:
    return _row(FISIK, typed, cells, worth)


def sosbud(*cells: str, worth: int, typed: str = "sosbud") -> Row:
    return _row(SOSBUD, typed, cells, worth)


def ekonomi(*cells: str, worth: int, typed: str = "Ekonomi") -> Row:
    return _row(EKONOMI, typed, cells, worth)


def _row(bidang: str, typed: str, cells: tuple[str, ...], worth: int) -> Row:
    activity, aim, places, agency, volume, unit, amount, fund = cells
    return Row(
        activity, aim, places, bidang, typed, agency, volume, unit, amount, worth, fund
    )  # fmt: skip


SCREENING = sosbud("Pemeriksaan Hb remaja putri", "REM-2", ALL, "Dinas Pendidikan", "4",
                   "sekolah", "10.400.000", DAU, worth=10_400_000)  # fmt: skip
FRIDGE = fisik("Lemari pendingin vaksin", "I13", "Teluk Rembulan", "dinkes", "1", "unit",
               "38,5 jt", DAK, worth=38_500_000)  # fmt: skip
STALL = ekonomi("Warung pangan sehat posyandu", "I08", "Sidodamar", "ketapang", "1", "paket",
                "8.750.000", DESA, worth=8_750_000)  # fmt: skip
POSTPONED = [SCREENING, FRIDGE, STALL]
# Typed so that it may be 12,5 million or 12,5 thousand; mended when the app asks.
UNCLEAR, MENDED = "12,500", "12.500.000"
LACTATION = fisik("Ruang laktasi kantor kecamatan", "I07", "Pasir Mentari", "dinkes", "1",
                  "ruang", UNCLEAR, APBD, worth=12_500_000)  # fmt: skip
TABLETS = sosbud("Gerakan minum TTD di SMP dan SMA", "REM-1", ALL, "disdik", "4", "sekolah",
                 "12,8 juta", DAU, worth=12_800_000)  # fmt: skip
COMPANIONS = sosbud("Operasional Tim Pendamping Keluarga", "I28", ALL, "dppkb", "20", "tim",
                    "24 juta", DAU, worth=24_000_000)  # fmt: skip
WITHOUT_PLACE = sosbud("Kelas pengasuhan balita", "I20", "", "dppkb", "8", "kali", "16 juta",
                       DAU, worth=16_000_000)  # fmt: skip
WITHOUT_AGENCY = ekonomi("Kandang ayam petelur", "I31", "Cahaya Wening", "", "2", "kelompok",
                         "34.000.000", DESA, worth=34_000_000)  # fmt: skip
FIRST = [
    *POSTPONED,
    LACTATION,
    fisik("Perpipaan air bersih perdesaan", "I26", "Sidodamar; Tirtarukma", "PUPR", "2",
          "paket", "Rp 450 juta", DAK, worth=450_000_000),
    fisik("Tangki septik komunal", "I27", "Tegal Kaliki", "Dinas PUPR", "1", "unit",
          "185.000.000", APBD, worth=185_000_000, typed="F"),
    fisik("Antropometri kit posyandu", "I11", "Semua desa", "Dinas Kesehatan", "12", "set",
          "93,6 juta", DAK, worth=93_600_000),
    fisik("Rehabilitasi posyandu Melati", "I17", "99.01.01.2007", "dinkes", "1", "unit",
          "Rp75.000.000,-", APBD, worth=75_000_000, typed="Fisik prasarana"),
    fisik("Jamban sehat keluarga baduta", "RTM-2", "Parit Kenari", "pupr", "40", "unit",
          "Rp 216.000.000", APBD, worth=216_000_000),
    fisik("Sambungan rumah air minum", "I26", "Pasir Pelita; Tanjung Mentari", "pupr", "60",
          "sambungan", "174 juta", DAK, worth=174_000_000),
]  # fmt: skip
SECOND = [
    sosbud("Makanan tambahan ibu hamil KEK", "IBU-1", "Sidodamar", "dinkes", "14", "orang",
           "18.900.000", "BOK", worth=18_900_000),
    sosbud("Kelas ibu hamil dan minum MMS bersama", "I02", ALL, "dinkes", "10", "kali",
           "Rp 12,5 juta", DAU, worth=12_500_000, typed="S"),
    sosbud("Kelompok pendukung ASI", "I07", "Cahaya Wening", "dinkes", "5", "kelompok",
           "22,5 juta", DAU, worth=22_500_000, typed="Sosial budaya"),
    sosbud("Demonstrasi masak MPASI", "I08", ALL, "ketapang", "10", "kali", "27.500.000", DAU,
           worth=27_500_000),
    sosbud("Sweeping imunisasi dusun terjauh", "I13", "Teluk Rembulan", "dinkes", "18", "kali",
           "33,3 juta", "BOK", worth=33_300_000),
    sosbud("Penyegaran kader posyandu", "I17", ALL, "dppkb", "30", "kader", "13.500.000", DAU,
           worth=13_500_000),
    TABLETS,
    sosbud("Iuran PBI keluarga berisiko", "I29", ALL, "dinsos", "90", "jiwa", "45.360.000",
           APBD, worth=45_360_000),
    sosbud("Jemput bola akta kelahiran dan KIA", "I30", ALL, "dukcapil", "5", "kali",
           "17,5 juta", DAU, worth=17_500_000),
    COMPANIONS,
    sosbud("Bimbingan calon pengantin", "I25", ALL, "dppkb", "6", "kali", "9 juta", DAU,
           worth=9_000_000),
    WITHOUT_PLACE,
    ekonomi("Pekarangan pangan lestari", "I31", "Sidodamar; Tirtarukma", "ketapang", "6",
            "kelompok", "51 juta", DESA, worth=51_000_000),
    WITHOUT_AGENCY,
    ekonomi("Budidaya lele keluarga berisiko", "I08", "Tanjung Mentari", "dinsos", "3",
            "kelompok", "0,03 miliar", DESA, worth=30_000_000, typed="e"),
]  # fmt: skip
ROWS = [*FIRST, *SECOND]
AGREED = [row for row in ROWS if row not in POSTPONED]
SIGNED = [row for row in AGREED if row.is_complete]
