import { beforeEach, describe, expect, it } from "vitest";
import { ReportSicknessInput } from "@/lib/absences/requests/schema";
import { recordAbsence } from "@/lib/absences/requests/service";
import { endAbsence, prolongAbsence, reportSickness } from "@/lib/absences/requests/service-sickness";
import { requireAbsenceCard } from "@/lib/coverage/leave-cover/queries";
import { getSicknessNow } from "@/lib/coverage/leave-cover/queries-sickness";
import { AbsenceCardInput } from "@/lib/coverage/leave-cover/schema";
import { getExecutiveSupport } from "@/lib/coverage/serving/queries-support";
import { NotFoundError } from "@/lib/errors";
import { day } from "@/lib/time/day";
import { opensNothing } from "@/tests/support/factories/absences";
import { current } from "@/tests/support/versions";
import { coverAsProposed } from "../support/cards";
import { asAssistantOf, asExecutiveOf } from "../support/contexts";
import { testDb } from "../support/database";
import { makeRecord } from "../support/factories/absences";
import { createCover } from "../support/factories/covers";
import { type CoverageOffice, createCoverageOffice } from "../support/offices/coverage";
import { auditOf, noticesOf } from "../support/records";

const asRead = (id: string) => current("absences", id);

let office: CoverageOffice;

/** Monday 24 August 2026, 07:40 in Stockholm; Ana is back by then, so that everybody is at work. */
const AT_7_40 = new Date("2026-08-24T05:40:00Z");
const MONDAY = day("2026-08-24");
const TUESDAY = day("2026-08-25");
const WEDNESDAY = day("2026-08-26");

beforeEach(async () => {
  const made = await createCoverageOffice();
  office = { ...made, manager: { ...made.manager, now: AT_7_40 } };
});

function as(name: string, now = AT_7_40) {
  return asAssistantOf(office.userIds[name] ?? "", now);
}

async function ill(input: Record<string, unknown> = {}, name = "ben"): Promise<string> {
  const answer = await reportSickness(await as(name), ReportSicknessInput.parse(input), opensNothing);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.id;
}

const covered = (id: string) => coverAsProposed(office.manager, id);

async function stretchesOf(assistantId: string): Promise<string[]> {
  const rows = await testDb().absence.findMany({
    where: { assistantId },
    orderBy: [{ startOn: "asc" }, { startPart: "asc" }],
  });
  return rows.map(
    (row) =>
      `${row.leaveTypeId} ${row.status} ${row.startOn.toISOString().slice(8, 10)}${row.startPart}–${row.endOn.toISOString().slice(8, 10)}${row.endPart}`,
  );
}

