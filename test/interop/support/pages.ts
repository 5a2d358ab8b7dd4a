import { readFileSync } from "node:fs";

/** The shell commands of a page, from one heading to another, as somebody would copy them; some lines with own values. */
export function commandsOn(page: string, from: string, to: string, values: Record<string, string>): string {
  const text = readFileSync(page, "utf8");
  const end = text.indexOf(to);
  const part = text.slice(text.indexOf(from), end < 0 ? undefined : end);
  const blocks = [...part.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = ""]) => block);
  return Object.entries(values).reduce(
    (commands, [name, value]) => commands.replace(new RegExp(`^${name}=.*$`, "m"), () => `${name}='${value}'`),
    blocks.join("\n"),
  );
}
