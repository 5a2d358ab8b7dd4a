"""The form of an export, and the one JSON text of what is signed."""
import datetime, hashlib, json, re

FORM = "ombra-case-export/1"
ACT_FIELDS = {"v", "case", "seq", "event", "codes", "itemDigests", "prevAct", "day", "actor", "role"}
ENDING_FIELDS = {"v", "line", "person", "fingerprint", "reason", "day"}
ENDING_REASONS = ("left", "compromised", "superseded", "rolesChanged")
ENTRY_FIELDS = {"v", "person", "name", "fingerprint", "roles", "day"}
FILE_FIELDS = {"v", "exportedDay", "office", "directory", "machine", "case", "policies", "holidays", "acts", "items", "compartments", "final"}
MAX_DEPTH, MAX_NUMBER = 64, 2**53 - 1


class CannotTell(Exception):
    """The file cannot be judged."""


class Broken(Exception):
    """Something does not hold: at an act, by its place in the chain, or at a part of the file."""

    def __init__(self, place, reason):
        super().__init__(reason)
        self.place, self.reason = place, reason


def sha256(text):
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def canonical(value, depth=0):
    """The one JSON text of a value (RFC 8785, whole numbers only); ValueError where there is none."""
    if depth > MAX_DEPTH:
        raise ValueError("depth")
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        value.encode()
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, int) and abs(value) <= MAX_NUMBER:
        return str(value)
    if isinstance(value, list):
        return "[" + ",".join(canonical(one, depth + 1) for one in value) + "]"
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(canonical(key) + ":" + canonical(value[key], depth + 1) for key in keys) + "}"
    raise ValueError("type")


def parse(text):
    def refuse(word):
        raise ValueError(word)
    return json.loads(text, parse_constant=refuse)


def is_hex(value, length):
    return isinstance(value, str) and re.fullmatch(f"[0-9a-f]{{{length}}}", value) is not None


def is_day(value):
    if not isinstance(value, str) or re.fullmatch(r"[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}", value) is None:
        return False
    try:
        return datetime.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def is_weekend(value):
    """One or two different days, Monday 1 to Sunday 7; files without the field mean Saturday and Sunday."""
    fits = isinstance(value, list) and all(type(day) is int and 1 <= day <= 7 for day in value)
    return fits and len(value) in (1, 2) and len(set(value)) == len(value)


def read_signed(text, fields):
    """What stands in a signed text; None where it is not in the one form that is signed."""
    try:
        found = parse(text)
        is_form = isinstance(found, dict) and set(found) == fields and type(found["v"]) is int and found["v"] == 1
        return found if is_form and canonical(found) == text else None
    except (ValueError, RecursionError):
        return None


def read_act(text):
    act = read_signed(text, ACT_FIELDS)
    if act is None:
        return None
    fits = is_hex(act["case"], 32) and type(act["seq"]) is int and isinstance(act["event"], str) and isinstance(act["codes"], dict)
    fits = fits and isinstance(act["itemDigests"], list) and all(is_hex(one, 64) for one in act["itemDigests"])
    fits = fits and (act["prevAct"] == "" or is_hex(act["prevAct"], 64)) and is_day(act["day"]) and isinstance(act["role"], str)
    return act if fits and (act["actor"] in ("reporter", "system") or is_hex(act["actor"], 32)) else None


def read_entry(text):
    entry = read_signed(text, ENTRY_FIELDS)
    if entry is None:
        return None
    fits = is_hex(entry["person"], 32) and is_hex(entry["fingerprint"], 40) and is_day(entry["day"])
    fits = fits and isinstance(entry["name"], str) and isinstance(entry["roles"], list)
    return entry if fits and all(isinstance(role, str) for role in entry["roles"]) else None


def read_ending(text):
    ending = read_signed(text, ENDING_FIELDS)
    if ending is None:
        return None
    fits = is_hex(ending["line"], 64) and is_day(ending["day"]) and ending["reason"] in ENDING_REASONS
    return ending if fits else None


def read_file(name):
    try:
        with open(name, "rb") as file:
            found = parse(file.read().decode())
    except OSError:
        raise CannotTell(f"{name} cannot be read")
    except (ValueError, RecursionError):
        raise CannotTell("the file is cut off, or is not JSON")
    version = found.get("v") if isinstance(found, dict) else None
    if not isinstance(version, str) or not version.startswith("ombra-case-export/"):
        raise CannotTell("no case export")
    if version != FORM:
        raise CannotTell(f"the file has the form {version}, and this program reads {FORM}")
    try:
        fits = set(found) - {"weekend", "statements"} == FILE_FIELDS and is_weekend(found.get("weekend", [6, 7])) and is_day(found["exportedDay"]) and is_hex(found["case"]["id"], 32)
        fits = fits and is_day(found["case"]["receivedDay"]) and is_hex(found["office"]["fingerprint"], 40)
        texts = [one[field] for one in found["directory"] for field in ("entry", "entrySignature", "publicKey")]
        texts += [one["end"][field] for one in found["directory"] if one.get("end") is not None for field in ("text", "signature")]
        texts += [one[field] for one in found["acts"] for field in ("text", "digest")] + [found["office"]["publicKey"]]
        texts += [one["signature"] for one in found["acts"] if one["signature"] is not None]
        texts += [one[field] for one in found["items"] for field in ("id", "compartment", "author", "digest")]
        texts += [one[field] for one in found.get("statements", []) for field in ("digest", "text")]
        texts += [one[field] for one in found["compartments"] for field in ("id", "type", "fingerprint")]
    except (KeyError, TypeError, AttributeError):
        raise CannotTell("the file does not have the form that it names")
    if not fits or not all(isinstance(one, str) for one in texts):
        raise CannotTell("the file does not have the form that it names")
    return found
