"""Profil desa: everything of one desa on one page, its kecamatan and neighbours beside."""

from app import problem_loaders
from app.components.breadcrumb import draw_breadcrumb
from app.components.frame import current_selection, draw_empty_database
from app.components.problem_choice import (
    choose_pairing,
    draw_heading,
    draw_nation,
    draw_no_services,
    draw_pairing,
)
from app.components.problem_settings import find_default
from app.components.profile import draw_cards, draw_choice, draw_course, draw_type, needs_of
from app.components.profile_download import draw_download
from app.components.profile_tables import draw_beside, draw_causes, draw_counts, draw_services
from app.components.selection import Selection
from app.problem_figures import Pairing, count_needs
from app.problem_profile import KABUPATEN, build_profile
from app.problem_table import name_lokus
from app.text import screens


def show_profile(selection: Selection, pairing: Pairing) -> None:
    """All of one desa, from its head to the desa beside it."""
    code, settings = selection.code, find_default(pairing.scope_code)[0]
    inputs = problem_loaders.load_inputs(pairing)
    problems = problem_loaders.load_problems(pairing, settings)
    profile = build_profile(inputs, problems, code)
    draw_cards(profile)
    draw_type(profile, settings, pairing, needs_of(count_needs(problems, inputs), code))
    draw_course(code, pairing.source)
    draw_services(profile, pairing)
    draw_counts(profile)
    year = int(pairing.period[:4])
    lokus = name_lokus(problem_loaders.load_lokus(pairing.scope_code, year + 1))
    draw_beside(profile, lokus)
    draw_causes(code, year)
    draw_download(profile, pairing, settings)


selection = current_selection()
if selection is None:
    draw_empty_database()
elif selection.region.level == "nasional":
    draw_nation(screens.PAGE_PROFIL)
elif selection.region.level != "desa":
    draw_heading(screens.PAGE_PROFIL, selection.code)
    draw_breadcrumb(selection)
    draw_choice(selection)
else:
    draw_heading(screens.PAGE_PROFIL, selection.code)
    draw_breadcrumb(selection)
    pairing = choose_pairing(selection, selection.code[:KABUPATEN])
    if pairing is None:
        draw_no_services(selection.code)
    else:
        draw_pairing(pairing, selection.code)
        show_profile(selection, pairing)
