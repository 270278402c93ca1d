import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// A zone with an odd offset, so that code which confuses days with instants fails here.
process.env.TZ ??= "Asia/Kathmandu";

// Published sets and what else takes minutes run in \`npm test -- deep\` only.
const exclude = process.env.TEST_DEEP === "1" ? [] : ["tests/**/*.deep.test.ts"];

const alias = {
  "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, ""),
  "server-only": fileURLToPath(new URL("./tests/support/server-only.ts", import.meta.url)),
};

export default defineConfig({
  resolve: { alias },
  test: {
    pool: "forks",
    restoreMocks: true,
    // Below, isolate: false: loading zod, the planner and Prisma afresh for each file took half of the time. setup.ts sees to
    // what a test leaves behind.
    // Vitest leaves one core idle; each worker has a database of its own.
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          exclude,
          setupFiles: ["tests/support/setup.ts"],
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          exclude,
          globalSetup: ["tests/support/cluster.ts"],
          setupFiles: ["tests/support/setup.ts", "tests/support/integration-setup.ts"],
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
