"""The documents that the guideline expects of every region and year, in its order.

Source: guideline of 2024, Bab I D "Hasil yang diharapkan" (one of analysis, two of planning, four
of execution, two of assessment, one of regulation, one of publication); the yearly review is asked
for by the guideline's chapter on "Reviu kinerja tahunan".
"""

from dataclasses import dataclass
from typing import Literal

Form = Literal["docx", "pdf", "xlsx"]
FORMS: tuple[Form, ...] = ("docx", "pdf", "xlsx")
LEVELS = ("kecamatan", "kabupaten", "provinsi")
LENGTHS = {"provinsi": 2, "kabupaten": 5, "kecamatan": 8}


@dataclass(frozen=True, slots=True)
class GuidelineDocument:
    """One document: `stage` is the stage (its name at every level) whose approval makes it final.

    `snapshot`: the kind of budget that it is about; `half`: 1 or 2, the half year.
    """

    key: str
    group: str
    stage: str
    snapshot: str = ""
    half: int = 0
    across: bool = False


ANSIT, PLAN, REVIEW = "analisis-situasi", "rencana-pra-musrenbang", "reviu-kinerja"
TAG_NEXT, TAG_NOW, TAG_CHANGED = "penandaan-depan", "penandaan-apbd", "penandaan-perubahan"
FIRST_HALF, SECOND_HALF = "capaian-semester-1", "capaian-semester-2"
MONITORING, ASSESSMENT = "hasil-monitoring", "hasil-penilaian"
REGULATION, PUBLICATION = "daftar-regulasi", "daftar-publikasi"

DOCUMENTS: tuple[GuidelineDocument, ...] = (
    GuidelineDocument(ANSIT, "analisis", "ansit"),
    GuidelineDocument(PLAN, "perencanaan", "pra-musrenbang", across=True),
    GuidelineDocument(TAG_NEXT, "perencanaan", "penandaan-depan", "rencana", across=True),
    GuidelineDocument(TAG_NOW, "pelaksanaan", "penandaan-berjalan", "murni", across=True),
    GuidelineDocument(TAG_CHANGED, "pelaksanaan", "penandaan-perubahan", "perubahan", across=True),
    GuidelineDocument(FIRST_HALF, "pelaksanaan", "semester-1", half=1),
    GuidelineDocument(SECOND_HALF, "pelaksanaan", "semester-2", half=2),
    GuidelineDocument(MONITORING, "penilaian", "penilaian"),
    GuidelineDocument(ASSESSMENT, "penilaian", "penilaian"),
    GuidelineDocument(REGULATION, "dukungan", "regulasi"),
    GuidelineDocument(PUBLICATION, "dukungan", "publikasi"),
    GuidelineDocument(REVIEW, "reviu", "penilaian"),
)
_BY_KEY = {document.key: document for document in DOCUMENTS}


def find_document(key: str) -> GuidelineDocument:
    """One document by its key. Raises KeyError for one that there is not."""
    return _BY_KEY[key]


def find_level(region_code: str) -> str | None:
    """The level of a region that has these documents, None for a desa and for the nation."""
    levels = {length: level for level, length in LENGTHS.items()}
    return levels.get(len(region_code)) if region_code.replace(".", "").isdigit() else None
