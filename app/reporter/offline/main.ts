// Stays first: it says what a browser lacks, before anything that needs it.
import "./early";

import { tellWhenBroken } from "../broken";
import { findMissing } from "../capable";
import { armLeaving } from "../leave";
import { startReport } from "../report/start";
import { drawAbout } from "./about";
import { languages, mendLinks, office, showLanguage, speak, words, wordsOf } from "./early";
import { endWithFile } from "./ending";
import { drawLanguages } from "./language-choice";
import { openLocalOffice } from "./local-office";

/** The page that is opened from disk: the same form, with an office that lies in the page and a file in place of a network. */
const page = document.querySelector("main");
if (page && office.fingerprint && !findMissing()) start(page);

function start(place: HTMLElement): void {
  tellWhenBroken(window, words);
  place.dataset.fingerprint = office.fingerprint;
  new MutationObserver(() => mendLinks(place, office.origin)).observe(place, { childList: true, subtree: true });
  const local = openLocalOffice(office);
  const form = startReport(place, words, {
    // What is being written is not drawn twice: the language stays as it is from here on.
    onBegun: () => drawFrame(false),
    endWith: () => endWithFile(local.takeFile(), office, words),
  });
  drawFrame(true);
  armLeaving(window, "about:blank");

  function drawFrame(canChoose: boolean): void {
    const choose = (code: string) => {
      speak(wordsOf(code));
      showLanguage();
      drawFrame(true);
      form.redraw();
    };
    fill("languages", ...drawLanguages(languages, words, canChoose ? choose : null));
    fill("leave", words.t("offline.page.leave"));
    fill("office-name", office.name);
    fill("about", ...drawAbout(office, words, new Date().toISOString().slice(0, 10)));
    if (office.demonstration) fill("demonstration", words.t("offline.page.demonstration"));
  }
}

/** Puts something into one of the places that the page has for it; a place is hidden while it is empty. */
function fill(id: string, ...content: (Node | string)[]): void {
  const place = document.getElementById(id);
  place?.replaceChildren(...content);
  if (place) place.hidden = content.length === 0;
}
