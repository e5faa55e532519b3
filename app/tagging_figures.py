"""The tags of one budget as the file shows them, for the screen and the command line."""

import pandas as pd
from sqlalchemy import Engine

from app.documents.penandaan import arrange
from app.format import format_idr, format_number
from app.text import penandaan as text
from data_access.reads.anggaran import Snapshot, read_lines, read_tags
from data_access.reads.region_names import read_region_names


def tabulate_tags(
    engine: Engine, snapshot: Snapshot, owner: tuple[str, str] | None = None
) -> pd.DataFrame:
    """Every tag of a budget, or of one agency's lines: see `app.documents.penandaan.arrange`."""
    lines = read_lines(engine, snapshot, tagged_only=True, owner=owner)
    tags = read_tags(engine, snapshot)
    own = tags[tags["line_id"].isin(lines["line_id"])]
    codes = {str(code) for code in own["place_code"].dropna()}
    places = read_region_names(engine, codes) if codes else {}
    if snapshot.wilayah_code in places:
        whole = text.WHOLE.format(name=places[snapshot.wilayah_code])
        places = {**places, snapshot.wilayah_code: whole}
    return arrange(lines, own, places, _write_shares(own, lines))


def _write_shares(tags: pd.DataFrame, lines: pd.DataFrame) -> dict[int, str]:
    units = dict(zip(lines["line_id"], lines["unit"], strict=True))
    found = {}
    for row in tags.to_dict("records"):
        write = format_idr if row["basis"] == "rupiah" else format_number
        value, unit = write(row["basis_value"]), units.get(row["line_id"]) or ""
        found[int(row["tag_id"])] = text.SHARE_WORDS[row["basis"]].format(value=value, unit=unit)
    return found
