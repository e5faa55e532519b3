"""Who last changed a regulation or publication, in words for the screen."""

from app import entry_loaders
from app.actions.dukungan import Support
from app.stage_words import write_moment


def write_who(row: Support) -> tuple[str, str]:
    """The person and the moment of a row's last change."""
    who = entry_loaders.load_person_names().get(row.updated_by, row.updated_by)
    return who, write_moment(row.updated_at, row.wilayah_code)
