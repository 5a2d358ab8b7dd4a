import type { SeedOffice } from "../../prisma/seed/people";
import { foundTestOffice } from "../support/office";
import { startServer, type TestServer } from "../support/server";

/** The built server with an office of three intake officers, one of them the administrator. */
export async function startBenchOffice(
  options: Parameters<typeof startServer>[0] = {},
): Promise<{ server: TestServer; office: SeedOffice }> {
  // The bench sends more reports in a minute than an office gets in a year; the guard against floods is set out of reach.
  const server = await startServer({ ...options, env: { FLOOD_PER_DAY: "1000000000", ...options.env } });
  const office = await foundTestOffice(server, [
    { name: "tara", displayName: "Tara Intake", roles: ["administrator", "intake"] },
    { name: "tom", displayName: "Tom Intake", roles: ["intake"] },
    { name: "tess", displayName: "Tess Intake", roles: ["intake"] },
  ]);
  return { server, office };
}
