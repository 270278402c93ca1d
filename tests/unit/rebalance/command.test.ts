import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parseRebalanceProblem } from "@/lib/matching/rebalance/problem";
import { runTool } from "@/tests/support/tools";

const folder = mkdtempSync(join(tmpdir(), "rebalance-"));

const DOCUMENT = {
  assistants: [
    { id: "ana", capacity: 300 },
    { id: "ben", capacity: 300 },
  ],
  desks: [
    { id: "x", load: 200, weight: 2, present: "ana" },
    { id: "y", load: 100, weight: 1, present: null },
  ],
  fit: [
    { assistantId: "ana", deskId: "x", points: 40 },
    { assistantId: "ben", deskId: "x", points: 90 },
    { assistantId: "ana", deskId: "y", points: 60 },
  ],
  mostChanges: 1,
};

function run(name: string, document: unknown) {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(document));
  return runTool("rebalance-cli", [file]);
}

it("prints who should support whom, with the curve and its certificate", async () => {
  const { code, stdout } = await run("sound.json", DOCUMENT);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    status: "optimal",
    assignment: [
      { deskId: "x", assistantId: "ben" },
      { deskId: "y", assistantId: "ana" },
    ],
    value: 240,
    certificate: { isProven: true, gap: 0 },
    curve: [
      { changes: 0, used: 0, value: 140 },
      { changes: 1, used: 1, value: 240 },
    ],
  });
});

it("refuses too few changes with 2, and names how many are needed", async () => {
  const barred = [{ assistantId: "ana", deskId: "x" }];
  const { code, stdout, stderr } = await run("few.json", { ...DOCUMENT, barred, mostChanges: 0 });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/^refused: .*mostChanges: 1 changes are needed/);
});

it.each([
  ["mostChanges", { mostChanges: 3 }],
  ["mostChanges", { mostChanges: -1 }],
  ["fixed[0]", { fixed: ["z"] }],
  ["fixed[0]", { fixed: ["y"] }],
  ["fixed[0]", { fixed: ["x"], barred: [{ assistantId: "ana", deskId: "x" }] }],
  ["fit[0].points", { fit: [{ assistantId: "ana", deskId: "x", points: 101 }] }],
  ["fit[1]", { fit: [DOCUMENT.fit[0], DOCUMENT.fit[0]] }],
  ["barred[0].deskId", { barred: [{ assistantId: "ana", deskId: "q" }] }],
  ["desks[0].present", { desks: [{ id: "x", load: 1, present: "nobody" }] }],
])("names %s where a document is wrong", (path, change) => {
  expect(parseRebalanceProblem({ ...DOCUMENT, ...change })).toMatchObject({ ok: false, path });
});
