import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { randomStream } from "@/lib/solver/random";
import { drawCohort } from "@/tests/support/factories/cohort";
import { runTool } from "@/tests/support/tools";

const folder = mkdtempSync(join(tmpdir(), "cohort-"));

function write(name: string, document: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(document));
  return file;
}

it("prints the splits of a sound document, and refuses one that contradicts itself with 2 and its path", async () => {
  const problem = drawCohort(randomStream(3));
  const sound = await runTool("cohort-cli", [write("sound.json", problem)]);
  expect(sound.code).toBe(0);
  expect(JSON.parse(sound.stdout)).toMatchObject({ status: "optimal" });
  const bad = { ...problem, at: [{ id: "nobody", window: "w0" }] };
  const { code, stdout, stderr } = await runTool("cohort-cli", [write("bad.json", bad)]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/^refused: .*at\[0\]\.id: "nobody" is no member of the cohort/);
});
