"""A small proxy with TLS before a server, as nginx stands there: says who asks, and by what."""

import datetime
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

VISITOR = "203.0.113.9"


def make_certificate(folder: Path) -> Path:
    """A certificate for localhost with its key, in one file, good for a day."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    names = [x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))]
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    path = folder / "uji.pem"
    path.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
    return path


@contextmanager
def run_proxy(port: int, certificate: Path, visitor: str = VISITOR) -> Iterator[int]:
    """Stand before 127.0.0.1:`port`, for visitors from one address; gives the port with TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with socket.create_server(("127.0.0.1", 0), backlog=64) as listening:
        threading.Thread(
            target=_accept, args=(listening, context, port, visitor), daemon=True
        ).start()
        yield int(listening.getsockname()[1])


def _accept(listening: socket.socket, context: ssl.SSLContext, port: int, visitor: str) -> None:
    with suppress(OSError):
        while True:
            plain, _ = listening.accept()
            serve = (plain, context, port, visitor)
            threading.Thread(target=_serve, args=serve, daemon=True).start()


def _serve(plain: socket.socket, context: ssl.SSLContext, port: int, visitor: str) -> None:
    with suppress(OSError), context.wrap_socket(plain, server_side=True) as browser:
        head = b""
        while b"\r\n\r\n" not in head:
            chunk = browser.recv(65_536)
            if not chunk:
                return
            head += chunk
        with socket.create_connection(("127.0.0.1", port)) as server:
            server.sendall(_rewrite(head, visitor))
            back = threading.Thread(target=_pump, args=(server, browser), daemon=True)
            back.start()
            _pump(browser, server)
            back.join()


def _rewrite(head: bytes, visitor: str) -> bytes:
    """The request as the proxy passes it on: one a connection, unless it is a websocket."""
    lines, body = head.split(b"\r\n\r\n", 1)
    first, *headers = lines.split(b"\r\n")
    upgrade = any(each.lower().startswith(b"upgrade:") for each in headers)
    dropped = [
        b"x-forwarded-",
        b"x-real-ip:",
        b"forwarded:",
        *([] if upgrade else [b"connection:"]),
    ]
    kept = [each for each in headers if not each.lower().startswith(tuple(dropped))]
    if not upgrade:
        kept.append(b"Connection: close")
    stated = [f"X-Forwarded-For: {visitor}".encode(), b"X-Forwarded-Proto: https"]
    return b"\r\n".join([first, *kept, *stated]) + b"\r\n\r\n" + body


def _pump(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while chunk := source.recv(65_536):
            target.sendall(chunk)
    with suppress(OSError):
        target.shutdown(socket.SHUT_WR)
