"""The packages that acts bind where a case goes to another office."""
from verify_chain.form import is_hex

KINDS = ("letter", "report", "messages", "fileList", "files")
SINCE_VERSION = 3


def hands_over(act, proposal):
    return act["event"] == "coordination.transfer" or (act["event"] == "review.approve" and proposal == "referral.propose")


def is_whole(codes):
    recipient, handed = codes.get("recipient"), codes.get("handed")
    known = isinstance(handed, list) and len(handed) > 0 and all(one in KINDS for one in handed) and len(set(handed)) == len(handed)
    return is_hex(codes.get("package"), 64) and (is_hex(recipient, 40) or is_hex(recipient, 64)) and known


def package_fault(act, proposal, machine):
    if not hands_over(act, proposal):
        return None
    if "package" in act["codes"]:
        return None if is_whole(act["codes"]) else "the package that it binds is not told in full"
    is_asked = type(machine) is int and machine >= SINCE_VERSION
    return "the case goes to another office without a package" if is_asked else None


def packages_of(acts):
    return [
        f"package: act {place} binds {act['codes']['package']} for the key {act['codes']['recipient']} ({', '.join(act['codes']['handed'])})"
        for place, act in enumerate(acts) if act and is_whole(act["codes"])
    ]
