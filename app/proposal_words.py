"""Words for proposals: services, places, agencies, and the cells as one types them.

No Streamlit here: documents and the command line use it too.
"""

from collections.abc import Iterable, Mapping

from app.format import format_count, format_number
from app.proposal_books import Books, service_of, write_place
from app.text import usulan as text
from app.text.screens import DASH
from data_access.reads.stage_definitions import read_agency_names
from data_access.reads.usulan import Proposal

COLUMNS = tuple(text.COLUMNS)
"""The columns of the grid in the order in which an official writes them."""
_SEPARATOR = "; "


def name_aim(item_code: str | None, target_group: str | None) -> str:
    """The service in short, else the target group, else ""."""
    item = service_of(item_code) if item_code else None
    return item.short if item is not None else (item_code or target_group or "")


def name_places(codes: Iterable[str], names: Mapping[str, str]) -> str:
    """Places by name in one line; a code without a name stays a code."""
    return ", ".join(names.get(code, code) for code in codes)


def name_agency(code: str | None, names: Mapping[str, str]) -> str:
    """An agency by the region's name for it, else the guideline's, else its code; "" for none."""
    return names.get(code) or read_agency_names().get(code, code) if code else ""


def name_bidang(bidang: str | None) -> str:
    """A bidang in words, "" for none."""
    return text.BIDANG[bidang] if bidang else ""


def write_missing(codes: Iterable[str]) -> str:
    """What a proposal lacks, in one line."""
    return ", ".join(text.MISSING[code] for code in codes)


def write_number(number: str) -> str:
    """The running number of a proposal, which is enough inside one meeting: "No. 007"."""
    return text.SHORT_NUMBER.format(number=number.rpartition("/")[2])


def write_cells(proposal: Proposal, books: Books) -> dict[str, str]:
    """A proposal as the cells of the grid: what one would type for it."""
    volume = format_number(proposal.volume, missing="")
    decided = proposal.decision != "belum"
    return {
        "activity": proposal.activity,
        "aim": name_aim(proposal.item_code, proposal.target_group),
        "places": _SEPARATOR.join(write_place(books, code) for code in proposal.places),
        "bidang": proposal.bidang or "",
        "agency": proposal.agency or "",
        "volume": volume,
        "unit": proposal.unit or "",
        "amount": format_count(proposal.amount_idr, missing=""),
        "fund": proposal.fund or "",
        "execution_year": "" if proposal.execution_year is None else str(proposal.execution_year),
        "priority": "" if proposal.priority is None else str(proposal.priority),
        "decision": proposal.decision if decided else "",
        "decision_reason": proposal.decision_reason or "",
    }


def write_row(proposal: Proposal, books: Books) -> dict[str, str]:
    """A proposal as a row to read, by the headings of `text.TABLE_COLUMNS`."""
    cells = write_cells(proposal, books) | {
        "number": proposal.number,
        "bidang": name_bidang(proposal.bidang),
        "agency": name_agency(proposal.agency, books.agencies),
        "decision": text.DECISIONS[proposal.decision],
    }
    return {heading: cells[key] or DASH for key, heading in text.TABLE_COLUMNS.items()}
