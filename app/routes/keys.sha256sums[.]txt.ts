import { reporterSums } from "~/platform/reporter-sums.server";

/** The sums of the reporter's program, as `sha256sum --check` takes them in the folder of the build. */
export function loader() {
  const lines = reporterSums().map(({ name, sha256 }) => `${sha256}  ${name}\n`);
  return new Response(lines.join(""), { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
