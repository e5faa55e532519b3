"""Bad files given to the command as it is installed, in processes of their own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.endurance.bad_case import BadFile
from tests.endurance.bad_door import Doors, check_printed
from tests.endurance.bad_files import choose
from tests.endurance.bad_office import command_of, digest_of
from tests.endurance.bad_trial import within_limits

COMMAND = str(Path(sys.executable).with_name("konvergensi"))


@pytest.mark.parametrize("case", choose(20, first=4), ids=str)
def test_the_installed_command_refuses_a_bad_file(doors: Doors, case: BadFile) -> None:
    path, before = doors.make(case), digest_of(doors.database)
    with within_limits():
        done = subprocess.run(
            [COMMAND, *command_of(case, path)],
            env={**os.environ, "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
    check_printed(case, done.returncode, done.stdout, done.stderr)
    assert digest_of(doors.database) == before
