import { tellWhatIsMissing } from "./missing";
import { readWords } from "./words";

// This file runs before OpenPGP.js does: where a browser has no cryptography that throws, and nothing after it would run.
const page = document.querySelector<HTMLElement>("[data-ombra]");
if (page) tellWhatIsMissing(page, readWords(document), page.dataset.ombra === "report" ? "report" : "mailbox");
