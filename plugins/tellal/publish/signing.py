"""A text and a key -> a signature, by ssh-keygen: the key may lie in a file or in an agent."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from tellal.domain.findings import WrongAnswer
from tellal.publish.verify import NAMESPACE, fingerprint_of

NO_KEY = (
    "The key {file} cannot be used: {reason}. Name an Ed25519 key, or its .pub file where an agent "
    "holds it, in TELLAL_LOG_KEY."
)
OTHER_KIND = "The key {file} is not an Ed25519 key. Make one (ssh-keygen -t ed25519 -f FILE)."
NO_KEYGEN = "There is no ssh-keygen on this machine. Install OpenSSH's client."


@dataclass(frozen=True, slots=True)
class Signer:
    """Signs with a private key. `file` is that key, or the public one of a key in an agent."""

    file: Path

    def public(self) -> str:
        """Return the public key without remarks. Raises WrongAnswer."""
        beside = self.file if self.file.suffix == ".pub" else None
        text = beside.read_text("utf-8") if beside and beside.is_file() else self._derived()
        key = " ".join(text.split()[:2])
        if not key.startswith("ssh-ed25519 "):
            raise WrongAnswer(OTHER_KIND, file=self.file)
        return key

    @property
    def fingerprint(self) -> str:
        """Return the public key as it is printed and read out."""
        return fingerprint_of(self.public())

    def sign(self, text: str) -> str:
        """Return the signature of a text. Raises WrongAnswer."""
        return self._keygen("-Y", "sign", "-f", str(self.file), "-n", NAMESPACE, given=text)

    def _derived(self) -> str:
        return self._keygen("-y", "-P", "", "-f", str(self.file))

    def _keygen(self, *arguments: str, given: str = "") -> str:
        command = ("ssh-keygen", *arguments)
        try:
            done = subprocess.run(command, input=given.encode(), capture_output=True, check=False)
        except FileNotFoundError:
            raise WrongAnswer(NO_KEYGEN) from None
        if done.returncode:
            lines = done.stderr.decode("utf-8", "replace").split("\n")
            reason = next((line for line in lines if line.strip()), "?").rstrip(".!")
            raise WrongAnswer(NO_KEY, file=self.file, reason=reason)
        return done.stdout.decode()
