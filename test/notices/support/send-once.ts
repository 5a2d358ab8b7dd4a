import { readConfig } from "~/platform/config.server";
import { openDatabase } from "~/platform/database.server";
import { sendDueNotices } from "~/services/notices/send-due.server";

/** A process of its own that sends what is due at `NOW`. */
await openDatabase(readConfig());
await sendDueNotices(new Date(process.env.NOW ?? ""));
