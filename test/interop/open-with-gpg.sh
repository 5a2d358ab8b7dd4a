#!/usr/bin/env bash
# Opens one case from a database file with gpg alone. The commands are those of docs/open-with-gpg.md.
#
#   open-with-gpg.sh DATABASE NAME REFERENCE FOLDER < words     twelve recovery words on one line
#
# What is opened is written to FOLDER. Works with gpg 2.2 and 2.4; python3 reads SQLite and JSON, and does no cryptography.
set -euo pipefail

database=$(realpath "${1:?"a copy of the database file"}")
name=${2:?"the sign-in name of a person who can open the case"}
reference=${3:?"the reference of the case"}
folder=${4:?"a new folder for what is opened"}

# Says on the screen why, also where gpg's own words go to a log.
exec 3>&2
stop() {
  echo "$1" >&3
  exit 1
}

# A folder of its own, with a keyring of its own.
open_folder() {
  umask 077
  mkdir -p "$folder" && cd "$folder"
  mkdir gnupg keys items acts parts files
  export GNUPGHOME="$PWD/gnupg"
}

# Takes everything that belongs to the case out of the database, as it is stored.
take_out() {
  python3 - "$database" "$name" "$reference" <<'PY'
import json, pathlib, sqlite3, sys
database, name, reference = sys.argv[1:]
db = sqlite3.connect(pathlib.Path(database).absolute().as_uri() + "?immutable=1", uri=True)
db.row_factory = sqlite3.Row
rows = lambda sql, *values: [dict(row) for row in db.execute(sql, values)]
write = lambda name, text: open(name, "w", newline="").write(text)
office = rows('SELECT "publicKey", "fingerprint" FROM "Office"')[0]
people = rows('SELECT "id", "displayName", "fingerprint", "publicKey", "recoveryKey" FROM "Person"')
me = rows('SELECT "id", "recoveryKey" FROM "Person" WHERE "name" = ?', name)[0]
case = rows('SELECT "id" FROM "Case" WHERE "reference" = ?', reference)[0]["id"]
write("keys/recovery.asc", me["recoveryKey"])
write("keys/office.asc", office["publicKey"])
write("keys/office.txt", office["fingerprint"].upper())
write("keys/people.asc", "\n".join(person["publicKey"] for person in people))
wraps = rows('SELECT c."fingerprint", c."type", w."sealed", c."id" FROM "Wrap" w JOIN "Compartment" c ON c."id" = w."compartmentId" WHERE c."caseId" = ? AND w."personId" = ? AND w."layer" = 1', case, me["id"])
for wrap in wraps:
    if wrap["type"] != "bare": write(f"keys/wrap-{wrap['fingerprint']}.asc", wrap["sealed"])
items = []
for wrap in wraps:
    for item in rows('SELECT "id", "seq", "kind", "author", "day", "digest", "armored" FROM "Item" WHERE "compartmentId" = ? ORDER BY "seq"', wrap["id"]):
        item["file"] = f"items/{wrap['type']}-{wrap['fingerprint'][:8]}-{item['seq']:03}"
        write(item["file"] + ".asc", item.pop("armored"))
        items.append({**item, "compartment": wrap["type"], "key": wrap["id"]})
acts = rows('SELECT "seq", "digest", "text", "signature" FROM "Act" WHERE "caseId" = ? ORDER BY "seq"', case)
for act in acts:
    write(f"acts/{act['seq']:03}.json", act.pop("text"))
    if act["signature"]: write(f"acts/{act['seq']:03}.asc", act.pop("signature"))
for part in rows('SELECT "partId", "bytes" FROM "PartBytes" WHERE "caseId" = ?', case):
    open(f"parts/{part['partId']}.pgp", "wb").write(part["bytes"])
stored = [row["digest"] for row in rows('SELECT "digest" FROM "Item" WHERE "caseId" = ?', case)]
write("index.json", json.dumps({"case": case, "items": items, "acts": acts, "stored": stored, "people": {person["id"]: person["fingerprint"] for person in people}}))
PY
}

# The person's own key. The passphrase of the recovery copy is the twelve words with one space between them.
import_own_key() {
  read -r words
  echo "$words" > words.txt
  gpg --batch --quiet --pinentry-mode loopback --passphrase-file words.txt --import keys/recovery.asc
}

# The keys of the office and its people, to check who signed. Only the office key is trusted.
import_people() {
  gpg --batch --quiet --import keys/office.asc keys/people.asc
  echo "$(cat keys/office.txt):6:" | gpg --batch --quiet --import-ownertrust
}

