"""Lines of a budget that may carry a proposal: suggestions only, a person confirms. No Streamlit.

What counts: a tag for the same service (3), a tag for one of its places (1), lines of its agency
(2), and how alike the words are (up to 4).
"""

from collections.abc import Collection

import pandas as pd
from rapidfuzz import fuzz, process, utils

from analysis.thread_places import PlaceFinder
from app.thread_figures import Proposal, list_items_of

SERVICE, PLACE, AGENCY, WORDS = "layanan", "tempat", "opd", "kata"
_WEIGHTS = {SERVICE: 3.0, PLACE: 1.0, AGENCY: 2.0}
_WORDS_WEIGHT, _ALIKE = 4.0, 0.6
_LEAST = 3.0
MOST = 15


def suggest_lines(proposal: Proposal, lines: pd.DataFrame, tags: pd.DataFrame) -> pd.DataFrame:
    """The lines that fit a proposal best, at most `MOST`: those of `lines` with `nilai`, `alasan`.

    `lines`: of `read_lines`; `tags`: of `read_tags`. `alasan`: a tuple of what speaks for it
    (SERVICE, PLACE, AGENCY, WORDS). Lines for which too little speaks are left out.
    """
    if lines.empty:
        return lines.assign(nilai=pd.Series(dtype="float64"), alasan=pd.Series(dtype=object))
    same_service, same_place = _find_tagged(proposal, tags)
    signs = pd.DataFrame(
        {
            SERVICE: lines["line_id"].isin(same_service),
            PLACE: lines["line_id"].isin(same_place),
            AGENCY: lines["agency"].eq(proposal.agency) if proposal.agency else False,
        },
        index=lines.index,
    )
    alike = _compare_words(proposal.activity, lines)
    score = _WORDS_WEIGHT * alike + sum(weight * signs[sign] for sign, weight in _WEIGHTS.items())
    signs[WORDS] = alike >= _ALIKE
    # Of thousands of lines only the best few need their reasons in words.
    best = score[score >= _LEAST].sort_values(ascending=False, kind="stable").head(MOST)
    kept = signs.loc[best.index]
    reasons = [
        tuple(sign for sign in kept.columns if flags[sign]) for flags in kept.to_dict("records")
    ]
    chosen = lines.loc[best.index].assign(nilai=best)
    return chosen.assign(alasan=pd.Series(reasons, index=best.index, dtype=object))


def search_lines(lines: pd.DataFrame, words: str) -> pd.DataFrame:
    """Lines that hold every word in their description, sub kegiatan, account or agency."""
    kept = pd.Series(True, index=lines.index)
    names = ("description", "subkegiatan_name", "account_name", "account_code", "skpd_name")
    joined = _join(lines, names)
    for word in words.casefold().split():
        kept &= joined.str.contains(word, regex=False)
    return lines[kept]


def _find_tagged(proposal: Proposal, tags: pd.DataFrame) -> tuple[Collection[int], Collection[int]]:
    """Numbers of lines tagged for one of its services, and for one of its places."""
    items = [each for each in list_items_of(proposal) if each is not None]
    service = set(tags.loc[tags["item_code"].isin(items), "line_id"])
    finder = PlaceFinder([(proposal.id, proposal.places, (None,))])
    places = [each for each in tags["place_code"].dropna().unique() if finder.find(each, None)]
    return service, set(tags.loc[tags["place_code"].isin(places), "line_id"])


def _compare_words(activity: str, lines: pd.DataFrame) -> pd.Series:
    joined = _join(lines, ("description", "subkegiatan_name"))
    scores = process.cdist(
        [activity],
        joined.tolist(),
        scorer=fuzz.token_set_ratio,
        processor=utils.default_process,
    )
    return pd.Series(scores[0] / 100, index=lines.index, dtype="float64")


def _join(lines: pd.DataFrame, names: Collection[str]) -> pd.Series:
    columns = [lines[name].fillna("").astype(str) for name in names]
    joined = columns[0]
    for column in columns[1:]:
        joined = joined + " " + column
    return joined.str.casefold()
