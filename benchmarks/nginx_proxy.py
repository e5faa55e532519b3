"""nginx before several processes of ours, with the very settings that `deploy/` gives an office."""

import getpass
import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

SITE = Path(__file__).resolve().parents[1] / "deploy" / "nginx.conf"
_NAME = "stunting.contoh.go.id"
_MAIN = """\
daemon off;
user {user};
worker_processes 1;
pid {work}/nginx.pid;
error_log {work}/galat.log warn;
events {{ worker_connections 1024; }}
http {{
    default_type application/octet-stream;
    client_body_temp_path {work}/badan;
    proxy_temp_path {work}/titipan;
    fastcgi_temp_path {work}/f;
    uwsgi_temp_path {work}/u;
    scgi_temp_path {work}/s;
    include {work}/situs.conf;
}}
"""


class NoNginxError(RuntimeError):
    """nginx, or openssl for its certificate, is not installed here."""


@dataclass(frozen=True, slots=True)
class Proxy:
    """A running nginx: its address, and the trust in its certificate."""

    url: str
    tls: ssl.SSLContext


def fill_in(site: str, replacements: Mapping[str, str], ports: tuple[int, int]) -> str:
    """The site's settings for this computer: every text must be found, every `listen` moved.

    ports: for HTTP and for HTTPS, in place of 80 and 443.
    """
    for old, new in replacements.items():
        if old not in site:
            raise ValueError(f"{SITE.name} no longer holds {old!r}")
        site = site.replace(old, new)
    for old_port, port in zip((80, 443), ports, strict=True):
        site = re.sub(rf"(listen (?:\[::\]:)?){old_port}\b", rf"\g<1>{port}", site)
    return re.sub(r"listen (\d+)", r"listen 127.0.0.1:\1", site).replace("[::]", "[::1]")


@contextmanager
def proxy(replicas: Sequence[str], work: Path) -> Iterator[Proxy]:
    """Run nginx before two processes of ours, by their addresses; NoNginxError without nginx."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if program is None or shutil.which("openssl") is None:
        raise NoNginxError("install nginx-light and openssl")
    work.mkdir(parents=True, exist_ok=True)
    certificate, key = _make_certificate(work)
    first, second = (urlsplit(url).netloc for url in replicas)
    http, https = _find_free_port(), _find_free_port()
    replacements = {
        "127.0.0.1:8501": first,
        "127.0.0.1:8502": second,
        _NAME: "localhost",
        "/etc/konvergensi/tls/sertifikat.pem": str(certificate),
        "/etc/konvergensi/tls/kunci.pem": str(key),
        "/var/log/nginx/": f"{work}/",
    }
    site = fill_in(SITE.read_text(encoding="utf-8"), replacements, (http, https))
    (work / "situs.conf").write_text(site, encoding="utf-8")
    main = work / "nginx.conf"
    main.write_text(_MAIN.format(user=getpass.getuser(), work=work), encoding="utf-8")
    process = subprocess.Popen([program, "-p", str(work), "-c", str(main)])
    try:
        _wait_until_listening(process, https)
        tls = ssl.create_default_context(cafile=str(certificate))
        yield Proxy(f"https://localhost:{https}", tls)
    finally:
        process.terminate()
        process.wait(20)


def _make_certificate(work: Path) -> tuple[Path, Path]:
    certificate, key = work / "sertifikat.pem", work / "kunci.pem"
    if not certificate.exists():
        command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt"]
        command += ["ec_paramgen_curve:prime256v1", "-nodes", "-days", "30"]
        command += ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
        command += ["-keyout", str(key), "-out", str(certificate)]
        subprocess.run(command, check=True, capture_output=True)
    return certificate, key


def _find_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _wait_until_listening(process: "subprocess.Popen[bytes]", port: int) -> None:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"nginx ended with {process.returncode}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("nginx does not listen")
