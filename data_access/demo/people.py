"""The demonstration's people, agencies and accounts: invented, one account a role."""

from dataclasses import dataclass

from data_access.reads.pengguna import Grant

KABUPATEN = "99.01"
# Everybody's in the demonstration, where it is shown on the sign-in screen; never elsewhere.
SHARED_PASSWORD = "demonstrasi"  # noqa: S105

AGENCIES = {
    "bappeda": "Bappeda",
    "dinkes": "Dinas Kesehatan",
    "dppkb": "Dinas Pengendalian Penduduk dan KB",
    "dinsos": "Dinas Sosial",
    "disdik": "Dinas Pendidikan",
    "pupr": "Dinas Pekerjaan Umum dan Penataan Ruang",
    "dukcapil": "Dinas Kependudukan dan Pencatatan Sipil",
    "ketapang": "Dinas Ketahanan Pangan",
}
# Who answers for an indicator where it is not the Dinas Kesehatan; the region's own choice.
_ELSEWHERE = {
    "I05": "dppkb",
    "I25": "dppkb",
    "I26": "pupr",
    "I27": "pupr",
    "I28": "dppkb",
    "I29": "dinsos",
    "I30": "dukcapil",
    "I31": "ketapang",
}


def answers_for(item_code: str) -> str:
    """The agency of the demonstration that answers for an indicator."""
    return _ELSEWHERE.get(item_code, "dinkes")


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """One account of the demonstration."""

    username: str
    name: str
    position: str
    grants: tuple[Grant, ...]


def make_people(kecamatan_code: str) -> list[DemoPerson]:
    """The accounts: those of the kabupaten and those of one kecamatan."""
    return [*_of_kabupaten(), *_of_kecamatan(kecamatan_code)]


def _person(username: str, name: str, position: str, *grants: Grant) -> DemoPerson:
    return DemoPerson(username, name, position, grants)


def _of_kabupaten() -> list[DemoPerson]:
    here = KABUPATEN
    return [
        _person("pimpinan", "Wira Kertabumi", "Bupati", Grant("pimpinan", here)),
        _person("tpps", "Ratna Puspawati", "Anggota TPPS", Grant("anggota_tpps", here)),
        _person(
            "bappeda", "Dimas Aryaguna", "Perencana Bappeda", Grant("bappeda", here, "bappeda")
        ),
        _person(
            "bappeda.operator",
            "Nadia Larasati",
            "Operator Bappeda",
            Grant("operator", here, "bappeda"),
        ),
        _person(
            "bappeda.verifikator",
            "Bayu Wicaksana",
            "Verifikator Bappeda",
            Grant("verifikator", here, "bappeda"),
        ),
        _person(
            "kepala.bappeda",
            "Sekar Mahardika",
            "Kepala Bappeda",
            Grant("penyetuju", here, "bappeda"),
        ),
        _person(
            "sekda", "Agung Prabaswara", "Sekretaris Daerah", Grant("penyetuju", here, "sekda")
        ),
        _person(
            "dinkes.operator",
            "Intan Kusumadewi",
            "Pengelola gizi Dinas Kesehatan",
            Grant("operator", here, "dinkes"),
        ),
        _person(
            "dinkes.verifikator",
            "Yoga Nararya",
            "Verifikator Dinas Kesehatan",
            Grant("verifikator", here, "dinkes"),
        ),
        _person("admin", "Galih Saputra", "Admin aplikasi", Grant("admin", here)),
    ]


_KECAMATAN = (
    ("setcam", "Tirta Anggara", "Melati Sukmawati", "Sekretariat kecamatan"),
    ("puskesmas", "Citra Rahayu", "Laras Pramesti", "Puskesmas"),
    ("plkb", "Guntur Wibawa", "Ayu Nirmala", "Penyuluh KB"),
)


def _of_kecamatan(code: str) -> list[DemoPerson]:
    people = []
    for agency, operator, verifikator, office in _KECAMATAN:
        for role, name in (("operator", operator), ("verifikator", verifikator)):
            grant = Grant(role, code, agency)
            position = f"{role.capitalize()} {office}"
            people.append(_person(f"{agency}.{role}", name, position, grant))
    camat = Grant("penyetuju", code, "camat")
    return [*people, _person("camat", "Rangga Wirasena", "Camat", camat)]
