#!/usr/bin/env python3
"""Checks the chain, the signatures and the certifications of an exported case with Python's standard library and gpg alone.

    verify-chain.py FILE [--office-key FINGERPRINT]

Written apart from `npm run verify`, to agree with it: 0 sound, 1 broken (says where), 2 cannot tell. Whether the procedure
allowed each step is not judged here; that takes the procedure's machine. Works with gpg 2.2 and 2.4.
"""
import os, re, subprocess, sys, tempfile
from unicodedata import category

sys.dont_write_bytecode = True
from verify_chain.form import Broken, CannotTell, is_hex, read_act, read_file
from verify_chain.keys import Gpg, check_directory, check_office_key
from verify_chain.record import check_chain, check_items, check_keys, check_signatures
from verify_chain.statements import check_statements
from verify_chain.packages import packages_of
from verify_chain.two_persons import check_two_persons

SOUND, BROKEN, CANNOT_TELL = 0, 1, 2


def say(text):
    """Prints one line; what a file brings along cannot move the cursor or begin a line of its own."""
    print("".join("\ufffd" if category(one)[0] == "C" or category(one) in ("Zl", "Zp") else one for one in text))


def tell(place, reason, acts):
    if isinstance(place, str):
        return f"{place}: {reason}"
    act = acts[place]
    which = f" ({act['event']}, {act['day']})" if act else ""
    return f"act {place}{which}: {reason}"


def verify(file, gpg, trusted):
    acts = [read_act(stored["text"]) for stored in file["acts"]]
    faults, certified = [], {}

    def run(name, check):
        try:
            check()
            say(f"{'ok':<12} {name}")
        except Broken as fault:
            faults.append(fault)
            say(f"{'BROKEN':<12} {name}: {tell(fault.place, fault.reason, acts)}")

    run("office key", lambda: check_office_key(file, gpg, trusted))
    certified, forged = check_directory(file, gpg)
    faults += forged
    for fault in forged:
        say(f"{'BROKEN':<12} directory: {tell(fault.place, fault.reason, acts)}")
    if not forged:
        say(f"{'ok':<12} directory")
    run("chain", lambda: check_chain(file, acts))
    run("signatures", lambda: check_signatures(file, acts, gpg, certified))
    run("items", lambda: check_items(file, acts))
    run("keys", lambda: check_keys(file, acts))
    run("statements", lambda: check_statements(file, acts))
    if not faults:
        run("two persons", lambda: check_two_persons(acts, file["machine"]))
    if not faults:
        for line in packages_of(acts):
            say(f"{'ok':<12} {line}")
        say(f"{'not judged':<12} whether the procedure allowed each step")
        say("sound")
        return SOUND
    first = min(faults, key=lambda fault: fault.place if isinstance(fault.place, int) else sys.maxsize)
    say(f"broken: {tell(first.place, first.reason, acts)}")
    return BROKEN


def main(args):
    trusted = None
    if "--office-key" in args:
        at = args.index("--office-key")
        trusted = re.sub(r"\s", "", args[at + 1] if at + 1 < len(args) else "").lower()
        args = args[:at] + args[at + 2:]
    if len(args) != 1 or (trusted is not None and not is_hex(trusted, 40)):
        print(__doc__)
        return CANNOT_TELL
    try:
        file = read_file(args[0])
        with tempfile.TemporaryDirectory(prefix="ombra-v-") as home:
            try:
                return verify(file, Gpg(home), trusted)
            finally:
                subprocess.run(["gpgconf", "--kill", "all"], env={**os.environ, "GNUPGHOME": home}, stderr=subprocess.DEVNULL)
    except CannotTell as error:
        say(f"cannot tell: {error}")
    except Exception as error:
        # Whatever stops this program says nothing about the case; Python's own exit code for it would.
        say(f"cannot tell: this program stopped: {error}")
    return CANNOT_TELL


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(main(sys.argv[1:]))
