"""A host on this machine: a real sshd, nginx and Apache, on free ports, with keys of their own."""

from __future__ import annotations

import getpass
import os
import shutil
import signal
import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from typing import Self

PATH = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
# By SHLVL bash believes that it is no first shell, and does not read the startup files of the user:
# what stands there would be timed along, and left half done where a connection is cut.
CONFIG = """\
ListenAddress 127.0.0.1
Port {port}
HostKey {folder}/host_key
AuthorizedKeysFile {folder}/authorized_keys
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
MaxStartups 100
SetEnv SHLVL=2
Subsystem sftp internal-sftp
"""


def tool(name: str) -> str:
    """Return where a program is; without it a test cannot be run."""
    found = shutil.which(name, path=PATH)
    assert found, f"{name} is missing on this machine: run make servers"
    return found


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
    return port


def wait_for(port: int) -> None:
    """Wait until somebody listens."""
    for _ in range(200):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise AssertionError(f"nobody listens on port {port}")


class Sshd:
    """A server of SSH for the user who runs the tests, with keys of its own."""

    def __init__(self, folder: Path) -> None:
        """Make the keys in a new folder, and begin to serve."""
        self.folder, self.port = folder, free_port()
        folder.mkdir()
        for name in ("host_key", "user_key"):
            made = ("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name))
            subprocess.run(made, check=True)
        key = (folder / "user_key.pub").read_text("utf-8")
        (folder / "authorized_keys").write_text(f"restrict {key}", "utf-8")
        self.know((folder / "host_key.pub").read_text("utf-8"))
        (folder / "config").write_text(CONFIG.format(port=self.port, folder=folder), "utf-8")
        self.start()

    @property
    def known_hosts(self) -> Path:
        """Return the file that says by which key one knows the host."""
        return self.folder / "known_hosts"

    @property
    def key(self) -> Path:
        """Return the key with which one comes in."""
        return self.folder / "user_key"

    def know(self, key: str) -> None:
        """Let those who connect know a key of the host."""
        self.known_hosts.write_text(f"[127.0.0.1]:{self.port} {key}", "utf-8")

    def start(self) -> None:
        """Serve."""
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(exist_ok=True)
        command = [tool("sshd"), "-D", "-f", str(self.folder / "config")]
        command += ["-E", str(self.folder / "log")]
        self.process = subprocess.Popen(command)
        wait_for(self.port)

    def url(self, path: Path) -> str:
        """Return how the settings name a folder of this host."""
        return f"ssh://{getpass.getuser()}@127.0.0.1:{self.port}{path}"

    def cut(self) -> None:
        """End the server and every connection to it at once, as if the cable were pulled."""
        for process in (self.process.pid, *children_of(self.process.pid)):
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        self.process.wait()


def children_of(process: int) -> list[int]:
    """Return the processes that a process has started, and those that these have."""
    try:
        text = Path(f"/proc/{process}/task/{process}/children").read_text("ascii")
    except (FileNotFoundError, ProcessLookupError):
        return []
    found = [int(number) for number in text.split()]
    return [*found, *(one for child in found for one in children_of(child))]


NGINX = """\
{user}
daemon off;
{modules}
pid {folder}/pid;
error_log {folder}/error.log warn;
worker_processes 1;
events {{ worker_connections 64; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/nginx.conf;
}}
"""
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")


class WebServer:
    """A server that runs until it is left."""

    def __init__(self, port: int, *command: str) -> None:
        """Serve on a port by a command, once it answers there."""
        self.port = port
        self.process = subprocess.Popen(command)
        wait_for(port)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Stop."""
        self.process.terminate()
        self.process.wait()


class Nginx(WebServer):
    """A server of a site, with the configuration that lies in a folder as nginx.conf."""

    def __init__(self, folder: Path, port: int) -> None:
        """Serve on a port."""
        modules = f"load_module {BROTLI};" if BROTLI.is_file() else ""
        # What tests and benchmarks write is closed to everybody but who runs them.
        user = f"user {getpass.getuser()};" if os.geteuid() == 0 else ""
        text = NGINX.format(folder=folder, modules=modules, user=user)
        (folder / "whole.conf").write_text(text, "utf-8")
        super().__init__(port, tool("nginx"), "-e", "stderr", "-c", str(folder / "whole.conf"))

    def reload(self) -> None:
        """Let the server read its configuration again."""
        self.process.send_signal(signal.SIGHUP)


APACHE = """\
ServerRoot {folder}
ServerName 127.0.0.1
PidFile {folder}/pid
ErrorLog {folder}/error.log
Listen 127.0.0.1:{port}
StartServers 1
{user}
{modules}
TypesConfig /etc/mime.types
<Directory />
    Require all denied
</Directory>
Include {folder}/tellal.conf
"""
MODULES = "mpm_event authz_core mime dir alias rewrite headers env setenvif".split()


class Apache(WebServer):
    """A server of a site, with the configuration that lies in a folder as tellal.conf.

    Apache never serves as root: what it serves must be legible to everybody.
    """

    def __init__(self, folder: Path, port: int) -> None:
        """Serve on a port."""
        where = "/usr/lib/apache2/modules"
        modules = "\n".join(f"LoadModule {m}_module {where}/mod_{m}.so" for m in MODULES)
        user = "User www-data\nGroup www-data" if os.geteuid() == 0 else ""
        text = APACHE.format(folder=folder, port=port, modules=modules, user=user)
        (folder / "whole.conf").write_text(text, "utf-8")
        whole = str(folder / "whole.conf")
        super().__init__(port, tool("apache2"), "-D", "FOREGROUND", "-f", whole)