# The keys of the compartments. A wrap holds a private key, and its name says which one it must be.
import_compartments() {
  for wrap in keys/wrap-*.asc; do
    test -e "$wrap" || continue
    gpg --batch --quiet --pinentry-mode loopback --passphrase-file words.txt --decrypt "$wrap" > keys/compartment.asc
    gpg --batch --quiet --import keys/compartment.asc
    rm keys/compartment.asc
    fingerprint=$(basename "$wrap" .asc | sed 's/wrap-//')
    gpg --batch --quiet --list-secret-keys "$fingerprint" > keys/check.txt || stop "$wrap holds another key."
  done
}

# The items. gpg writes down who signed.
decrypt_items() {
  for item in items/*.asc; do
    test -e "$item" || stop "$name cannot open $reference."
    base=${item%.asc}
    gpg --batch --quiet --pinentry-mode loopback --passphrase-file words.txt --status-file "$base.status" --output "$base.txt" --decrypt "$item" || stop "$item does not open, or was changed."
  done
}

# The acts. Those of the reporter and of the system have no signature.
verify_acts() {
  for signature in acts/*.asc; do
    base=${signature%.asc}
    gpg --batch --quiet --status-file "$base.status" --verify "$signature" "$base.json" || stop "$base.json was changed."
  done
}

# What the signatures do not say: order, place and author of every item, the chain of the acts, and that nothing is missing.
check_record() {
  python3 - <<'PY'
import hashlib, json, os, re, sys
index = json.load(open("index.json"))
def require(holds, sentence):
    if not holds: sys.exit(sentence)
def digest(name): return hashlib.sha256(open(name, "rb").read()).hexdigest()
def signer(name):
    status = open(name, encoding="latin-1").read() if os.path.exists(name) else ""
    certified = re.search(r"^\[GNUPG:\] TRUST_(FULLY|ULTIMATE)", status, re.M)
    found = re.search(r"^\[GNUPG:\] VALIDSIG .* ([0-9A-F]+)$", status, re.M)
    return found.group(1).lower() if found and certified else None
before = {}
for item in index["items"]:
    name = item["file"]
    require(digest(name + ".asc") == item["digest"], f"{name} was changed.")
    if item["author"] != "reporter":
        require(signer(name + ".status") == index["people"].get(item["author"]), f"{name} is not signed by its author.")
    if item["compartment"] != "bare":
        payload = json.load(open(name + ".txt"))
        place = {"case": index["case"], "compartment": item["compartment"], "kind": item["kind"], "seq": item["seq"], "prev": before.get(item["key"], "")}
        require(all(payload[key] == value for key, value in place.items()), f"{name} is not in its place.")
        del payload["pad"]
        json.dump(payload, open(name + ".json", "w"), indent=2, ensure_ascii=False)
        os.remove(name + ".txt")
    before[item["key"]] = item["digest"]
previous, named = "", []
for number, entry in enumerate(index["acts"]):
    name = f"acts/{number:03}"
    require(entry["seq"] == number, f"{name} is missing.")
    act = json.load(open(name + ".json"))
    require((act["case"], act["seq"], act["prevAct"]) == (index["case"], number, previous), f"{name} is not in its place.")
    if act["actor"] in ("reporter", "system"): require(act["role"] == act["actor"], f"{name} borrows a role.")
    else: require(signer(name + ".status") == index["people"].get(act["actor"], "nobody"), f"{name} is not signed by its actor.")
    previous = digest(name + ".json")
    require(previous == entry["digest"], f"{name} was changed.")
    named += act["itemDigests"]
require(sorted(named) == sorted(index["stored"]), "The acts and the items do not agree.")
PY
}

# The files. A manifest names the parts in order, their digests, and how many bytes of each belong to the file.
join_files() {
  for item in items/*.json; do
    test -e "$item" || continue
    python3 -c 'import json, sys
payload = json.load(open(sys.argv[1]))
for part in payload["body"]["parts"] if payload["kind"] == "file" else []: print(part["id"], part["bytes"], part["sha256"])' "$item" > parts/list.txt
    while read -r id bytes sha256; do
      echo "$sha256  parts/$id.pgp" | sha256sum --check --status || stop "Part $id of $item was changed."
      gpg --batch --yes --quiet --output parts/plain --decrypt "parts/$id.pgp"
      head -c "$bytes" parts/plain >> "files/$(basename "$item" .json)"
    done < parts/list.txt
  done
}

open_folder
take_out
import_own_key 2> keys/log.txt
import_people 2>> keys/log.txt
import_compartments 2>> keys/log.txt
decrypt_items 2> items/log.txt
verify_acts 2> acts/log.txt
check_record
join_files
rm -f words.txt parts/plain
gpgconf --kill gpg-agent
echo "$reference: $(find items -name '*.json' -o -name '*.txt' ! -name log.txt | wc -l) items, $(find files -type f | wc -l) files, $(find acts -name '*.json' | wc -l) acts."
