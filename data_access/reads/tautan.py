"""Questions about the lines of a budget that carry proposals."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, func, select

from data_access.database import open_read
from data_access.schema import SNAPSHOTS, Belanja, Potret, Skpd, Subkegiatan, TautanUsulan

_PORTION = 400  # SQLite bounds how many values a condition may hold


@dataclass(frozen=True, slots=True)
class LineRef:
    """A line of spending by what stays when the file comes again; no `line_key`: all of it."""

    snapshot_id: int
    subkegiatan_code: str
    line_key: str | None


@dataclass(frozen=True, slots=True)
class CarriedLine:
    """What one snapshot says of a linked line, or of a sub kegiatan (its sums); rupiah.

    `realisation_idr` is None where nothing tells it; `line_count` of lines summed.
    """

    kind: str
    skpd_name: str
    owner_code: str | None
    agency: str | None
    subkegiatan_name: str
    account_code: str | None
    account_name: str | None
    description: str | None
    total_idr: int
    realisation_idr: int | None
    line_count: int


@dataclass(frozen=True, slots=True)
class Link:
    """A proposal's link to a line, with how that line stands in each snapshot of its year.

    `lines`: in the order of the snapshots; one without the line is absent. `kinds`: the snapshots
    of that owner and year. `amount_idr` None: no part of the line was stated.
    """

    id: int
    usulan_id: int
    wilayah_code: str
    ref: LineRef
    amount_idr: int | None
    version: int
    year: int
    kind: str
    kinds: tuple[str, ...]
    lines: tuple[CarriedLine, ...]

    @property
    def linked(self) -> CarriedLine | None:
        """The line in the snapshot that it was linked in; None where it is there no more."""
        return next((line for line in self.lines if line.kind == self.kind), None)

    @property
    def newest_kind(self) -> str:
        """The newest snapshot of that year, never older than the linked one."""
        return max(self.kinds, key=SNAPSHOTS.index)

    @property
    def newest(self) -> CarriedLine | None:
        """The line in the newest snapshot; None where it did not get that far."""
        return next((line for line in self.lines if line.kind == self.newest_kind), None)

    @property
    def told(self) -> CarriedLine | None:
        """The newest line that tells its realisation, from the linked snapshot on."""
        first = SNAPSHOTS.index(self.kind)
        later = [each for each in self.lines if SNAPSHOTS.index(each.kind) >= first]
        return next((each for each in reversed(later) if each.realisation_idr is not None), None)


_LINK = (
    TautanUsulan.id,
    TautanUsulan.usulan_id,
    TautanUsulan.wilayah_code,
    TautanUsulan.potret_id,
    TautanUsulan.subkegiatan_code,
    TautanUsulan.line_key,
    TautanUsulan.amount_idr,
    TautanUsulan.version,
    Potret.year,
    Potret.kind,
)


def read_links(engine: Engine, usulan_ids: Collection[int]) -> tuple[Link, ...]:
    """The links of some proposals, in the order of linking."""
    numbers = sorted(set(usulan_ids))
    portions = [numbers[at : at + _PORTION] for at in range(0, len(numbers), _PORTION)]
    with open_read(engine) as connection:
        found = [link for portion in portions for link in find_links(connection, portion)]
    return tuple(sorted(found, key=lambda link: link.id))


def find_links(connection: Connection, usulan_ids: Collection[int]) -> list[Link]:
    """`read_links` inside a transaction, of a few proposals."""
    mine = TautanUsulan.usulan_id.in_(list(usulan_ids))
    links = connection.execute(_ask_links().where(mine).order_by(TautanUsulan.id)).all()
    there = {(row.wilayah_code, row.year) for row in links}
    kinds = _find_kinds(connection, there)
    lines: dict[int, list[CarriedLine]] = {}
    for whole in (False, True):
        for row in connection.execute(_ask_lines(whole=whole).where(mine)):
            lines.setdefault(row.link_id, []).append(_to_line(row, whole=whole))
    return [_make(row, kinds[row.wilayah_code, row.year], lines.get(row.id, ())) for row in links]


def _ask_links() -> Select[*tuple[Any, ...]]:
    return select(*_LINK).join(Potret, Potret.id == TautanUsulan.potret_id)


def _find_kinds(
    connection: Connection, owners: Iterable[tuple[str, int]]
) -> dict[tuple[str, int], tuple[str, ...]]:
    found: dict[tuple[str, int], tuple[str, ...]] = {}
    for code, year in owners:
        asked = select(Potret.kind).where(Potret.wilayah_code == code, Potret.year == year)
        found[code, year] = tuple(connection.scalars(asked))
    return found


def _ask_lines(*, whole: bool) -> Select[*tuple[Any, ...]]:
    """The lines of links in every snapshot of their year; `whole`: of linked sub kegiatan."""
    linked, every = Potret.__table__.alias("asal"), Potret.__table__.alias("semua")
    same = (every.c.wilayah_code == linked.c.wilayah_code) & (every.c.year == linked.c.year)
    columns = (
        TautanUsulan.id.label("link_id"),
        every.c.kind,
        Skpd.name,
        Skpd.owner_code,
        Skpd.agency,
        Subkegiatan.name,
        # One line where a line is linked; of a whole sub kegiatan they say nothing.
        *(func.min(each) for each in (Belanja.account_code, Belanja.account_name)),
        func.min(Belanja.description),
        func.sum(Belanja.total_idr),
        func.sum(Belanja.realisation_idr),
        func.count(Belanja.id),
    )
    question = (
        select(*columns)
        .select_from(TautanUsulan)
        .join(linked, linked.c.id == TautanUsulan.potret_id)
        .join(every, same)
        .join(
            Subkegiatan,
            (Subkegiatan.potret_id == every.c.id)
            & (Subkegiatan.code == TautanUsulan.subkegiatan_code),
        )
        .join(Skpd, Skpd.id == Subkegiatan.skpd_id)
        .join(Belanja, Belanja.subkegiatan_id == Subkegiatan.id)
    )
    key = TautanUsulan.line_key
    matched = question.where(key.is_(None) if whole else Belanja.line_key == key)
    return matched.group_by(TautanUsulan.id, every.c.id, Subkegiatan.id, Skpd.id)


def _to_line(row: Row[*tuple[Any, ...]], *, whole: bool) -> CarriedLine:
    _, kind, skpd, owner, agency, name, code, account, words, total, realised, count = row
    if whole:
        code = account = words = None
    # PostgreSQL sums whole numbers as decimals.
    spent = None if realised is None else int(realised)
    line = (code, account, words, int(total), spent, int(count))
    return CarriedLine(kind, skpd, owner, agency, name, *line)


def _make(row: Row[*tuple[Any, ...]], kinds: Iterable[str], lines: Iterable[CarriedLine]) -> Link:
    number, usulan, owner, snapshot, code, key, amount, version, year, kind = row
    first = SNAPSHOTS.index(kind)
    later = tuple(each for each in kinds if SNAPSHOTS.index(each) >= first)
    ordered = sorted(lines, key=lambda each: SNAPSHOTS.index(each.kind))
    ref = LineRef(snapshot, code, key)
    return Link(number, usulan, owner, ref, amount, version, year, kind, later, tuple(ordered))
