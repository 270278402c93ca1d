import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeOfficeRoster } from "@/tests/support/roster-instances";
import { runTool } from "@/tests/support/tools";

const folder = mkdtempSync(join(tmpdir(), "roster-"));
const run = (...args: string[]) => runTool("roster-cli", args);

function write(name: string, document: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(document));
  return file;
}

it("prints nothing but the result, and exits 0", async () => {
  const { code, stdout } = await run(write("sound.json", makeOfficeRoster({ people: 6, weeks: 1, seed: 1 })));
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ status: "optimal", gap: 0 });
});

it("exits 0 where nothing is lawful, and says why", async () => {
  const person = { id: "ana", hours: [{ from: 0, to: 1, min: 60 }] };
  const file = write("impossible.json", { days: 1, people: [person], shifts: [], demand: [] });
  const { code, stdout } = await run(file);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    status: "impossible",
    assignments: [],
    conflict: [{ personId: "ana", path: "people[0].hours[0].min" }],
  });
});

it.each([
  ["a missing file", ["nowhere.json"]],
  ["an unknown flag", ["x.json", "--colour", "red"]],
  ["a budget that is no number", ["x.json", "--budget-ms", "soon"]],
  ["a document that is none", [write("bad.json", { days: -1 })]],
])("refuses %s with 2 and a reason", async (_, args) => {
  const { code, stdout, stderr } = await run(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/^refused: /);
  expect(stderr).not.toMatch(/\n\s+at /);
});
