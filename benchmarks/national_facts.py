"""Invented figures of one province at a time: services of six periods and measured children."""

import numpy as np
import pandas as pd

from data_access.demo.services import make_services

MONTHS = ("2023-08", "2024-02", "2024-08", "2025-02", "2025-08", "2026-02")
SOURCE = "e-PPGBM"
_SHARE_STUNTED, _SHARE_MEASURED = 0.16, 0.9
_CLASSES = (0.25, 0.75)  # of the stunted: severely, and the others


def make_measured(desa: pd.Series, seed: int) -> pd.DataFrame:
    """Children of each desa in six months, with the columns of the table `pengukuran`."""
    rng = np.random.Generator(np.random.PCG64([seed, 7]))
    invited = rng.integers(34, 172, len(desa))
    share = np.clip(rng.normal(_SHARE_STUNTED, 0.05, len(desa)), 0.01, 0.5)
    return pd.concat(
        [_make_month(desa, month, invited, share, rng) for month in MONTHS], ignore_index=True
    )


def _make_month(
    desa: pd.Series, month: str, invited: np.ndarray, share: np.ndarray, rng: np.random.Generator
) -> pd.DataFrame:
    measured = rng.binomial(invited, _SHARE_MEASURED)
    stunted = rng.binomial(measured, share)
    severe = rng.binomial(stunted, _CLASSES[0])
    tall = rng.binomial(measured - stunted, 0.02)
    counts = {
        "sasaran_jiwa": invited,
        "sangat_pendek_jiwa": severe,
        "pendek_jiwa": stunted - severe,
        "normal_jiwa": measured - stunted - tall,
        "tinggi_jiwa": tall,
        "outlier_jiwa": rng.binomial(invited - measured, 0.05),
        "stunting_jiwa": stunted,
        "diukur_jiwa": measured,
    }
    return pd.DataFrame({"source": SOURCE, "period": month, "unit_code": desa.to_numpy(), **counts})


def make_facts(desa: pd.Series, measured: pd.DataFrame, seed: int) -> pd.DataFrame:
    """17 sasaran and 31 services of each desa in six periods: period, unit_code, item_code, value.

    The demonstration's five periods and one before them; its support data are left out.
    """
    regions = pd.DataFrame({"code": desa.to_numpy()})
    other = make_services(regions, measured, seed + 1000)
    sixth = other[other["period"] == "2025"].assign(period="2024-S2")
    every = pd.concat([sixth, make_services(regions, measured, seed)], ignore_index=True)
    return every[every["item_code"].str[0].isin(["S", "I"])]
