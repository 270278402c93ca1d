import { beforeEach, describe, expect, it } from "vitest";
import { EndAbsenceInput, RecordAbsenceInput } from "@/lib/absences/requests/schema";
import { recordAbsence, requestAbsence } from "@/lib/absences/requests/service";
import { prolongAbsence } from "@/lib/absences/requests/service-sickness";
import { readAbsenceContext, requireLedAbsence } from "@/lib/coverage/leave-cover/queries-context";
import { gapsOpenedBy } from "@/lib/coverage/leave-cover/queries-gaps";
import { asAssistantOf } from "../support/contexts";
import { testDb } from "../support/database";
import { createAbsence, makeRequest } from "../support/factories/absences";
import { type CoverageOffice, createCoverageOffice } from "../support/offices/coverage";
import { current } from "../support/versions";

let office: CoverageOffice;

const DAYS = { from: "2026-08-24", to: "2026-08-26" } as const;

beforeEach(async () => {
  office = await createCoverageOffice();
});

function entered(who: "ben" | "cia" | "dan", fields: Record<string, unknown> = {}) {
  const input = { assistantId: office.ids[who], type: "vacation", ...DAYS, status: "approved", ...fields };
  return recordAbsence(office.manager, RecordAbsenceInput.parse(input), gapsOpenedBy);
}

async function openedBy(who: "ben" | "cia", days: Record<string, unknown>) {
  const ctx = await asAssistantOf(office.userIds[who] ?? "");
  const answer = await requestAbsence(ctx, makeRequest(days), gapsOpenedBy);
  if (!answer.ok) throw new Error(answer.reason);
  const context = await readAbsenceContext(
    office.manager,
    await requireLedAbsence(office.manager, answer.value.id),
  );
  return Object.fromEntries([...(context?.opened ?? [])].map(([id, indexes]) => [id, indexes.size]));
}

describe("what leave opens", () => {
  it("is where a shared assistant stands in for a primary who is away", async () => {
    await testDb().absence.updateMany({
      where: { assistantId: office.ids.ana },
      data: { endOn: new Date("2026-08-28") },
    });
    await testDb().supportAssignment.create({
      data: {
        executiveId: office.ids.xenia,
        assistantId: office.ids.ben,
        role: "shared",
        rank: 1,
        fromOn: new Date("2026-01-01"),
      },
    });
    const opened = await openedBy("ben", { from: "2026-08-25", to: "2026-08-26" });
    expect(opened).toEqual({ [office.ids.xenia]: 4, [office.ids.bo]: 4 });
  });

  it("leaves out the days that are not worked", async () => {
    expect(await openedBy("cia", { from: "2026-08-24", to: "2026-08-28" })).toEqual({ [office.ids.zoe]: 8 });
  });
});

describe("every door to approved leave", () => {
  it("refuses what a manager records as approved and opens gaps, and takes it as requested", async () => {
    const refused = await entered("ben");
    expect(refused).toMatchObject({ ok: false, reason: "gaps_not_accepted", details: { count: 6 } });
    expect(await testDb().absence.count({ where: { assistantId: office.ids.ben } })).toBe(0);
    expect(await entered("ben", { status: "requested" })).toMatchObject({ value: { status: "requested" } });
  });

  it("lets through what opens nothing, what is over, and sickness", async () => {
    expect(await entered("dan")).toMatchObject({ value: { status: "approved" } });
    const over = { from: "2026-08-10", to: "2026-08-11" };
    expect(await entered("ben", over)).toMatchObject({ value: { status: "approved" } });
    expect(await entered("cia", { type: "sick" })).toMatchObject({ value: { status: "approved" } });
  });

  it("refuses approval by one where two decide", async () => {
    await testDb().poolLeavePolicy.create({ data: { poolId: office.poolId, approvalStages: 2 } });
    expect(await entered("dan")).toMatchObject({ reason: "second_decision_due" });
  });

  it("refuses to prolong approved leave over days that it would open", async () => {
    const [startOn, endOn] = [new Date("2026-08-27"), new Date("2026-08-28")];
    const { id } = await createAbsence(testDb(), { assistantId: office.ids.cia, startOn, endOn });
    const input = { ...(await current("absences", id)), to: "2026-08-31" };
    const longer = await prolongAbsence(office.manager, EndAbsenceInput.parse(input), gapsOpenedBy);
    expect(longer).toMatchObject({ ok: false, reason: "gaps_not_accepted", details: { count: 2 } });
  });

  it("keeps what would be approved by itself as requested where it opens gaps", async () => {
    await testDb().leaveType.update({ where: { id: "vacation" }, data: { isAutomatic: true } });
    const ask = async (who: "ben" | "dan") =>
      requestAbsence(await asAssistantOf(office.userIds[who] ?? ""), makeRequest(DAYS), gapsOpenedBy);
    expect(await ask("ben")).toMatchObject({ value: { status: "requested" } });
    expect(await ask("dan")).toMatchObject({ value: { status: "approved" } });
  });
});
