"""What one would write first: `pd.read_excel` or `pd.read_csv`, then `to_sql`; nothing checked."""

import sys
from pathlib import Path

import pandas as pd
from sqlalchemy import create_engine


def main(path: Path, url: str) -> None:
    """Store a file as it stands in one table."""
    read = pd.read_excel if path.suffix == ".xlsx" else pd.read_csv
    frame = read(path, dtype={"Kode Sub Kegiatan": str, "Kode Rekening": str})
    frame.to_sql("belanja_polos", create_engine(url), if_exists="replace", index=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