describe("ill today", () => {
  it("counts at once until the evening, and the managers are led to the plan", async () => {
    const id = await ill();
    expect(await stretchesOf(office.ids.ben)).toEqual(["sick approved 24am–24pm"]);
    const notice = await testDb().notification.findFirstOrThrow({
      where: { userId: office.manager.actor.userId },
    });
    expect(notice).toMatchObject({
      kind: "absence_entered",
      params: { absenceId: id },
    });
    const { executives, covers } = await requireAbsenceCard(office.manager, AbsenceCardInput.parse({ id }));
    expect(executives.map((executive) => executive.name)).toEqual(["Bo Holm"]);
    expect(covers.length).toBeGreaterThan(0);
    expect(await covered(id)).toMatchObject({ ok: true });
    const support = await getExecutiveSupport(await asExecutiveOf(office.userIds.bo ?? "", AT_7_40), {
      days: 1,
    });
    expect(support.days[0]?.parts.every((part) => part.status === "cover")).toBe(true);
    expect(
      JSON.stringify(await testDb().notification.findMany({ where: { userId: office.userIds.bo } })),
    ).not.toMatch(/sick|ill|absence/i);
  });

  it("leaves pinned and unaffected cover alone", async () => {
    await testDb().coverageAssignment.create({
      data: {
        executiveId: office.ids.zoe,
        assistantId: office.ids.ben,
        startOn: new Date("2026-08-28"),
        startPart: "am",
        endOn: new Date("2026-08-28"),
        endPart: "am",
        status: "confirmed",
        pinned: true,
      },
    });
    const id = await ill({ to: "2026-08-27" });
    await covered(id);
    const pinned = await testDb().coverageAssignment.findFirstOrThrow({ where: { pinned: true } });
    expect(pinned.status).toBe("confirmed");
  });

  it("starts at noon when it is reported in the afternoon", async () => {
    const late = await as("ben", new Date("2026-08-24T12:00:00Z"));
    await reportSickness(late, ReportSicknessInput.parse({}), opensNothing);
    expect(await stretchesOf(office.ids.ben)).toEqual(["sick approved 24pm–24pm"]);
  });

  it("speaks of the next day that is worked, on a Sunday and after work", async () => {
    const [sunday, evening, friday] = [
      "2026-08-23T19:00:00Z",
      "2026-08-24T16:00:00Z",
      "2026-08-28T16:00:00Z",
    ];
    const spoken = async (at = "") => {
      const { next, when } = await getSicknessNow(await as("ben", new Date(at)));
      return `${when} ${next.on} ${next.part}`;
    };
    expect(await spoken(sunday)).toBe("tomorrow 2026-08-24 am");
    expect(await spoken(evening)).toBe("tomorrow 2026-08-25 am");
    expect(await spoken(friday)).toBe("later 2026-08-31 am");
    const onSunday = await as("ben", new Date(sunday ?? ""));
    await reportSickness(onSunday, ReportSicknessInput.parse({}), opensNothing);
    expect(await stretchesOf(office.ids.ben)).toEqual(["sick approved 24am–24pm"]);
    expect((await getSicknessNow(onSunday)).current?.taps.map((tap) => tap.kind)).toEqual(["longer", "back"]);
  });

  it("can be taken back whole where it was a mistake", async () => {
    const id = await ill({ to: TUESDAY });
    await covered(id);
    const tap = (await getSicknessNow(await as("ben"))).current?.taps.at(-1);
    if (tap?.kind !== "back") throw new Error("no such tap");
    const { lastOn: to, lastPart: toPart } = tap;
    expect(await endAbsence(await as("ben"), { ...(await asRead(id)), to, toPart })).toMatchObject({
      value: { status: "cancelled" },
    });
    expect(await testDb().coverageAssignment.count({ where: { status: "confirmed", absenceId: id } })).toBe(
      0,
    );
    expect((await getSicknessNow(await as("ben"))).current).toBeNull();
  });

  it("is within a week each way, or what the pool has set; a manager records any", async () => {
    const report = async (from: string, to = from) =>
      reportSickness(await as("ben"), ReportSicknessInput.parse({ from, to }), opensNothing);
    expect(await report("2026-08-14")).toMatchObject({
      reason: "reported_too_late",
      details: { on: "2026-08-17" },
    });
    expect(await report("2026-08-28", "2026-09-01")).toMatchObject({
      reason: "reported_too_far_ahead",
      details: { on: "2026-08-31" },
    });
    expect(await report("2028-01-10", "2030-12-31")).toMatchObject({ reason: "reported_too_far_ahead" });
    await testDb().poolLeavePolicy.create({
      data: { poolId: office.poolId, reportedDaysBack: 14, reportedDaysAhead: 0 },
    });
    expect(await report("2026-08-25")).toMatchObject({ reason: "reported_too_far_ahead" });
    expect(await report("2026-08-14")).toMatchObject({ ok: true });
    const long = makeRecord(office.ids.ben, { type: "sick", from: "2026-09-01", to: "2026-12-31" });
    expect(await recordAbsence(office.manager, long, opensNothing)).toMatchObject({ ok: true });
  });

  it("is not prolonged by its owner further than it may be reported", async () => {
    const id = await ill();
    const until = async (to: string) => ({ ...(await asRead(id)), to: day(to), toPart: "pm" as const });
    const answer = await prolongAbsence(await as("ben"), await until("2026-09-02"), opensNothing);
    expect(answer).toMatchObject({ reason: "reported_too_far_ahead" });
    expect(await prolongAbsence(await as("ben"), await until("2026-08-31"), opensNothing)).toMatchObject({
      ok: true,
    });
    expect(await prolongAbsence(office.manager, await until("2026-09-30"), opensNothing)).toMatchObject({
      ok: true,
    });
  });

  it("of long ago is its manager's to change, and what was covered then stays covered", async () => {
    const old = makeRecord(office.ids.ben, { type: "sick", from: "2026-07-06", to: "2026-07-07" });
    const made = await recordAbsence(office.manager, old, opensNothing);
    if (!made.ok) throw new Error(made.reason);
    const { id } = made.value;
    const cover = await createCover(testDb(), {
      executiveId: office.ids.bo,
      assistantId: office.ids.cia,
      absenceId: id,
      startOn: new Date("2026-07-06"),
      endOn: new Date("2026-07-06"),
    });
    const to = async (on: string) => ({ ...(await asRead(id)), to: day(on), toPart: "pm" as const });
    expect(await endAbsence(await as("ben"), await to("2026-07-05"))).toMatchObject({
      reason: "reported_too_late",
    });
    expect(await prolongAbsence(await as("ben"), await to("2026-08-24"), opensNothing)).toMatchObject({
      reason: "reported_too_late",
    });
    expect(await endAbsence(office.manager, await to("2026-07-05"))).toMatchObject({ ok: true });
    const kept = await testDb().coverageAssignment.findUniqueOrThrow({ where: { id: cover.id } });
    expect(kept.status).toBe("confirmed");
  });

  it("by the hour can be taken back whole", async () => {
    const id = await ill({ from: "2026-08-25", startMinute: "09:00", endMinute: "10:00" });
    const input = { ...(await asRead(id)), to: MONDAY, toPart: "pm" as const };
    expect(await endAbsence(await as("ben"), input)).toMatchObject({ value: { status: "cancelled" } });
  });

  it("is not prolonged over days without work, and says which absence it meets", async () => {
    const id = await ill({ from: MONDAY, to: "2026-08-28" });
    const to = async (on: string) => ({ ...(await asRead(id)), to: day(on), toPart: "pm" as const });
    expect(await prolongAbsence(await as("ben"), await to("2026-08-30"), opensNothing)).toMatchObject({
      reason: "no_working_time",
    });
    const training = makeRecord(office.ids.ben, { type: "sick", from: "2026-08-31", to: "2026-08-31" });
    await recordAbsence(office.manager, training, opensNothing);
    expect(await prolongAbsence(await as("ben"), await to("2026-08-31"), opensNothing)).toMatchObject({
      reason: "overlaps_absence",
      details: { from: "2026-08-31" },
    });
  });

  it("is refused a second time, and where it ends before it starts", async () => {
    await ill();
    expect(await reportSickness(await as("ben"), ReportSicknessInput.parse({}), opensNothing)).toMatchObject({
      ok: false,
      reason: "overlaps_absence",
    });
    const input = ReportSicknessInput.parse({ to: "2026-08-20" });
    expect(await reportSickness(await as("ana"), input, opensNothing)).toMatchObject({
      ok: false,
      reason: "ends_before_start",
    });
  });

  it("gives booked leave back for its days, and leaves the rest on both sides", async () => {
    const record = makeRecord(office.ids.ben, { from: "2026-08-24", to: "2026-08-28", status: "approved" });
    await recordAbsence(office.manager, record, opensNothing);
    await testDb().leaveType.update({ where: { id: "vacation" }, data: { countsAgainstAllowance: true } });
    await ill({ from: "2026-08-25", to: "2026-08-26" });
    expect(await stretchesOf(office.ids.ben)).toEqual([
      "vacation approved 24am–24pm",
      "sick approved 25am–26pm",
      "vacation approved 27am–28pm",
    ]);
    await ill({ from: "2026-08-27", to: "2026-08-28" });
    expect(await stretchesOf(office.ids.ben)).toContain("vacation cancelled 27am–28pm");
  });
});

