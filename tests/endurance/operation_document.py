"""The commands of docs/operasi.md, as a stranger would type them: block after block."""

import re
from dataclasses import dataclass
from pathlib import Path

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "operasi.md"
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_VARIABLE = re.compile(r"^([A-Z_]+)=", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """Commands under a heading; `number` counts within the heading, from 1."""

    heading: str
    number: int
    commands: str


def read_blocks(text: str) -> list[Block]:
    """All blocks marked `sh`, in order; examples marked otherwise are for reading only."""
    blocks = []
    for section in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        heading = section.partition("\n")[0]
        commands = [body for mark, body in _FENCE.findall(section) if mark == "sh"]
        blocks += [Block(heading, number, body) for number, body in enumerate(commands, 1)]
    return blocks


def name_variables(blocks: list[Block]) -> list[str]:
    """The variables that a block sets for those after it."""
    return sorted({name for block in blocks for name in _VARIABLE.findall(block.commands)})


def write_script(block: Block, variables: list[str], state: str) -> str:
    """The block as one script that stops at the first failure.

    The variables and the folder live on from block to block in the file `state`, as in a terminal.
    """
    keep = f'{{ declare -p {" ".join(variables)} 2>/dev/null; echo cd "$PWD"; }} > {state} || true'
    return f"set -e -o pipefail\n[ -f {state} ] && . {state}\ntrap '{keep}' EXIT\n{block.commands}"
