// `npm run offline -- FILE`: is a page that an office gave out the one that this source builds, and whose keys are in it?
// Builds the page here and compares everything but the office's block, byte for byte. Needs the packages, and no network.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { buildOfflinePage, OFFLINE_TEMPLATE } from "./offline-page.mjs";
import { ROOT } from "./prepare.mjs";

const BLOCK = /(<script type="application\/json" id="office-data">)([^<]*)(<\/script>)/;
const SAME = 0;
const DIFFERENT = 1;
const CANNOT_TELL = 2;

const [name] = process.argv.slice(2);
if (!name) {
  console.error("Give the file: npm run offline -- ombra-offline.html");
  process.exit(CANNOT_TELL);
}
process.exit(await compare(resolve(process.env.INIT_CWD ?? process.cwd(), name)));

async function compare(path) {
  let given;
  try {
    given = readFileSync(path, "utf8");
  } catch {
    console.error(`${path} cannot be read. Nothing was compared.`);
    return CANNOT_TELL;
  }
  process.chdir(ROOT);
  process.env.NODE_ENV = "production";
  await buildOfflinePage();
  const [, , block = ""] = BLOCK.exec(given) ?? [];
  const own = readFileSync(OFFLINE_TEMPLATE, "utf8");
  const isSame = given.replace(BLOCK, "$1{}$3") === own;
  console.info(`SHA-256  ${createHash("sha256").update(given).digest("hex")}`);
  if (isSame) printOffice(JSON.parse(block));
  console.info(
    isSame
      ? "The page is what this source builds. Compare the office's fingerprint with one from elsewhere."
      : "The page is NOT what this source builds: it was changed, or is of another version. Do not use it.",
  );
  return isSame ? SAME : DIFFERENT;
}

function printOffice({ name, fingerprint, keysDay, origin, directory = [] }) {
  console.info(`Office   ${name}`);
  console.info(`Key      ${fingerprint?.toUpperCase()}`);
  console.info(`Keys of  ${keysDay}`);
  if (origin) console.info(`Address  ${origin}`);
  for (const { displayName, fingerprint: of, roles } of directory)
    console.info(`         ${of.toUpperCase()}  ${displayName} (${roles.join(", ")})`);
}
