import { spawnSync } from "node:child_process";

/** What the tests need from the system: Debian package and the program it brings. */
const NEEDED = [
  { name: "chromium", program: "chromium" },
  { name: "firefox-esr", program: "firefox-esr" },
  { name: "gnupg", program: "gpg" },
  { name: "sq", program: "sq" },
  { name: "curl", program: "curl" },
  { name: "python3", program: "python3" },
  { name: "libimage-exiftool-perl", program: "exiftool" },
  // With this exiftool looks into Office documents.
  { name: "libarchive-zip-perl", file: "/usr/share/perl5/Archive/Zip.pm" },
  { name: "imagemagick", program: "identify" },
  { name: "webp", program: "webpmux" },
  { name: "poppler-utils", program: "pdftoppm" },
  { name: "fonts-noto-core", file: "/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf" },
  { name: "fonts-dejavu-core", file: "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf" },
];

/** Programs that only PostgreSQL's half of the tests and the bench use; without them that half says so. */
const POSTGRES = { name: "postgresql", file: "/usr/lib/postgresql" };

/** Installs what is missing where this account may, else says in one line what to install, and stops. */
export function requireSystemPackages(say = console.info) {
  const missing = [...NEEDED, POSTGRES].filter(isMissing);
  if (missing.length === 0) return;
  const names = missing.map((entry) => entry.name).join(" ");
  if (process.getuid?.() === 0 && has("apt-get")) {
    say(`Installing what the tests need: ${names} …`);
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update"], { env, stdio: "ignore" });
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", ...names.split(" ")], { env, stdio: "ignore" });
  }
  const still = missing.filter(isMissing).map((entry) => entry.name);
  if (still.length > 0) throw new Error(`The tests need these packages: apt-get install ${still.join(" ")}`);
}

function isMissing({ program, file }) {
  return program ? !has(program) : spawnSync("test", ["-e", file]).status !== 0;
}

function has(program) {
  return spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
}
