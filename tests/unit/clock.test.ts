import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { withoutComments } from "@/tests/support/architecture/source";

const FOLDERS = ["tests/unit", "tests/integration"];

/** Files whose words about the clock are not a question to it. */
const MAY = [
  // It shows the architecture test a rule that asks the clock.
  "tests/unit/architecture.test.ts",
  "tests/unit/clock.test.ts",
  // It plants days that are read off an instant without a zone.
  "tests/unit/time/pool-days.test.ts",
];

const ASKS_THE_CLOCK = /\bnew Date\(\s*\)|\bDate\.now\(\s*\)|\bnew Date\b(?!\()|(?<!new )\bDate\(\s*\)/;

function asksTheClock(source: string): boolean {
  return ASKS_THE_CLOCK.test(withoutComments(source));
}

describe("no test depends on the day or the hour it runs", () => {
  it("none asks the clock: the time is MONDAY_MORNING, or a day that the test names", () => {
    const files = FOLDERS.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
    );
    const asking = files.filter(
      (file) => /\.tsx?$/.test(file) && !MAY.includes(file) && asksTheClock(readFileSync(file, "utf8")),
    );
    expect(asking).toEqual([]);
  });

  it.each([
    "const now = new Date();",
    "const ms = Date.now() - 5;",
    "const at = Date();",
    "const d = new Date;",
  ])("sees the question in %s", (source) => expect(asksTheClock(source)).toBe(true));

  it.each([`new Date("2026-08-17")`, "new Date(now)", "// new Date()", "Date.parse(text)"])(
    "sees none in %s",
    (source) => expect(asksTheClock(source)).toBe(false),
  );
});
