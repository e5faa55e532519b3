"""Names of regions compared: exact after normalising, near ones only as a suggestion."""

import re
import unicodedata
from collections.abc import Sequence

from rapidfuzz import fuzz, process

_APOSTROPHES = re.compile("[’‘ʼ`´′]")
# Words for the kind of region, per level: "Kota" belongs to the name of a kecamatan or desa.
_WORDS = {
    "desa": {"desa": "desa", "ds": "desa", "kelurahan": "kelurahan", "kel": "kelurahan"},
    "kecamatan": {"kecamatan": "kecamatan", "kec": "kecamatan"},
    "puskesmas": dict.fromkeys(
        ("puskesmas", "pkm", "uptd puskesmas", "upt puskesmas", "uptd pkm"), "puskesmas"
    ),
    "kabupaten": {"kabupaten": "kabupaten", "kab": "kabupaten", "kota": "kota"},
    "provinsi": {"provinsi": "provinsi", "prov": "provinsi"},
}
_PREFIX = {
    level: re.compile(rf"({'|'.join(sorted(words, key=len, reverse=True))})[. ]+(?=\S)")
    for level, words in _WORDS.items()
}
_NEAR_SCORE = 60


def normalise_name(name: str) -> str:
    """Give a name as it is compared: lower case, one kind of apostrophe, single spaces."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return " ".join(_APOSTROPHES.sub("'", plain).split())


def split_prefix(name: str, level: str) -> tuple[str, str | None]:
    """Cut the word for the kind of a level off: desa "Kel. Darma" is ("darma", "kelurahan")."""
    plain = normalise_name(name)
    match = _PREFIX[level].match(plain)
    return (plain[match.end() :], _WORDS[level][match[1]]) if match else (plain, None)


def bare_letters(name: str, level: str) -> str:
    """Give a name's letters and digits only, for telling a spelling from another name."""
    return re.sub(r"[\W_]+", "", split_prefix(name, level)[0])


def near_names(name: str, candidates: Sequence[str], level: str, limit: int = 3) -> list[str]:
    """Give up to `limit` candidates that look like the name, best first: a suggestion only."""
    found = process.extract(
        split_prefix(name, level)[0],
        {place: split_prefix(candidate, level)[0] for place, candidate in enumerate(candidates)},
        scorer=fuzz.ratio,
        limit=limit,
        score_cutoff=_NEAR_SCORE,
    )
    return [candidates[place] for _, _, place in found]