describe("sickness as it runs", () => {
  it("offers what one tap can do", async () => {
    expect((await getSicknessNow(await as("ben"))).current).toBeNull();
    await ill({ to: TUESDAY });
    expect((await getSicknessNow(await as("ben"))).current?.taps).toEqual([
      { kind: "back", lastOn: MONDAY, lastPart: "am", at: "this_afternoon" },
      { kind: "back", lastOn: MONDAY, lastPart: "pm", at: "tomorrow" },
      { kind: "longer", to: WEDNESDAY, isTomorrow: false },
      { kind: "back", lastOn: day("2026-08-23"), lastPart: "pm", at: "not_ill" },
    ]);
  });

  it("opens the added days when prolonged, for a new plan", async () => {
    const id = await ill();
    await covered(id);
    const answer = await prolongAbsence(
      await as("ben"),
      {
        ...(await asRead(id)),
        to: TUESDAY,
        toPart: "pm",
      },
      opensNothing,
    );
    expect(answer).toMatchObject({ ok: true });
    const { executives, covers } = await requireAbsenceCard(office.manager, AbsenceCardInput.parse({ id }));
    expect(executives[0]?.runs.map((run) => run.state)).toContain("planned");
    expect(covers.every((cover) => cover.from === TUESDAY)).toBe(true);
    expect(await noticesOf(office.manager.actor.userId)).toEqual(["absence_entered", "absence_changed"]);
    expect(await auditOf(id)).toContain("absence.prolonged");
  });

  it("releases the covers of the days after when ended, and tells who is there again", async () => {
    const id = await ill({ to: TUESDAY });
    await covered(id);
    const answer = await endAbsence(await as("ben"), { ...(await asRead(id)), to: MONDAY, toPart: "pm" });
    expect(answer).toMatchObject({ ok: true });
    const live = await testDb().coverageAssignment.findMany({
      where: { status: "confirmed", absenceId: id },
    });
    expect(live.every((cover) => cover.endOn.toISOString().startsWith(MONDAY))).toBe(true);
    const told = await testDb().notification.findMany({
      where: { userId: office.userIds.bo, kind: "support_changed" },
      orderBy: { id: "asc" },
    });
    expect(told.map((notice) => (notice.params as { assistant: string }).assistant)).toContain("Ben Berg");
  });

  it("can be changed by the manager, and by nobody else", async () => {
    const id = await ill({ to: TUESDAY });
    await expect(
      endAbsence(await as("cia"), { ...(await asRead(id)), to: MONDAY, toPart: "pm" }),
    ).rejects.toThrow(NotFoundError);
    await expect(
      prolongAbsence(await as("cia"), { ...(await asRead(id)), to: WEDNESDAY, toPart: "pm" }, opensNothing),
    ).rejects.toThrow(NotFoundError);
    expect(await endAbsence(office.manager, { id, to: MONDAY, toPart: "pm", version: 9 })).toMatchObject({
      ok: false,
      reason: "changed_since_read",
    });
    expect(
      await endAbsence(office.manager, { ...(await asRead(id)), to: MONDAY, toPart: "pm" }),
    ).toMatchObject({ ok: true });
    expect(
      await endAbsence(office.manager, { ...(await asRead(id)), to: TUESDAY, toPart: "pm" }),
    ).toMatchObject({
      ok: false,
      reason: "not_shorter",
    });
  });

  it("opens what the ill cover carried, so that chains are planned too", async () => {
    const first = await ill();
    await covered(first);
    const cover = await testDb().coverageAssignment.findFirstOrThrow({ where: { status: "confirmed" } });
    const name = Object.keys(office.ids).find((key) => office.ids[key as "ana"] === cover.assistantId) ?? "";
    const second = await ill({}, name);
    const { executives } = await requireAbsenceCard(office.manager, AbsenceCardInput.parse({ id: second }));
    expect(executives.map((executive) => executive.executiveId)).toContain(cover.executiveId);
    expect(
      executives.flatMap((executive) => executive.runs).every((run) => run.assistantId !== cover.assistantId),
    ).toBe(true);
  });
});
