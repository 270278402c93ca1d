import { beforeEach, describe, expect, it } from "vitest";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { sqlStateOf } from "@/lib/errors";
import { listImports, requireImport } from "@/lib/imports/undo/queries";
import { undoImport } from "@/lib/imports/undo/service";
import { forgetExpired } from "@/lib/jobs/retention";
import { asManagerOf, asSystem, MONDAY_MORNING } from "../support/contexts";
import { testDb } from "../support/database";
import { createCover } from "../support/factories/covers";
import { ASSISTANTS, countRows, createEmptyPools, FILES, importFiles } from "../support/offices/imports";

let ctx: Ctx<Manager>;

beforeEach(async () => {
  ctx = await createEmptyPools();
});

const daysLater = (days: number) => new Date(MONDAY_MORNING.getTime() + days * 86_400_000);

async function lastImport(): Promise<string> {
  const [last] = await listImports(ctx);
  if (!last) throw new Error("nothing was imported");
  return last.id;
}

async function undone(id: string, dryRun = false) {
  const answer = await undoImport(ctx, { id, dryRun });
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}

const counted = async () => (await countRows()).split(" ").slice(0, 7).join(" ");

describe("taking an import back", () => {
  it("removes all that it made, with its histories, and the same files can be imported again", async () => {
    const before = await counted();
    await importFiles(ctx, FILES);
    const id = await lastImport();
    expect(await undone(id, true)).toMatchObject({
      applied: false,
      gone: { account: 3, support: 2 },
      stays: [],
    });
    expect(await counted()).not.toBe(before);
    expect(await undone(id)).toMatchObject({ applied: true, gone: { account: 3 }, stayCount: 0 });
    // The kind of support that the files named stays.
    expect((await counted()).split(" ").toSpliced(2, 1)).toEqual(before.split(" ").toSpliced(2, 1));
    expect(await testDb().skillChange.count()).toBe(0);
    expect(await undoImport(ctx, { id, dryRun: false })).toMatchObject({ reason: "answered_already" });
    expect((await importFiles(ctx, FILES)).faults).toEqual([]);
  });

  it("brings back what it changed", async () => {
    await importFiles(ctx, FILES);
    const changed = ASSISTANTS.replace("Bo Dal", "Bo Dahl")
      .replace("senior,0.8", "junior,0.5")
      .replace("board-papers:3", "board-papers:5");
    const support = FILES.support.replace("primary,2026-01-01,", "primary,2026-01-01,2026-12-31");
    await importFiles(ctx, { assistants: changed, support });
    expect(await undone(await lastImport())).toMatchObject({
      gone: { account: 1, assistant: 2, support: 1, executive: 0, absence: 0 },
      stayCount: 0,
    });
    const again = await importFiles(ctx, FILES, true);
    expect(again).toMatchObject({ changeCount: 0, faults: [] });
  });

  it("leaves and names what was changed since and what something else stands on", async () => {
    await importFiles(ctx, FILES);
    const id = await lastImport();
    const [anna, bo, erik] = await Promise.all([
      testDb().assistant.findFirstOrThrow({ where: { user: { email: "anna@x.se" } } }),
      testDb().assistant.findFirstOrThrow({ where: { user: { email: "bo@x.se" } } }),
      testDb().executive.findFirstOrThrow({ where: { user: { email: "erik@x.se" } } }),
    ]);
    await testDb().assistant.update({ where: { id: anna.id }, data: { site: "Kista", version: 2 } });
    const on = new Date("2026-08-20");
    await createCover(testDb(), { executiveId: erik.id, assistantId: bo.id, startOn: on, endOn: on });
    const report = await undone(id);
    expect(report.gone).toMatchObject({ support: 2, account: 0 });
    expect(report.stays).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: "assistant", name: "Anna Ek", because: "changed_since" }),
        expect.objectContaining({ kind: "account", name: "Bo Dal", because: "in_use" }),
        expect.objectContaining({ kind: "account", name: "Erik Al", because: "in_use" }),
      ]),
    );
    expect(await testDb().assistant.count()).toBe(2);
    const step = await testDb().absenceStep.findFirstOrThrow();
    const state = await testDb()
      .absenceStep.delete({ where: { id: step.id } })
      .catch(sqlStateOf);
    expect(state).toBe("42501");
  });

  it("keeps who was invited, ends leave it entered for others, and stays for good after fourteen days", async () => {
    await importFiles(ctx, { assistants: ASSISTANTS });
    await testDb().user.updateMany({ where: { email: "bo@x.se" }, data: { invitedAt: MONDAY_MORNING } });
    expect((await undone(await lastImport(), true)).stays).toMatchObject([
      { kind: "account", name: "Bo Dal", because: "in_use" },
    ]);
    await importFiles(ctx, { absences: FILES.absences });
    const id = await lastImport();
    expect(await undone(id)).toMatchObject({ gone: { absence: 2 }, stayCount: 0 });
    const absences = await testDb().absence.findMany({
      select: { status: true },
      orderBy: { startOn: "asc" },
    });
    expect(absences.map(({ status }) => status)).toEqual(["cancelled", "withdrawn"]);
    const late = { ...ctx, now: daysLater(15) };
    expect(await listImports(late)).toEqual([]);
    await forgetExpired(asSystem(daysLater(15)));
    expect(await testDb().import.count()).toBe(0);
  });

  it("is for whoever imported it", async () => {
    await importFiles(ctx, FILES);
    const id = await lastImport();
    const other = await testDb().user.findUniqueOrThrow({ where: { email: "other@x.se" } });
    const them = await asManagerOf(other.id);
    expect(await undoImport(them, { id, dryRun: false })).toMatchObject({ reason: "not_found" });
    await expect(requireImport(them, id)).rejects.toThrow();
  });
});
