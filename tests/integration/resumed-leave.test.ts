import { beforeEach, describe, expect, it } from "vitest";
import { ReportSicknessInput } from "@/lib/absences/requests/schema";
import { cancelAbsence, recordAbsence } from "@/lib/absences/requests/service";
import { askCancellation } from "@/lib/absences/requests/service-cancellation";
import { endAbsence, prolongAbsence, reportSickness } from "@/lib/absences/requests/service-sickness";
import { day } from "@/lib/time/day";
import { coverAsProposed } from "../support/cards";
import { asAssistantOf } from "../support/contexts";
import { testDb } from "../support/database";
import { makeRecord, opensNothing } from "../support/factories/absences";
import { type CoverageOffice, createCoverageOffice } from "../support/offices/coverage";
import { auditOf, noticesOf } from "../support/records";
import { current } from "../support/versions";

const asRead = (id: string) => current("absences", id);

/** Monday 24 August 2026, 07:40 in Stockholm. */
const AT_7_40 = new Date("2026-08-24T05:40:00Z");
const WEEK = { from: "2026-08-24", to: "2026-08-28", status: "approved" };

let office: CoverageOffice;
let leaveId: string;

beforeEach(async () => {
  const made = await createCoverageOffice();
  office = { ...made, manager: { ...made.manager, now: AT_7_40 } };
  await testDb().leaveType.update({ where: { id: "vacation" }, data: { countsAgainstAllowance: true } });
  leaveId = await book(WEEK);
});

const ben = () => asAssistantOf(office.userIds.ben ?? "", AT_7_40);

/** Approved leave of Ben's, with cover for whom it leaves open and every other gap accepted. */
async function book(fields: Record<string, unknown>): Promise<string> {
  const answer = await recordAbsence(office.manager, makeRecord(office.ids.ben, fields), opensNothing);
  if (!answer.ok) throw new Error(answer.reason);
  const { id } = answer.value;
  const covered = await coverAsProposed(office.manager, id);
  if (!covered.ok) throw new Error(covered.reason);
  return id;
}

async function ill(from: string, to: string): Promise<string> {
  const answer = await reportSickness(
    await ben(),
    ReportSicknessInput.parse({ from, fromPart: "am", to }),
    opensNothing,
  );
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.id;
}

async function backAfter(id: string, to: string) {
  return endAbsence(await ben(), { ...(await asRead(id)), to: day(to), toPart: "pm" });
}

const short = (on: Date) => on.toISOString().slice(8, 10);

async function stretches(): Promise<string[]> {
  const rows = await testDb().absence.findMany({
    where: {
      assistantId: office.ids.ben,
      status: { in: ["requested", "approved", "cancellation_requested"] },
    },
    orderBy: [{ startOn: "asc" }, { startPart: "asc" }],
  });
  return rows.map((row) => `${row.leaveTypeId} ${row.status} ${short(row.startOn)}–${short(row.endOn)}`);
}

/** Which absences the covers of Bo's are for, half-day by half-day, and the gaps that are accepted. */
async function coversByAbsence(): Promise<Record<string, string[]>> {
  const covers = await testDb().coverageAssignment.findMany({
    where: { executiveId: office.ids.bo, status: { in: ["offered", "accepted", "confirmed", "active"] } },
    orderBy: [{ startOn: "asc" }, { startPart: "asc" }],
  });
  const gaps = await testDb().acceptedGap.findMany({ where: { executiveId: office.ids.bo } });
  const words: Record<string, string[]> = {};
  for (const { absenceId, ...row } of covers)
    words[absenceId ?? ""] = [...(words[absenceId ?? ""] ?? []), `${short(row.startOn)}–${short(row.endOn)}`];
  for (const { absenceId, on } of gaps)
    words[absenceId ?? ""] = [...(words[absenceId ?? ""] ?? []), `gap ${short(on)}`];
  return words;
}

