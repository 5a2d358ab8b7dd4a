import { defineConfig } from "prisma/config";

/** Prisma's own tools read the schema here; the database URL is given at run time by `app/platform/database.server.ts`. */
export default defineConfig({ schema: "prisma/schema.prisma" });
