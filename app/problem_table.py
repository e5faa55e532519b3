"""The list of problem places as a table in words: the same for screens, files and scripts."""

from collections.abc import Mapping

import pandas as pd

from analysis.problem_locations import TYPES
from analysis.problem_settings import ProblemSettings
from app.problem_figures import ProblemInputs, ProblemList, count_needs
from app.problem_sentences import write_decree, write_firmness, write_needs, write_reason

_COUNTED = (
    "prevalensi_pct",
    "pembanding_pct",
    "stunting_jiwa",
    "diukur_jiwa",
    "layanan_dinilai",
    "layanan_rendah",
    "layanan_baik",
    "langkah_mengubah",
)


def tabulate_places(
    problems: ProblemList,
    inputs: ProblemInputs,
    settings: ProblemSettings,
    lokus: Mapping[str, str],
) -> pd.DataFrame:
    """All places below the region, those in need first: type by type, most stunted children first.

    `lokus`: decrees in words by desa code, see `name_lokus`. Columns: code, name, level, parent
    (name of the region it lies in), type (a word of the rule), reason (a sentence), need, firm,
    lokus (words), and `_COUNTED` (percent, children, services, steps; NaN unknown).
    """
    names = dict(zip(inputs.regions["code"], inputs.regions["name"], strict=True))
    parents = dict(zip(inputs.regions["code"], inputs.regions["parent_code"], strict=True))
    needs = count_needs(problems, inputs)
    parent_name = names.get(inputs.scope_code, inputs.scope_code)
    table, steps = problems.table, len(problems.steps)
    codes = table["region_code"]
    words = {
        "code": codes,
        "name": table["name"],
        "level": table["level"],
        "parent": [names.get(parents[code], "") for code in codes],
        "type": table["tipe"],
        "reason": [write_reason(problems.figures[c], settings, parent_name) for c in codes],
        "need": [write_needs(needs[code]) for code in codes],
        "firm": [
            write_firmness(int(moved), bool(few), steps)
            for moved, few in zip(
                table["langkah_mengubah"], table["anak_terlalu_sedikit"], strict=True
            )
        ],
        "lokus": [lokus.get(code, "") for code in codes],
    }
    listed = pd.DataFrame(words | {name: table[name] for name in _COUNTED})
    order = listed["type"].map(TYPES.index)
    children = -listed["stunting_jiwa"].fillna(-1)
    ranked = listed.assign(_type=order, _children=children)
    ranked = ranked.sort_values(["_type", "_children", "code"], kind="stable", ignore_index=True)
    return ranked.drop(columns=["_type", "_children"])


def name_lokus(lokus: pd.DataFrame) -> dict[str, str]:
    """Decrees in words by desa code, of `read_lokus`."""
    return {
        str(row.wilayah_code): write_decree(str(row.sk_number), row.sk_date)
        for row in lokus.itertuples(index=False)
    }
