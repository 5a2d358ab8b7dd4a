import { test } from "vitest";
import { playStory } from "./story";

test(
  "Chromium, English: from the set-up link to the closed case, and nothing that was written is found anywhere",
  { timeout: 240_000 },
  () => playStory("chromium", "en"),
);