describe("leave that sickness took days from", () => {
  it("has them again when the sickness was none, with its covers", async () => {
    const before = await coversByAbsence();
    const id = await ill("2026-08-24", "2026-08-25");
    expect(await stretches()).toEqual(["sick approved 24–25", "vacation approved 26–28"]);
    expect(Object.keys(await coversByAbsence()).sort()).toEqual([id, leaveId].sort());
    expect(await backAfter(id, "2026-08-23")).toMatchObject({ ok: true, value: { releasedCoverIds: [] } });
    expect(await stretches()).toEqual(["vacation approved 24–28"]);
    const after = await coversByAbsence();
    expect(Object.keys(after)).toEqual([leaveId]);
    expect(halves(after)).toEqual(halves(before));
    expect(await auditOf(leaveId)).toContain("absence.resumed");
    expect(await noticesOf(office.manager.actor.userId)).toContain("absence_resumed");
  });

  it("goes on from the day the sickness ends", async () => {
    const id = await ill("2026-08-25", "2026-08-27");
    expect(await backAfter(id, "2026-08-26")).toMatchObject({ ok: true });
    expect(await stretches()).toEqual([
      "vacation approved 24–24",
      "sick approved 25–26",
      "vacation approved 27–28",
    ]);
  });

  it("is whole again after a sickness that lasted longer step by step", async () => {
    const id = await ill("2026-08-24", "2026-08-24");
    for (const to of ["2026-08-25", "2026-08-26"]) {
      const input = { ...(await asRead(id)), to: day(to), toPart: "pm" as const };
      expect(await prolongAbsence(await ben(), input, opensNothing)).toMatchObject({ ok: true });
    }
    expect(await stretches()).toEqual(["sick approved 24–26", "vacation approved 27–28"]);
    await backAfter(id, "2026-08-23");
    expect(await stretches()).toEqual(["vacation approved 24–28"]);
  });

  it("is whole again step by step after a sickness that took all of it day by day", async () => {
    const id = await ill("2026-08-24", "2026-08-24");
    for (const to of ["2026-08-25", "2026-08-26", "2026-08-27", "2026-08-28"]) {
      const input = { ...(await asRead(id)), to: day(to), toPart: "pm" as const };
      expect(await prolongAbsence(await ben(), input, opensNothing)).toMatchObject({ ok: true });
    }
    expect(await stretches()).toEqual(["sick approved 24–28"]);
    await backAfter(id, "2026-08-26");
    expect(await stretches()).toEqual(["sick approved 24–26", "vacation approved 27–28"]);
    await backAfter(id, "2026-08-23");
    expect(await stretches()).toEqual(["vacation approved 24–28"]);
  });

  it("is whole again after two sicknesses, whichever is taken back first", async () => {
    const first = await ill("2026-08-24", "2026-08-26");
    const second = await ill("2026-08-27", "2026-08-28");
    await cancelAbsence(office.manager, { ...(await asRead(second)), note: "" });
    await cancelAbsence(office.manager, { ...(await asRead(first)), note: "" });
    expect(await stretches()).toEqual(["vacation approved 24–28"]);
  });

  it("comes back asked to be cancelled where its owner had asked that", async () => {
    const asked = { ...(await asRead(leaveId)), note: "", fromPart: "am" as const };
    expect(await askCancellation(await ben(), asked)).toMatchObject({ ok: true });
    const id = await ill("2026-08-24", "2026-08-28");
    await cancelAbsence(office.manager, { ...(await asRead(id)), note: "" });
    expect(await stretches()).toEqual(["vacation cancellation_requested 24–28"]);
  });

  it("does not come back after its owner's last day", async () => {
    const id = await ill("2026-08-25", "2026-08-28");
    await testDb().assistant.update({
      where: { id: office.ids.ben },
      data: { leavesOn: new Date("2026-08-27") },
    });
    await cancelAbsence(office.manager, { ...(await asRead(id)), note: "" });
    expect(await stretches()).toEqual(["vacation approved 24–27"]);
  });

  it("comes back where nothing was left of it, also when a manager takes the sickness back", async () => {
    const id = await ill("2026-08-24", "2026-08-28");
    expect(await stretches()).toEqual(["sick approved 24–28"]);
    await cancelAbsence(office.manager, { ...(await asRead(id)), note: "" });
    expect(await stretches()).toEqual(["vacation approved 24–28"]);
    expect(Object.keys(await coversByAbsence())).not.toContain(id);
  });

  it("stays off where it was called off meanwhile", async () => {
    const id = await ill("2026-08-24", "2026-08-25");
    await cancelAbsence(office.manager, { ...(await asRead(leaveId)), note: "" });
    await backAfter(id, "2026-08-23");
    expect(await stretches()).toEqual([]);
    expect(await coversByAbsence()).toEqual({});
  });

  it("is asked for anew where its balance no longer holds it", async () => {
    await testDb().leaveEntitlement.create({
      data: { poolId: office.poolId, leaveTypeId: "vacation", amount: 1000, firstYear: 2026 },
    });
    const id = await ill("2026-08-24", "2026-08-25");
    const spent = makeRecord(office.ids.ben, { from: "2026-09-07", to: "2026-09-08", status: "approved" });
    expect(await recordAbsence(office.manager, spent, opensNothing)).toMatchObject({ ok: true });
    await testDb().leaveEntitlement.updateMany({ data: { amount: 600 } });
    await backAfter(id, "2026-08-23");
    expect(await stretches()).toEqual([
      "vacation requested 24–25",
      "vacation approved 26–28",
      "vacation approved 07–08",
    ]);
    expect(Object.keys(await coversByAbsence())).not.toContain(id);
    expect(await noticesOf(office.manager.actor.userId)).toContain("absence_requested");
  });
});

function halves(covers: Record<string, string[]>): number {
  return Object.values(covers)
    .flat()
    .reduce((sum, words) => {
      const [from, to = from] = words.replace("gap ", "").split("–").map(Number);
      return sum + (words.startsWith("gap") ? 0 : Number(to) - Number(from) + 1);
    }, 0);
}
