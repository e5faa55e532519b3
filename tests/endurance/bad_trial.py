"""What must be true of every refusal, and what the reading may have cost."""

import re
import resource
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from app.text.findings import describe, describe_parts
from geo.findings import Finding
from tests.endurance.bad_case import BadFile

MEMORY_MB, SECONDS = 1024, 30
# The clock on the wall counts other people's programs as well: it only finds what stands still.
PATIENCE_S = 300
_ASKS = (
    "atau", "beri", "buat", "buka", "ekspor", "gunakan", "hapus", "impor", "isi", "izinkan",
    "ambil", "kosongkan", "lengkapi", "minta", "masukkan", "naikkan", "namai", "pastikan", "pecah",
    "perbaiki", "periksa", "pilih", "pindahkan", "pisahkan", "potong", "salin", "samakan",
    "sebutkan", "sertakan", "simpan", "sisakan", "tukar", "tulis", "ubah", "unduh",
)  # fmt: skip
_ACTS = re.compile(r"[<>{}`$\\\x00-\x1f\x7f\u200b\u202e]")
LONGEST = 900


def judge(case: BadFile, findings: Sequence[Finding]) -> None:
    """Demand the expected refusal, at its place, in a sentence that says what to do."""
    errors = [finding for finding in findings if finding.severity == "galat"]
    found = [finding for finding in errors if finding.code in case.codes]
    assert found, [(each.code, each.row, each.column, dict(each.values)) for each in findings]
    places = [(each.row, each.column, each.sheet) for each in found]
    assert any(_stands_there(case, each) for each in found), places
    for finding in errors:
        check_words(finding)


def check_words(finding: Finding) -> None:
    """A sentence in Indonesian, short, harmless, and what to do next."""
    sentence, (_, remedy) = describe(finding), describe_parts(finding)
    assert sentence.endswith("."), sentence
    assert len(sentence) <= LONGEST, len(sentence)
    asked = remedy or sentence
    assert any(re.search(rf"\b{word}", asked.casefold()) for word in _ASKS), sentence
    plain = sentence.replace(str(finding.values.get("tanda", "")), "")  # it names the marks
    for words in (plain, finding.sheet, finding.column):
        assert not _ACTS.search(words or ""), repr(words)


def _stands_there(case: BadFile, finding: Finding) -> bool:
    return (
        (case.row is None or finding.row == case.row)
        and (case.column is None or (finding.column or "").startswith(case.column))
        and (case.sheet is None or finding.sheet == case.sheet)
    )


@contextmanager
def within_limits() -> Iterator[None]:
    """Demand that what happens here takes at most 30 s of a processor and no child 1 GB."""
    watch, start, spent = Watch(), time.monotonic(), _processor_s()
    watch.start()
    try:
        yield
    finally:
        watch.stop()
    assert _processor_s() - spent <= SECONDS
    assert time.monotonic() - start <= PATIENCE_S
    assert watch.most_mb <= MEMORY_MB, watch.most_mb


def _processor_s() -> float:
    """Seconds of processor that this process and its children that have ended took together."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime


class Watch(threading.Thread):
    """Notes the most memory that a child process of this one has held, as the system counts it.

    What a process reports of its children at their end counts their parent's memory as well.
    """

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.most_mb = 0.0
        self._over = threading.Event()

    def run(self) -> None:
        while not self._over.wait(0.05):
            for child in self._children():
                self.most_mb = max(self.most_mb, _peak_mb(child))

    def stop(self) -> None:
        self._over.set()
        self.join()

    def _children(self) -> list[str]:
        found: list[str] = []
        for task in Path("/proc/self/task").iterdir():
            try:
                found += (task / "children").read_text().split()
            except OSError:  # the thread has ended meanwhile
                continue
        return found


def _peak_mb(process: str) -> float:
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0.0
    peak = re.search(r"VmHWM:\s+(\d+) kB", status)
    # Between its birth and its first own program a child is its parent's image.
    is_reader = b"_reader" in _command(process)
    return int(peak[1]) / 1024 if peak and is_reader else 0.0


def _command(process: str) -> bytes:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b""
