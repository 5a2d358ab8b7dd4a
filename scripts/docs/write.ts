import { writeFileSync } from "node:fs";
import { procedurePage } from "./procedure-page";

writeFileSync("docs/procedure.md", procedurePage());
console.info("docs/procedure.md is written from the machines.");
