"""Questions about what regions set for themselves: due dates, approvers, agencies, duties."""

import pandas as pd
from sqlalchemy import Engine, or_, select

from analysis.deadlines import Override
from data_access.database import open_read
from data_access.reads.frames import make_frame
from data_access.reads.scope import CODE_LENGTH, within
from data_access.schema import PenanggungJawab, Pengaturan, PerangkatDaerah

DEADLINE = "tenggat."
APPROVER = "penyetuju."


def read_settings(engine: Engine, scope_code: str) -> pd.DataFrame:
    """Settings of a region, of those above it and of those inside it.

    Columns: wilayah_code, key, value (dict; empty: the guideline's own), reason, version,
    updated_by, updated_at.
    """
    above = [scope_code[:n] for n in CODE_LENGTH.values() if n < len(scope_code)]
    columns = (
        Pengaturan.wilayah_code,
        Pengaturan.key,
        Pengaturan.value,
        Pengaturan.reason,
        Pengaturan.version,
        Pengaturan.updated_by,
        Pengaturan.updated_at,
    )
    inside = within(Pengaturan.wilayah_code, scope_code)
    question = select(*columns).where(or_(inside, Pengaturan.wilayah_code.in_(above)))
    with open_read(engine) as connection:
        rows = connection.execute(question.order_by(Pengaturan.wilayah_code, Pengaturan.key)).all()
    return make_frame(rows, columns=[column.key for column in columns])


def pick_overrides(settings: pd.DataFrame) -> dict[tuple[str, str], Override]:
    """Due dates that regions changed, by (region, stage), from `read_settings`."""
    columns = (settings[name] for name in ("wilayah_code", "key", "value", "reason"))
    return {
        (code, key.removeprefix(DEADLINE)): Override(value["bulan_hari"], reason, code)
        for code, key, value, reason in zip(*columns, strict=True)
        if key.startswith(DEADLINE) and value
    }


def pick_approvers(settings: pd.DataFrame) -> dict[tuple[str, str], str]:
    """Agencies whose penyetuju approves in place of the default, by (region, stage)."""
    columns = (settings[name] for name in ("wilayah_code", "key", "value"))
    return {
        (code, key.removeprefix(APPROVER)): value["perangkat"]
        for code, key, value in zip(*columns, strict=True)
        if key.startswith(APPROVER) and value
    }


def read_agencies(engine: Engine, scope_code: str) -> pd.DataFrame:
    """Agencies that regions inside a region registered: wilayah_code, code, name."""
    columns = (PerangkatDaerah.wilayah_code, PerangkatDaerah.code, PerangkatDaerah.name)
    question = select(*columns).where(within(PerangkatDaerah.wilayah_code, scope_code))
    with open_read(engine) as connection:
        rows = connection.execute(question.order_by(*columns[:2])).all()
    return make_frame(rows, columns=[column.key for column in columns])


def read_responsible(engine: Engine, wilayah_code: str) -> pd.DataFrame:
    """Which agency answers for which item in one region: item_code, agency, version."""
    columns = (PenanggungJawab.item_code, PenanggungJawab.agency, PenanggungJawab.version)
    question = select(*columns).where(PenanggungJawab.wilayah_code == wilayah_code)
    with open_read(engine) as connection:
        rows = connection.execute(question.order_by(PenanggungJawab.item_code)).all()
    return make_frame(rows, columns=[column.key for column in columns])
