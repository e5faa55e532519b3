"""What an office installs from deploy/: complete, well-formed, and in step with the program."""

import configparser
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from app.settings import MailSettings, Settings
from app.tokens import COOKIE
from tests.endurance.operation_document import read_blocks

ROOT = Path(__file__).resolve().parents[1]
DEPLOY = ROOT / "deploy"
DOCUMENT = ROOT / "docs" / "operasi.md"
FILES = sorted(each for each in DEPLOY.rglob("*") if each.is_file())
SCRIPTS = sorted((DEPLOY / "bin").iterdir())
UNITS = sorted((DEPLOY / "systemd").iterdir())
# Settings of the scripts and units themselves.
OWN = {"KONVERGENSI_PORT", "KONVERGENSI_ALAMAT", "KONVERGENSI_SERTIFIKAT", "KONVERGENSI_CA"}


def read(path: Path) -> str:
    return path.read_text("utf-8")


def read_settings_of(path: Path) -> dict[str, str]:
    """What an example of a settings file sets; systemd and the shell both read this form."""
    return dict(re.findall(r'^#?([A-Z_]+)="([^"$`\\]*)"$', read(path), re.MULTILINE))


def test_every_file_of_deploy_is_installed_by_the_document() -> None:
    text = read(DOCUMENT)
    units = "deploy/systemd/*"
    assert units in text
    missing = [
        str(each.relative_to(DEPLOY))
        for each in FILES
        if each not in UNITS
        and each.name not in text
        and not any(each.name in read(unit) for unit in UNITS)
    ]
    assert missing == []


def test_every_file_that_the_document_names_is_there() -> None:
    named = set(re.findall(r"deploy/([\w./@-]*\w)", read(DOCUMENT)))
    assert [name for name in sorted(named) if not (DEPLOY / name).exists()] == []


def test_links_of_the_document_lead_somewhere() -> None:
    text = read(DOCUMENT)
    headings = {_anchor(each) for each in re.findall(r"^#+ (.*)$", text, re.MULTILINE)}
    broken = []
    for target in re.findall(r"\]\(([^)]+)\)", text):
        file, _, anchor = target.partition("#")
        if file and not (DOCUMENT.parent / file).exists():
            broken.append(target)
        if not file and anchor not in headings:
            broken.append(target)
    assert broken == []


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda each: each.name)
def test_scripts_are_well_formed_and_may_be_run(script: Path) -> None:
    assert script.stat().st_mode & 0o111
    done = subprocess.run(["sh", "-n", str(script)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_blocks_of_the_document_are_well_formed() -> None:
    blocks = read_blocks(read(DOCUMENT))
    assert len(blocks) > 20
    for block in blocks:
        done = subprocess.run(["bash", "-n"], input=block.commands, text=True, check=False)
        assert done.returncode == 0, block


@pytest.mark.parametrize("unit", UNITS, ids=lambda each: each.name)
def test_units_name_programs_that_are_installed(unit: Path) -> None:
    parser = configparser.RawConfigParser(strict=False, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(unit, "utf-8")
    assert parser.sections()[0] == "Unit"
    command = parser.get("Service", "ExecStart", fallback="")
    program = command.split(" ")[0].removeprefix("/opt/konvergensi/sekarang/")
    if unit.suffix == ".service":
        assert program == ".venv/bin/konvergensi" or (ROOT / program).exists()
        assert parser.get("Service", "User") in {"konvergensi", "konvergensi-kelola"}
        assert parser.get("Service", "NoNewPrivileges") == "yes"
        assert parser.get("Service", "ProtectSystem") == "strict"


def test_units_pass_the_check_of_systemd(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze tidak terpasang")
    for unit in UNITS:
        # The program itself is not installed here; its place is taken by one that is.
        text = re.sub(r"^(Exec\w+=)/\S+", r"\1/bin/true", read(unit), flags=re.MULTILINE)
        (tmp_path / unit.name).write_text(text)
    names = [str(tmp_path / each.name.replace("@.", "@8501.")) for each in UNITS]
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *names],
        capture_output=True,
        text=True,
        check=False,
        env={"SYSTEMD_UNIT_PATH": f"{tmp_path}:", "PATH": "/usr/bin:/bin"},
    )
    said = [line for line in done.stderr.splitlines() if "konvergensi" in line]
    assert said == []


def test_examples_set_only_what_the_program_knows() -> None:
    known = {f"KONVERGENSI_{name.upper()}" for name in Settings.model_fields}
    known |= {f"KONVERGENSI_SMTP_{name.upper()}" for name in MailSettings.model_fields}
    known |= OWN | {"KIRIM"}
    for example in DEPLOY.glob("*.contoh"):
        given = read_settings_of(example)
        assert given, example.name
        assert set(given) <= known, example.name


def test_limits_agree_between_nginx_and_the_program() -> None:
    site = read(DEPLOY / "nginx.conf")
    limit = Settings.model_fields["body_limit_mb"].default
    assert f"client_max_body_size {limit}m;" in site
    example = read_settings_of(DEPLOY / "aplikasi.env.contoh")
    assert example["KONVERGENSI_BODY_LIMIT_MB"] == str(limit)
    assert example["KONVERGENSI_HOSTS"] in site


def test_nginx_keeps_a_person_on_one_process_by_the_cookie_of_the_session() -> None:
    site = read(DEPLOY / "nginx.conf")
    assert f"map $cookie_{COOKIE} $konvergensi_orang" in site
    assert "hash $konvergensi_orang consistent;" in site
    ports = re.findall(r"server 127\.0\.0\.1:(\d+)", site)
    for port in ports:
        assert f"konvergensi@{port}" in read(DOCUMENT)
        assert port in read_settings_of(DEPLOY / "pantau.env.contoh")["KONVERGENSI_PORT"]


def test_nothing_in_deploy_leads_to_another_host() -> None:
    hosts = {
        host
        for each in FILES
        for host in re.findall(r"\w+://(?:[^@/\s\"']*@)?([\w.-]+)", read(each))
    }
    own = {"127.0.0.1", "konvergensi", "stunting.contoh.go.id"}
    assert hosts - own <= {""}


def test_the_application_cannot_read_what_belongs_to_the_owner() -> None:
    """The owner's password stands in a file of another group, and no unit of the app reads it."""
    text = read(DOCUMENT)
    assert "-g konvergensi-kelola /dev/null /etc/konvergensi/pemilik.env" in text
    for unit in UNITS:
        if "User=konvergensi\n" in read(unit):
            assert "pemilik.env" not in read(unit)
