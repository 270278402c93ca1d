import { defineConfig } from "prisma/config";

// Prisma's CLI would download an engine that generate and validate never use; see DECISIONS.md.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
process.env.CHECKPOINT_DISABLE ??= "1";

export default defineConfig({
  schema: "prisma",
  migrations: { path: "prisma/migrations" },
});
