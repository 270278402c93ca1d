import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readPlaywright, readVitest } from "../reports";
import { check, runStages, suite } from "../stages";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "standby-reports-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function written(report: object): Promise<string> {
  const path = join(folder, "report.json");
  await writeFile(path, JSON.stringify(report));
  return path;
}

describe("what failed in a test run", () => {
  it("is named by file and test, with the beginning of what was said", async () => {
    const failed = {
      fullName: "leave is counted",
      status: "failed",
      failureMessages: ["expected 1\nto be 2"],
    };
    const passed = { fullName: "leave is asked for", status: "passed", failureMessages: [] };
    const report = await written({
      numPassedTests: 1,
      numFailedTests: 1,
      testResults: [
        { name: "leave.test.ts", status: "failed", message: "", assertionResults: [passed, failed] },
        { name: "broken.test.ts", status: "failed", message: "no such module", assertionResults: [] },
      ],
    });
    expect(await readVitest(report)).toEqual({
      counts: { passed: 1, failed: 1, skipped: 0 },
      failures: [
        "leave.test.ts > leave is counted\n  expected 1\n  to be 2",
        "broken.test.ts\n  no such module",
      ],
    });
  });

  it("is named for the browser's tests too, those that passed at the second try among them", async () => {
    const spec = (title: string, status: string, message?: string) => ({
      file: "week.spec.ts",
      title,
      tests: [{ status, results: [{ errors: message ? [{ message }] : [] }] }],
    });
    const report = await written({
      stats: { expected: 1, unexpected: 0, flaky: 1, skipped: 0 },
      suites: [
        { specs: [spec("opens", "expected")], suites: [{ specs: [spec("closes", "flaky", "late")] }] },
      ],
    });
    expect(await readPlaywright(report)).toEqual({
      counts: { passed: 1, failed: 1, skipped: 0 },
      failures: ["week.spec.ts > closes\n  late"],
    });
  });

  it("shows what stood on the page", async () => {
    const page = join(folder, "page.md");
    const lines = ["- link: Skip", "- main:", '  - heading "Week"', "  - text: Something went wrong"];
    await writeFile(page, `# Error details\n\n# Page snapshot\n\n\`\`\`yaml\n${lines.join("\n")}\n\`\`\`\n`);
    const results = [{ errors: [{ message: "late" }], attachments: [{ name: "error-context", path: page }] }];
    const report = await written({
      stats: { unexpected: 1 },
      suites: [
        { specs: [{ file: "week.spec.ts", title: "opens", tests: [{ status: "unexpected", results }] }] },
      ],
    });
    const { failures } = await readPlaywright(report);
    const shown = ["late", "- main:", '  - heading "Week"', "  - text: Something went wrong"];
    expect(failures).toEqual([["week.spec.ts > opens", ...shown.map((line) => `  ${line}`)].join("\n")]);
  });

  it("is the end of what a stage said where no test tells", async () => {
    vi.spyOn(console, "log").mockImplementation(() => undefined);
    const works = async (say: (words: string) => void) => {
      for (let line = 1; line <= 30; line++) say(`line ${line}\n`);
      return false;
    };
    const noReport = () => readVitest(join(folder, "missing.json"));
    const ended = await runStages([
      check("types", { after: [] }, works),
      suite("unit", { after: ["types"] }, works, noReport),
    ]);
    const counts = { passed: 0, failed: 1, skipped: 0 };
    const last = Array.from({ length: 20 }, (_, i) => `line ${i + 11}`).join("\n");
    expect(ended).toMatchObject([
      { name: "types", counts, failures: [last] },
      { name: "unit", counts, failures: [last] },
    ]);
  });
});
