"""Who the office vouches for, asked of gpg in a keyring of its own."""
import os, re, subprocess

from verify_chain.form import Broken, read_ending, read_entry, sha256


class Gpg:
    """A keyring of its own, gone at the end. Keys are judged by what this file says of them, not by anybody's trust."""

    def __init__(self, home):
        self.home, self.office = home, None

    def run(self, *args, text=""):
        command = ["gpg", "--batch", "--no-tty", "--quiet", "--trust-model", "always", "--ignore-time-conflict", *args]
        env = {**os.environ, "GNUPGHOME": self.home, "LC_ALL": "C.UTF-8"}
        done = subprocess.run(command, input=text.encode("utf-8", "surrogatepass"), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=env)
        return done.stdout.decode("utf-8", "replace")

    def write(self, name, text):
        path = os.path.join(self.home, name)
        with open(path, "w", newline="", errors="surrogatepass") as file:
            file.write(text)
        return path

    def fingerprint(self, key):
        """The fingerprint of the one public key in an armored text; None where there is none or more."""
        shown = self.run("--with-colons", "--show-keys", self.write("key", key))
        lines = [line.split(":") for line in shown.split("\n")]
        prints = [lines[at + 1][9].lower() for at, line in enumerate(lines) if line[0] == "pub"]
        return prints[0] if len(prints) == 1 and not any(line[0] == "sec" for line in lines) else None

    def signer(self, text, signature):
        """The fingerprint of the key that made the one good signature; None for anything else."""
        status = self.run("--status-fd", "1", "--verify", self.write("sig", signature), self.write("text", text))
        words = [line.split(" ") for line in status.split("\n") if line.startswith("[GNUPG:] ")]
        kinds = [word[1] for word in words]
        made = [word for word in words if word[1] == "VALIDSIG"]
        is_good = len(made) == 1 and kinds.count("NEWSIG") <= 1 and not {"BADSIG", "ERRSIG", "REVKEYSIG", "EXPSIG"} & set(kinds)
        return made[0][-1].lower() if is_good else None

    def certified_names(self, fingerprint):
        """The names on a key that the office key vouches for; empty for a revoked key."""
        names, withdrawn, name = [], [], None
        for line in self.run("--with-colons", "--check-sigs", fingerprint).split("\n"):
            field = line.split(":")
            if field[0] == "pub" and field[1] == "r":
                return []
            if field[0] == "uid":
                name = re.sub(r"\\x([0-9a-f]{2})", lambda found: chr(int(found.group(1), 16)), field[9])
            elif field[0] == "sub":
                name = None
            elif field[1:2] == ["!"] and field[4].lower() == self.office[-16:] and name is not None:
                if field[0] == "sig":
                    names.append(name)
                elif field[0] == "rev":
                    withdrawn.append(name)
        return [name for name in names if name not in withdrawn]


def check_office_key(file, gpg, trusted):
    office = file["office"]
    found = gpg.fingerprint(office["publicKey"])
    if found is None:
        raise Broken("office key", "it cannot be read")
    gpg.run("--import", text=office["publicKey"])
    gpg.office = found
    if found != office["fingerprint"]:
        raise Broken("office key", "it has another fingerprint than the one beside it")
    if trusted is not None and found != trusted:
        raise Broken("office key", f"it is {found}, not the one to trust")


def check_line(gpg, entry, line, part, seen):
    if gpg.office is None or gpg.signer(line["entry"], line["entrySignature"]) != gpg.office:
        raise Broken(part, "the office key did not sign it")
    found = gpg.fingerprint(line["publicKey"])
    # gpg names certifiers by the last 64 bits: two keys that share them could be taken for one another.
    if found is None or seen.setdefault(found[-16:], found) != found:
        raise Broken(part, "its key is malformed")
    gpg.run("--import", text=line["publicKey"])
    names = gpg.certified_names(found)
    if not names:
        raise Broken(part, "the office did not certify its key")
    if found != entry["fingerprint"]:
        raise Broken(part, "it is about another key")
    if entry["name"] not in names:
        raise Broken(part, "the office certified its key under another name")


def check_end(gpg, line, part):
    """The last day on which a line counts; None where the office never ended it."""
    if line.get("end") is None:
        return None
    ending = read_ending(line["end"]["text"])
    is_about = ending is not None and ending["line"] == sha256(line["entry"])
    if not is_about or gpg.signer(line["end"]["text"], line["end"]["signature"]) != gpg.office:
        raise Broken(part, "the office key did not sign its end")
    return ending["day"]


def check_directory(file, gpg):
    """The lines that hold, by person, and the faults of the others."""
    certified, faults, seen = {}, [], {gpg.office[-16:]: gpg.office} if gpg.office else {}
    for index, line in enumerate(file["directory"]):
        entry = read_entry(line["entry"])
        part = f"directory line {index + 1}" + (f" ({entry['name']})" if entry else "")
        try:
            if entry is None:
                raise Broken(part, "it is not in the one form that is signed")
            check_line(gpg, entry, line, part, seen)
            until = check_end(gpg, line, part)
            certified.setdefault(entry["person"], []).append({**entry, "until": until})
        except Broken as fault:
            faults.append(fault)
    return certified, faults
