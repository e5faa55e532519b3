"""The transaction that stores the demonstration's services and targets, as two imports."""

import pandas as pd
from sqlalchemy import Engine, insert

from data_access.database import open_write
from data_access.schema import Isian, Target
from data_access.writes.batches import BatchInfo, move_entered, move_version, start_batch
from data_access.writes.isian import ensure_period


def save_demo_services(
    engine: Engine, services: pd.DataFrame, targets: pd.DataFrame, info: BatchInfo
) -> None:
    """Store facts (period, unit_code, item_code, value) and targets of an empty demonstration.

    targets: wilayah_code, item_code, year, target_pct, document. Unknown values are left out.
    """
    known = services[services["value"].notna()]
    with open_write(engine, info.actor) as connection:
        batch_id = start_batch(connection, info, len(known) + len(targets))
        for period in sorted(known["period"].unique()):
            ensure_period(connection, str(period))
        rows = known.astype({"value": int}).assign(version=1, batch_id=batch_id)
        connection.execute(insert(Isian), rows.to_dict("records"))
        plans = targets.assign(version=1, batch_id=batch_id)
        connection.execute(insert(Target), plans.to_dict("records"))
        for period in sorted(known["period"].unique()):
            move_entered(connection, str(period))
        for topic in ("target", "batch"):
            move_version(connection, topic)
