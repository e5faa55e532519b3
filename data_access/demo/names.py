"""Invented names. Their parts sound Indonesian; together they are nobody's village."""

import numpy as np
import pandas as pd

PROVINSI_NAME = "Khayal"
FIRST_KABUPATEN_NAME = "Arunika"

_KABUPATEN_FIRST = (
    "Senandika",
    "Anagata",
    "Swastamita",
    "Nirmala",
    "Kalandra",
    "Astamaya",
    "Lokananta",
    "Baswara",
    "Niskala",
    "Harsaya",
    "Amerta",
)
_KABUPATEN_SECOND = (
    "",
    " Utara",
    " Selatan",
    " Timur",
    " Barat",
    " Tengah",
    " Raya",
    " Hulu",
    " Hilir",
)

_KECAMATAN_FIRST = (
    "Aru",
    "Nira",
    "Tala",
    "Waru",
    "Sela",
    "Kemba",
    "Rana",
    "Lenggo",
    "Mandi",
    "Pura",
    "Siru",
    "Damba",
    "Gali",
    "Hanju",
    "Jali",
    "Kayu",
    "Mera",
    "Nusa",
    "Ombo",
    "Randu",
)
_KECAMATAN_SECOND = (
    "wesi",
    "layung",
    "kirana",
    "pandan",
    "wulung",
    "tirta",
    "gading",
    "sekar",
    "banyu",
    "loka",
    "jenar",
    "mayang",
)

_DESA_FIRST = (
    "Suka",
    "Tirta",
    "Karang",
    "Batu",
    "Rawa",
    "Wana",
    "Giri",
    "Muara",
    "Tanjung",
    "Sumber",
    "Lembah",
    "Padang",
    "Teluk",
    "Kali",
    "Bukit",
    "Ranu",
    "Sido",
    "Marga",
    "Bumi",
    "Jati",
    "Pasir",
    "Alas",
    "Cahaya",
    "Parit",
    "Curug",
    "Gunung",
    "Lebak",
    "Tegal",
    "Umbul",
    "Kampung",
)
_DESA_SECOND = (
    "senja",
    "laras",
    "wening",
    "manah",
    "kencana",
    "embun",
    "pelita",
    "rinjing",
    "selasih",
    "kenari",
    "melur",
    "saujana",
    "lestari",
    "seroja",
    "bayu",
    "rukma",
    "candra",
    "kemuning",
    "gemilang",
    "arum",
    "sentana",
    "lembayung",
    "puspita",
    "damar",
    "rembulan",
    "kaliki",
    "mentari",
    "sawala",
)
# Written as two words, as Indonesian villages named after a place in the land are.
_APART = {
    "Batu",
    "Rawa",
    "Muara",
    "Tanjung",
    "Lembah",
    "Padang",
    "Teluk",
    "Bukit",
    "Pasir",
    "Alas",
    "Cahaya",
    "Parit",
    "Curug",
    "Gunung",
    "Lebak",
    "Tegal",
    "Umbul",
    "Kampung",
}


_DESA = tuple(
    f"{first} {second.capitalize()}" if first in _APART else first + second
    for first in _DESA_FIRST
    for second in _DESA_SECOND
)


def name_kabupaten(count: int) -> list[str]:
    """Return `count` (up to 99) different names with "Kabupaten"; the first is Arunika's."""
    others = [first + second for second in _KABUPATEN_SECOND for first in _KABUPATEN_FIRST]
    return [f"Kabupaten {name}" for name in [FIRST_KABUPATEN_NAME, *others][:count]]


def name_kecamatan(count: int, rng: np.random.Generator) -> list[str]:
    """Return `count` (up to 240) names of kecamatan, different within their kabupaten."""
    first, second = rng.permutation(_KECAMATAN_FIRST), rng.permutation(_KECAMATAN_SECOND)
    # Every first part once before any comes again, each time with another second part.
    names = [
        f"{part}{second[(place + turn) % len(second)]}"
        for turn in range(len(second))
        for place, part in enumerate(first)
    ]
    return names[:count]


def name_desa(count: int, rng: np.random.Generator) -> list[str]:
    """Return `count` (up to 840) names of desa, different among themselves."""
    return [_DESA[position] for position in rng.permutation(len(_DESA))[:count]]


def name_parents(desa_codes: pd.Series, seed: int) -> pd.DataFrame:
    """Name the provinsi, kabupaten and kecamatan of the desa: code, name, level.

    One row a region, provinsi first, ordered by code within a level. Follows the seed.
    """
    rng = np.random.Generator(np.random.PCG64([seed, 2]))
    kecamatan = pd.Series(sorted(set(desa_codes.str[:8])))
    kabupaten = sorted(set(kecamatan.str[:5]))
    rows = [(code, PROVINSI_NAME, "provinsi") for code in sorted(set(kecamatan.str[:2]))]
    names = name_kabupaten(len(kabupaten))
    rows += [(code, name, "kabupaten") for code, name in zip(kabupaten, names, strict=True)]
    for _, codes in kecamatan.groupby(kecamatan.str[:5], sort=True):
        chosen = name_kecamatan(len(codes), rng)
        rows += [(code, name, "kecamatan") for code, name in zip(codes, chosen, strict=True)]
    return pd.DataFrame(rows, columns=["code", "name", "level"])
