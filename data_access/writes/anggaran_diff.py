"""A file of a budget held against what its snapshot already holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, select, tuple_

from analysis.stages import can_enter
from data_access.importers.sipd_lines import BudgetLine
from data_access.reads.anggaran_masuk import (
    Details,
    Figures,
    StoredLine,
    StoredSkpd,
    find_snapshot,
    list_lines,
    list_skpd,
)
from data_access.schema import Tahapan
from data_access.writes.anggaran_keys import make_line_keys, normalise
from data_access.writes.anggaran_set import Pair, SnapshotSet, part_of
from data_access.writes.cell_changes import StagePart


@dataclass(slots=True)
class AgencyPlan:
    """What a file means for one SKPD: places of its lines in the file, and lines that stand.

    `part` is the stage part that its tags belong to, None while nobody tags them. `locked` is the
    state of a part that was handed in, None while it takes entries.
    """

    name: str
    stored: StoredSkpd | None
    pair: Pair | None
    part: StagePart | None = None
    locked: str | None = None
    new: list[int] = field(default_factory=list)
    changed: list[tuple[int, StoredLine]] = field(default_factory=list)
    refreshed: list[tuple[int, StoredLine]] = field(default_factory=list)
    same: list[tuple[int, StoredLine]] = field(default_factory=list)
    gone: list[StoredLine] = field(default_factory=list)

    @property
    def is_open_to_tags(self) -> bool:
        """Tell whether lines to be tagged may come, change or go."""
        return self.locked is None

    @property
    def moves_lines(self) -> bool:
        """Tell whether the file changes what there is to tag."""
        return bool(self.new or self.changed or self.gone)


@dataclass(slots=True)
class SnapshotPlan:
    """What a file means for its snapshot: a plan an SKPD, and the lines' keys in file order."""

    snapshot_id: int | None
    keys: list[str]
    agencies: list[AgencyPlan]

    @property
    def differs(self) -> bool:
        """Tell whether anything is to be written."""
        return any(each.moves_lines or each.refreshed for each in self.agencies)

    @property
    def locked(self) -> list[AgencyPlan]:
        """SKPD whose lines would change although their tags are handed in."""
        return [each for each in self.agencies if each.moves_lines and not each.is_open_to_tags]


def make_plan(connection: Connection, data: SnapshotSet, *, hold: bool = False) -> SnapshotPlan:
    """Compare a file with what stands; `hold` keeps other writers off the lines compared."""
    agencies = _plan_agencies(connection, data)
    snapshot_id = find_snapshot(connection, data.wilayah_code, data.year, data.kind)
    plan = SnapshotPlan(snapshot_id, make_line_keys(data.lines), list(agencies.values()))
    stored = [] if snapshot_id is None else _list_stored(connection, snapshot_id, agencies, hold)
    _sort_lines(data.lines, plan.keys, stored, agencies)
    by_id = {each.stored.id: each for each in plan.agencies if each.stored}
    known = set(plan.keys)
    for line in stored:
        if line.line_key not in known:
            by_id[line.skpd_id].gone.append(line)
    _find_locks(connection, plan.agencies, hold)
    return plan


def figures_of(line: BudgetLine) -> Figures:
    """What the tags of a line depend on."""
    return Figures(line.volume, line.unit_price_idr, line.total_idr)


def details_of(line: BudgetLine, before: Details | None = None) -> Details:
    """What may change without touching tags; what a file does not tell stays as it was."""
    told = Details(line.account_name, line.coefficient, line.realisation_idr)
    if before is None:
        return told
    kept = {name: value for name, value in told._asdict().items() if value is not None}
    return before._replace(**kept)


def _plan_agencies(connection: Connection, data: SnapshotSet) -> dict[str, AgencyPlan]:
    stored = {normalise(each.name): each for each in list_skpd(connection, data.wilayah_code)}
    plans: dict[str, AgencyPlan] = {}
    for line in data.lines:
        key = normalise(line.skpd_name)
        if key not in plans:
            row = stored.get(key)
            name = line.skpd_name if row is None else row.name
            plans[key] = AgencyPlan(name, row, choose_pair(row, data.pairing.get(line.skpd_name)))
    for plan in plans.values():
        if plan.pair is not None:
            plan.part = part_of(plan.pair, data.kind, data.year)
    return plans


def choose_pair(stored: StoredSkpd | None, suggested: Pair | None) -> Pair | None:
    """Who tags an SKPD's lines: as a person paired it, else as the import suggests."""
    if stored is None:
        return suggested
    if stored.owner_code is not None and stored.agency is not None:
        return stored.owner_code, stored.agency
    # Version 1: nobody has decided yet. Later versions were taken apart on purpose.
    return suggested if stored.version == 1 else None


def _list_stored(
    connection: Connection, snapshot_id: int, agencies: Mapping[str, AgencyPlan], hold: bool
) -> list[StoredLine]:
    ids = [each.stored.id for each in agencies.values() if each.stored]
    return list_lines(connection, snapshot_id, ids, hold=hold)


def _sort_lines(
    lines: Sequence[BudgetLine],
    keys: Sequence[str],
    stored: Sequence[StoredLine],
    agencies: Mapping[str, AgencyPlan],
) -> None:
    before = {line.line_key: line for line in stored}
    for place, (line, key) in enumerate(zip(lines, keys, strict=True)):
        plan, old = agencies[normalise(line.skpd_name)], before.get(key)
        if old is None:
            plan.new.append(place)
        elif old.figures != figures_of(line):
            plan.changed.append((place, old))
        elif old.details != details_of(line, old.details):
            plan.refreshed.append((place, old))
        else:
            plan.same.append((place, old))


def _find_locks(connection: Connection, agencies: Sequence[AgencyPlan], hold: bool) -> None:
    parts = {each.part for each in agencies if each.part is not None}
    if not parts:
        return
    columns = (Tahapan.wilayah_code, Tahapan.year, Tahapan.stage, Tahapan.part)
    keys = [(p.wilayah_code, p.year, p.stage, p.part) for p in parts]
    question = select(*columns, Tahapan.state).where(tuple_(*columns).in_(keys))
    if hold:  # nobody hands a part in between our look and our write
        question = question.order_by(Tahapan.id).with_for_update(read=True)
    states = {StagePart(*row[:4]): row[4] for row in connection.execute(question)}
    for each in agencies:
        state = states.get(each.part) if each.part else None
        each.locked = None if state is None or can_enter(state) else state
