"""Whether each published text is in the file, unchanged, and the one that was proposed."""
from verify_chain.form import Broken, sha256

PUBLISHING = ("statement.publish", "specialReport.publish")


def statement_of(act):
    found = act["codes"].get("statement")
    return found if isinstance(found, str) else None


def check_statements(file, acts):
    texts = {one["digest"]: one["text"] for one in file.get("statements", [])}
    proposed, named = {}, set()
    for place, act in enumerate(acts):
        if act is None:
            continue
        if act["event"] == "act.propose" and isinstance(act["codes"].get("for"), str):
            proposed[act["codes"]["for"]] = statement_of(act)
        if act["event"] not in PUBLISHING:
            continue
        digest = statement_of(act)
        if digest != proposed.get(act["event"]):
            raise Broken(place, "it publishes another text than was proposed")
        # Before texts were bound to acts, a proposal named none.
        if digest is None:
            continue
        if digest not in texts:
            raise Broken(place, "the text that it published is not in the file")
        if sha256(texts[digest]) != digest:
            raise Broken(place, "the text that it published was changed")
        named.add(digest)
    for digest in texts:
        if digest not in named:
            raise Broken(f"text {digest}", "no act published it")
