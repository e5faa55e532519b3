"""The types of places as a meeting shows them: without how firm they are, which takes longest."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.problem_figures import ProblemFigures, collect_figures
from analysis.problem_locations import find_problem_locations
from analysis.problem_settings import ProblemSettings
from app.problem_figures import ProblemInputs


@dataclass(frozen=True, slots=True)
class NamedPlaces:
    """The types of all places below a region and why; as in `app.problem_figures.ProblemList`.

    `table`: of `find_problem_locations`. `figures`: by region code.
    """

    table: pd.DataFrame
    figures: Mapping[str, ProblemFigures]


def name_places(inputs: ProblemInputs, settings: ProblemSettings) -> NamedPlaces:
    """Name the type of every place below the region, by these settings alone."""
    table = find_problem_locations(
        selected=inputs.scope_code,
        regions=inputs.regions,
        prevalence=inputs.prevalence,
        assessed=inputs.assessed,
        settings=settings,
        targets=inputs.targets,
    )
    return NamedPlaces(table, collect_figures(table, inputs.assessed, settings))
