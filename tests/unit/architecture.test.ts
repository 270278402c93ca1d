import { describe, expect, it } from "vitest";
import { findBreaches } from "@/tests/support/architecture/breaches";
import { readSources } from "@/tests/support/architecture/source";

describe("the house", () => {
  it("keeps its import table", () => {
    expect(findBreaches(readSources("."))).toEqual([]);
  });
});

describe("a breach of the import table is found", () => {
  const files = {
    "lib/db.ts": "",
    "lib/context.ts": "",
    "lib/absences/rules.ts": "export type Status = string;",
    "lib/absences/service.ts": "",
    "app/manager/coverage/actions.ts": "",
    "lib/requests/rules.ts": "",
  };
  it.each([
    ["a page that asks the database", "app/manager/page.tsx", `import { db } from "@/lib/db";`],
    [
      "a page that asks Prisma",
      "app/manager/page.tsx",
      `import type { Prisma } from "@/prisma/generated/client/client";`,
    ],
    [
      "a button that knows a domain",
      "components/ui/button.tsx",
      `import { isAway } from "@/lib/absences/requests/rules";`,
    ],
    [
      "a view that calls a verb",
      "components/absences/list.tsx",
      `import { a } from "@/lib/absences/requests/service";`,
    ],
    ["a rule that reads the database", "lib/absences/policy.ts", `import { db } from "../db";`],
    ["a rule that is given a context", "lib/absences/policy.ts", `import type { Ctx } from "@/lib/context";`],
    ["a rule that reads a file", "lib/absences/policy.ts", `import { readFile } from "node:fs/promises";`],
    ["a rule that asks the clock", "lib/absences/policy.ts", "const today = new Date();"],
    ["a planner that throws dice", "lib/coverage/planner/search.ts", "const luck = Math.random();"],
    [
      "a verb that knows Next",
      "lib/absences/service-approve.ts",
      `import { redirect } from "next/navigation";`,
    ],
    [
      "an earlier domain that needs a later one",
      "lib/absences/service-approve.ts",
      `import { r } from "@/lib/requests/rules";`,
    ],
    [
      "a later domain imported while the program runs",
      "lib/absences/service-approve.ts",
      `await import("@/lib/requests/rules");`,
    ],
    ["a router that asks the database", "lib/api/absences.ts", `import { db } from "@/lib/db";`],
    ["a domain without a place in the order", "lib/parking/rules.ts", ""],
    ["a file without a name of the house", "lib/absences/approve.ts", ""],
    ["an export whose name is taken", "lib/requests/rules-status.ts", "export type Status = string;"],
    ["a thread that asks the database", "lib/coverage/worker/plan.ts", `import { db } from "@/lib/db";`],
    [
      "an area that takes from another",
      "app/manager/absences/page.tsx",
      `import { open } from "@/app/manager/coverage/actions";`,
    ],
  ])("%s", (_, path, source) => {
    const breaches = findBreaches(new Map(Object.entries({ ...files, [path]: source })));
    expect(breaches).toHaveLength(1);
    expect(breaches[0]).toContain(path);
  });

  it.each([
    ["a drawer for everything", "lib/absences/utils.ts"],
    ["a barrel", "lib/absences/index.ts"],
  ])("%s", (_, path) => {
    expect(findBreaches(new Map([[path, ""]]))[0]).toContain("says nothing");
  });

  it("files that import each other", () => {
    const circle = {
      "lib/absences/rules-a.ts": `import "./rules-b";`,
      "lib/absences/rules-b.ts": `export { a } from "./rules-a";`,
    };
    expect(findBreaches(new Map(Object.entries(circle)))).toEqual([
      "These import each other in a circle: lib/absences/rules-a.ts → lib/absences/rules-b.ts → lib/absences/rules-a.ts.",
    ]);
  });

  it("and what only a comment says isn't", () => {
    const source = `// import { db } from "@/lib/db";\n/* Math.random() */\nimport { z } from "zod";`;
    expect(findBreaches(new Map([["lib/absences/rules.ts", source]]))).toEqual([]);
  });
});
