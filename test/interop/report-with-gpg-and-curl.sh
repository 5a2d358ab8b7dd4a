#!/usr/bin/env bash
# Reports to an office with gpg and curl, and later reads its replies. The commands are those of docs/api.md.
#
#   report-with-gpg-and-curl.sh report ADDRESS FINGERPRINT [KIND] < text   sends the text; keeps answer.json
#   report-with-gpg-and-curl.sh read ADDRESS                               prints the replies
#   report-with-gpg-and-curl.sh more ADDRESS < text                        sends a further message
#
# Keys, the code and the replies are kept in the folder that OMBRA_FOLDER names (./ombra-report without it).
# python3 only reads JSON here.
set -euo pipefail

step=${1:?"report, read or more"}
office=${2:?"the address of the office, such as https://report.example.org"}

stop() {
  echo "$1" >&2
  exit 1
}

# A folder of its own, with a keyring of its own.
open_folder() {
  umask 077
  mkdir -p "${OMBRA_FOLDER:-ombra-report}/gnupg" && cd "${OMBRA_FOLDER:-ombra-report}"
  export GNUPGHOME="$PWD/gnupg"
}

# The office's key, and for each person the key, the line of the directory that the office signed, and the signature.
fetch_keys() {
  curl -sS --fail-with-body "$office/api/v1/office" -o office.json
  rm -rf people && mkdir people
  python3 - <<'PY'
import json
office = json.load(open("office.json"))
open("office.asc", "w").write(office["publicKey"])
for number, person in enumerate(office["directory"]):
    open(f"people/{number}.asc", "w").write(person["publicKey"])
    open(f"people/{number}.sig", "w").write(person["entrySignature"])
    # The signed text has its keys in order and no spaces.
    entry = json.dumps(json.loads(person["entry"]), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    open(f"people/{number}.json", "w").write(entry)
PY
}

# Only the office key is trusted, and it is the one whose fingerprint was printed.
check_office() {
  gpg --batch --with-colons --show-keys office.asc | sed -n 's/^fpr:::::::::\([0-9A-F]*\):$/\1/p' > found.txt
  test "$(head -n 1 found.txt)" = "$fingerprint" || stop "The office's key has another fingerprint: $(head -n 1 found.txt). Nothing was sent."
  gpg --batch --quiet --import office.asc
  echo "$fingerprint:6:" | gpg --batch --quiet --import-ownertrust
}

# The office signed each line of the directory: a person's name, roles and key.
check_people() {
  for entry in people/*.json; do
    gpg --batch --quiet --import "${entry%.json}.asc"
    gpg --batch --quiet --status-file check.status --verify "${entry%.json}.sig" "$entry" 2> check.log || stop "The office did not sign $entry. Nothing was sent."
    grep -q "^\[GNUPG:\] VALIDSIG .* $fingerprint\$" check.status || stop "The office did not sign $entry. Nothing was sent."
  done
}

# A key for this report alone, without a name in it.
make_key() {
  gpg --batch --quiet --pinentry-mode loopback --passphrase '' --quick-generate-key reporter future-default default never
}

# The text, the key for the reply, and blank lines up to a length that many messages have.
write_message() {
  cat > message.txt
  gpg --batch --armor --export reporter >> message.txt
  head -c $((16384 - $(wc -c < message.txt) % 16384)) /dev/zero | tr '\0' '\n' >> message.txt
}

# Up to three people of the intake.
choose_recipients() {
  sed -n '/"roles":\[[^]]*"intake"/s/.*"fingerprint":"\([0-9a-f]*\)".*/--recipient \1/p' people/*.json | shuf -n 3 > recipients.txt
}

# gpg refuses a key that the office has not certified.
encrypt_message() {
  # shellcheck disable=SC2046
  gpg --batch --yes --armor --compress-algo none $(cat recipients.txt) --encrypt < message.txt > message.asc
}

send_report() {
  curl -sS --fail-with-body -H "Content-Type: application/pgp-encrypted" --data-binary @message.asc "$office/api/v1/reports?kind=$kind" -o answer.json
  cat answer.json
}

fetch_replies() {
  code=$(sed 's/.*"code":"\([^"]*\)".*/\1/' answer.json)
  curl -sS --fail-with-body -H "Accept: text/plain" --data-urlencode "code=$code" "$office/api/v1/mailbox/armored" -o replies.asc
}

# Each reply is a message of its own. One that nobody of the office signed is not shown.
read_replies() {
  rm -f reply-*
  test -s replies.asc || stop "There is no reply yet."
  csplit --quiet --elide-empty-files --prefix reply- --suffix-format %02d.asc replies.asc '/^-----BEGIN PGP MESSAGE-----/' '{*}'
  for reply in reply-*.asc; do
    gpg --batch --yes --quiet --status-file "$reply.status" --output "$reply.txt" --decrypt "$reply" 2> check.log || stop "$reply does not open, or was changed."
    signer=$(sed -n 's/^\[GNUPG:\] VALIDSIG .* \([0-9A-F]*\)$/\1/p' "$reply.status" | tr A-F a-f)
    grep -q "\"fingerprint\":\"${signer:-none}\"" people/*.json || stop "$reply is not signed by anybody of the office."
    grep -q "^\[GNUPG:\] TRUST_FULLY" "$reply.status" || stop "$reply is signed with a key that the office does not certify."
    sed 's/ *$//' "$reply.txt" | cat -s
  done
}

send_more() {
  code=$(sed 's/.*"code":"\([^"]*\)".*/\1/' answer.json)
  curl -sS --fail-with-body -F "code=$code" -F "message=<message.asc" "$office/api/v1/mailbox/armored/messages"
}

open_folder
if [ "$step" = report ]; then
  fingerprint=$(echo "${3:?"the fingerprint of the office, from print"}" | tr -d ' ' | tr a-f A-F)
  echo "$fingerprint" > fingerprint.txt
fi
fingerprint=$(cat fingerprint.txt)
kind=${4:-tip}
fetch_keys
check_office
check_people

case $step in
  report)
    make_key
    write_message
    choose_recipients
    encrypt_message
    send_report
    ;;
  read)
    fetch_replies
    read_replies
    ;;
  more)
    write_message
    encrypt_message
    send_more
    ;;
  *) stop "There is no step \"$step\"." ;;
esac
