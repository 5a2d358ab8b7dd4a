"""Whether acts, signatures, items and keys hold together. Each check raises Broken at the first fault."""
from verify_chain.form import Broken, sha256


def check_chain(file, acts):
    before, day_before = "", file["case"]["receivedDay"]
    for place, stored in enumerate(file["acts"]):
        act = acts[place]
        if sha256(stored["text"]) != stored["digest"]:
            raise Broken(place, "its text was changed")
        if act is None:
            raise Broken(place, "its text is not in the one form that is signed")
        if act["case"] != file["case"]["id"]:
            raise Broken(place, "it belongs to another case")
        if act["seq"] != place:
            raise Broken(place, f"it is not here: the act in its place says that it is act {act['seq']}")
        if act["prevAct"] != before:
            raise Broken(place, "it does not follow the act before it")
        if place == 0 and act["day"] != file["case"]["receivedDay"]:
            raise Broken(place, "it says another day than the case was received on")
        if act["day"] < day_before:
            raise Broken(place, "its day is before that of the act before it")
        if act["day"] > file["exportedDay"]:
            raise Broken(place, "its day is after the export")
        before, day_before = stored["digest"], act["day"]
    if not acts:
        raise Broken("chain", "there is no act")


def signature_fault(gpg, certified, act, text, signature):
    lines = certified.get(act["actor"], [])
    if signature is None:
        return "it is not signed"
    if not lines:
        return f"the office vouches for nobody called {act['actor']}"
    ended = [line["until"] for line in lines if line["until"] is not None and line["until"] < act["day"]]
    present = [line for line in lines if line["day"] <= act["day"] and (line["until"] is None or act["day"] <= line["until"])]
    if not present and ended:
        return f"the office ended its word for {lines[0]['name']} on {ended[0]}"
    fitting = [line for line in present if act["role"] in line["roles"]]
    if not fitting:
        return f"the office does not vouch for {lines[0]['name']} as {act['role']} on that day"
    if gpg.signer(text, signature) not in [line["fingerprint"] for line in fitting]:
        return f"it is not signed with a key that the office certified for {lines[0]['name']}"
    return None


def check_signatures(file, acts, gpg, certified):
    for place, stored in enumerate(file["acts"]):
        act, signature, fault = acts[place], stored["signature"], None
        if act is None:
            continue
        if act["actor"] not in ("reporter", "system"):
            fault = signature_fault(gpg, certified, act, stored["text"], signature)
        elif act["role"] != act["actor"]:
            fault = "it borrows a person's role"
        elif signature is not None:
            fault = f"an act of the {act['actor']} carries a signature"
        if fault is not None:
            raise Broken(place, fault)


def check_items(file, acts):
    items, named = {item["digest"]: item for item in file["items"]}, set()
    for place, act in enumerate(acts):
        for digest in act["itemDigests"] if act else []:
            item = items.get(digest)
            author = "reporter" if act["actor"] == "system" else act["actor"]
            if item is None:
                raise Broken(place, "it names a sealed item that is not there")
            if item["author"] != author:
                raise Broken(place, "it names a sealed item of somebody else")
            if "armored" in item and sha256(item["armored"]) != digest:
                raise Broken(place, "a sealed item that it brought was changed")
            if digest in named:
                raise Broken(place, "it names an item that an act before it brought")
            named.add(digest)
    keys = {one["id"] for one in file["compartments"]}
    for item in file["items"]:
        if item["digest"] not in named:
            raise Broken(f"item {item['id']}", "no act names it")
        named.discard(item["digest"])
        if item["compartment"] not in keys:
            raise Broken(f"item {item['id']}", "its key is not in the file")


def check_keys(file, acts):
    unnamed = {one["fingerprint"] for one in file["compartments"]}
    for place, act in enumerate(acts):
        keys = act["codes"].get("keys") if act else None
        for key in keys if isinstance(keys, list) else []:
            if not isinstance(key, str) or key not in unnamed:
                raise Broken(place, "it names a key that is not there")
            unnamed.discard(key)
    for one in file["compartments"]:
        is_reporters = one["epoch"] == 1 and one["type"] in ("correspondence", "identity", "bare")
        if one["fingerprint"] in unnamed and not is_reporters:
            raise Broken(f"key {one['fingerprint']}", "no act names it")
