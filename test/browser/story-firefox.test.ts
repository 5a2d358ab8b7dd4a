import { test } from "vitest";
import { playStory } from "./story";

test(
  "Firefox, Arabic: from the set-up link to the closed case, and nothing that was written is found anywhere",
  { timeout: 240_000 },
  () => playStory("firefox", "ar"),
);
