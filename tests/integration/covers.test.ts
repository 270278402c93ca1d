import { beforeEach, describe, expect, it } from "vitest";
import { cancelAbsence, recordAbsence } from "@/lib/absences/requests/service";
import { releaseCover } from "@/lib/coverage/board/service";
import { undoChange } from "@/lib/coverage/board/service-undo";
import { coverOfRow } from "@/lib/covers/queries";
import { changeCovers } from "@/lib/covers/service";
import { sqlStateOf } from "@/lib/errors";
import { opensNothing } from "@/tests/support/factories/absences";
import { current } from "@/tests/support/versions";
import { testDb } from "../support/database";
import { makeRecord } from "../support/factories/absences";
import { createCover } from "../support/factories/covers";
import { type CoverageOffice, createCoverageOffice } from "../support/offices/coverage";

let office: CoverageOffice;

beforeEach(async () => {
  office = await createCoverageOffice();
});

/** Ben, who covers Zoe all week, is away on Wednesday, or some hours of it. */
async function away(hours: { startMinute: number; endMinute: number } | null = null): Promise<string> {
  const day = { from: "2026-08-19", to: "2026-08-19" };
  const answer = await recordAbsence(
    office.manager,
    makeRecord(office.ids.ben, { ...day, ...hours, status: "approved" }),
    opensNothing,
  );
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.id;
}

async function coversOfBen(): Promise<string[]> {
  const rows = await testDb().coverageAssignment.findMany({
    where: { assistantId: office.ids.ben },
    orderBy: [{ startOn: "asc" }, { startMinute: "asc" }, { status: "desc" }],
  });
  return rows.map(({ status, startOn, startPart, endOn, endPart, startMinute, endMinute }) => {
    const hours = startMinute === null ? "" : ` ${startMinute}–${endMinute}`;
    return `${status} ${startOn.getUTCDate()}${startPart}–${endOn.getUTCDate()}${endPart}${hours}`;
  });
}

describe("undo of a release", () => {
  it("gives no cover back whose absence is over", async () => {
    const absenceId = await away();
    const on = new Date("2026-08-19");
    const executiveId = office.ids.bo;
    const cover = await createCover(testDb(), {
      executiveId,
      assistantId: office.ids.cia,
      absenceId,
      startOn: on,
      endOn: on,
    });
    const released = await releaseCover(office.manager, { id: cover.id });
    if (!released.ok) throw new Error(released.reason);
    const { changeId } = released.value;
    await cancelAbsence(office.manager, { ...(await current("absences", absenceId)), note: "" });
    expect(await undoChange(office.manager, { id: changeId })).toMatchObject({ reason: "cannot_undo" });
  });
});

describe("a cover released because its assistant is away", () => {
  it("leaves one change, with who released what", async () => {
    const cover = await createCover(testDb(), { executiveId: office.ids.zoe, assistantId: office.ids.ben });
    await away();
    const changes = await testDb().coverageChange.findMany();
    expect(changes).toMatchObject([
      { kind: "assistant_away", actorId: office.manager.actor.userId, releasedIds: [cover.id] },
    ]);
    expect(changes[0]?.createdIds).toHaveLength(2);
  });

  it("is told with the hours and duties that go, to the assistant and to the executive", async () => {
    const cover = await createCover(testDb(), { executiveId: office.ids.zoe, assistantId: office.ids.ben });
    const duties = await testDb().dutyRequirement.findMany({ where: { executiveId: office.ids.zoe } });
    const dutyIds = duties.slice(0, 1).map((duty) => duty.dutyId);
    await testDb().coverageAssignment.update({ where: { id: cover.id }, data: { dutyIds } });
    await away({ startMinute: 600, endMinute: 660 });
    expect(await coversOfBen()).toContain("confirmed 19am–19am 0–600");
    const told = await testDb().notification.findMany({
      where: { userId: { in: [office.userIds.ben ?? "", office.userIds.zoe ?? ""] } },
    });
    for (const kind of ["cover_released", "support_changed"])
      expect(told.find((notice) => notice.kind === kind)?.params).toMatchObject({
        range: { from: "2026-08-19", window: { startMinute: 600, endMinute: 660 } },
        dutyIds,
      });
  });

  it("stands again when the absence is cancelled and the release undone, and not before", async () => {
    await createCover(testDb(), { executiveId: office.ids.zoe, assistantId: office.ids.ben });
    const id = await away();
    const change = await testDb().coverageChange.findFirstOrThrow();
    expect(await undoChange(office.manager, { id: change.id })).toMatchObject({ reason: "cannot_undo" });
    await cancelAbsence(office.manager, { ...(await current("absences", id)), note: "" });
    expect(await undoChange(office.manager, { id: change.id })).toMatchObject({ ok: true });
    expect((await coversOfBen()).filter((one) => one.startsWith("confirmed"))).toEqual([
      "confirmed 17am–21pm",
    ]);
  });

  it("is released once when a manager releases it at the same moment", async () => {
    const cover = await createCover(testDb(), { executiveId: office.ids.zoe, assistantId: office.ids.ben });
    await Promise.all([away(), releaseCover(office.manager, { id: cover.id })]);
    const changes = await testDb().coverageChange.findMany({ where: { releasedIds: { has: cover.id } } });
    expect(changes).toHaveLength(1);
  });

  it("is not cut by what was read before it moved on: the transaction is to run again", async () => {
    const cover = coverOfRow(
      await createCover(testDb(), { executiveId: office.ids.zoe, assistantId: office.ids.ben }),
    );
    const cuts = [{ cover, gone: [cover], kept: [] }];
    await changeCovers(office.manager, { kind: "released", cuts });
    const again = changeCovers(office.manager, { kind: "released", cuts });
    expect(sqlStateOf(await again.catch((error: unknown) => error))).toBe("40001");
  });
});
