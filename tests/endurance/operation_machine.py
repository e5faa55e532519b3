"""An empty Debian 12 with a systemd of its own, on a network of its own, thrown away afterwards."""

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

NEEDED = ("debootstrap", "systemd-nspawn", "nft", "ip", "nsenter")
MIRROR = "http://deb.debian.org/debian"
_SECURITY = "deb http://deb.debian.org/debian-security bookworm-security main\n"
_NETWORK, _TABLE, _NAME = "10.77.9", "konvergensi_uji", "konvuji"
ADDRESS = f"{_NETWORK}.2"
_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
_STANDS_BY = ("running", "degraded")


def find_lack() -> str | None:
    """Say what keeps this computer from making such a machine; None where nothing does."""
    if os.geteuid() != 0:
        return "hanya root dapat membuat mesin kosong"
    lacking = [tool for tool in NEEDED if shutil.which(tool) is None]
    return f"tidak terpasang: {', '.join(lacking)}" if lacking else None


def _run(*command: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=check)


class Machine:
    """A booted Debian; `run` types commands into it as root."""

    def __init__(self, folder: Path) -> None:
        """folder: where its disk lies, about 3 GB when everything is installed."""
        self.disk = folder / "mesin"
        self.log = folder / "konsol.txt"
        self._init = 0
        self._container: subprocess.Popen[bytes] | None = None

    def install(self) -> None:
        """What a fresh installation holds, and how this network reaches the archives."""
        extra = "--include=systemd-sysv,dbus,iproute2"
        _run("debootstrap", extra, "bookworm", str(self.disk), MIRROR)
        with (self.disk / "etc/apt/sources.list").open("a") as sources:
            sources.write(_SECURITY)
        self._take_over_network_settings()

    def _take_over_network_settings(self) -> None:
        """The name server, the clock's tolerance and the authorities that this computer trusts."""
        shutil.copy("/etc/resolv.conf", self.disk / "etc/resolv.conf")
        for each in Path("/etc/apt/apt.conf.d").iterdir():
            if "Acquire::Check-" in each.read_text(errors="replace"):
                shutil.copy(each, self.disk / "etc/apt/apt.conf.d")
        own = self.disk / "usr/local/share/ca-certificates"
        own.mkdir(parents=True, exist_ok=True)
        for each in Path("/usr/local/share/ca-certificates").glob("*.crt"):
            shutil.copy(each, own)
        bundle = Path("/etc/ssl/certs/ca-certificates.crt")
        if any(own.iterdir()) and bundle.exists():
            shutil.copy(bundle, self.disk / "etc/penerbit.pem")
            (self.disk / "etc/pip.conf").write_text("[global]\ncert = /etc/penerbit.pem\n")
            (self.disk / "etc/uv").mkdir()
            (self.disk / "etc/uv/uv.toml").write_text("system-certs = true\n")

    def boot(self) -> None:
        """Start it with a cable to this computer, which passes on what it asks for."""
        command = [
            "systemd-nspawn", "--quiet", "--boot", "--directory", str(self.disk),
            "--machine", _NAME, "--register=no", "--keep-unit", "--network-veth",
            "--resolv-conf=off", "--timezone=off", "--console=pipe",
        ]  # fmt: skip
        with self.log.open("wb") as sink:
            self._container = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=sink, stderr=sink, start_new_session=True
            )
        self._init = self._find_init()
        self._connect()
        self._wait()

    def _find_init(self) -> int:
        assert self._container is not None
        for _ in range(100):
            children = _run("pgrep", "-P", str(self._container.pid), check=False).stdout.split()
            if children and (self.disk / "run").is_dir() and _has_cable():
                return int(children[0])
            time.sleep(0.2)
        raise RuntimeError(self.log.read_text(errors="replace"))

    def _connect(self) -> None:
        _run("ip", "address", "add", f"{_NETWORK}.1/24", "dev", f"ve-{_NAME}")
        _run("ip", "link", "set", f"ve-{_NAME}", "up")
        inside = (
            f"ip link set lo up; ip address add {_NETWORK}.2/24 dev host0; ip link set host0 up;"
            f" ip route add default via {_NETWORK}.1"
        )
        _run("nsenter", "-t", str(self._init), "-n", "sh", "-c", inside)
        self._forwarding = Path("/proc/sys/net/ipv4/ip_forward").read_text()
        Path("/proc/sys/net/ipv4/ip_forward").write_text("1\n")
        _run("nft", "add", "table", "inet", _TABLE)
        chain = "{ type nat hook postrouting priority 100 ; }"
        _run("nft", "add", "chain", "inet", _TABLE, "keluar", chain)
        rule = f"ip saddr {_NETWORK}.0/24 ip daddr != {_NETWORK}.0/24 masquerade"
        _run("nft", "add", "rule", "inet", _TABLE, "keluar", *rule.split())

    def _wait(self) -> None:
        for _ in range(120):
            if self.run("systemctl is-system-running").stdout.strip() in _STANDS_BY:
                return
            time.sleep(0.5)
        raise RuntimeError("the machine did not come up")

    def run(self, script: str, *, offline: bool = False) -> subprocess.CompletedProcess[str]:
        """Run a script as root; `offline` takes its network away, but for itself."""
        inside = ["unshare", "--net"] if offline else []
        target = ["nsenter", "-t", str(self._init), "-m", "-u", "-i", "-n", "-p", "-C"]
        clean = ["env", "-i", f"PATH={_PATH}", "HOME=/root", "TERM=dumb", "LANG=C.UTF-8"]
        return _run(*target, *clean, *inside, "bash", "-c", script, check=False)

    def restart(self) -> None:
        """Cut its power and boot it again."""
        self.stop(signal.SIGKILL)
        self.boot()

    def stop(self, how: signal.Signals | int = signal.SIGRTMIN + 3) -> None:
        """End it, politely unless told otherwise, and undo what this computer did for it."""
        if self._container is None:
            return
        if self._init:
            os.kill(self._init, how)
        try:
            self._container.wait(60)
        except subprocess.TimeoutExpired:
            self._container.kill()
            self._container.wait(10)
        self._container, self._init = None, 0
        _run("nft", "delete", "table", "inet", _TABLE, check=False)
        if hasattr(self, "_forwarding"):
            Path("/proc/sys/net/ipv4/ip_forward").write_text(self._forwarding)


def _has_cable() -> bool:
    return Path(f"/sys/class/net/ve-{_NAME}").exists()
