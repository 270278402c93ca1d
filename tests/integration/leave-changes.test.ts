import { beforeEach, describe, expect, it } from "vitest";
import { requireAbsence } from "@/lib/absences/requests/queries";
import { listAbsenceSteps } from "@/lib/absences/requests/queries-history";
import { AskCancellationInput, ReportSicknessInput } from "@/lib/absences/requests/schema";
import { moveAbsence } from "@/lib/absences/requests/service";
import {
  askCancellation,
  grantCancellation,
  refuseCancellation,
} from "@/lib/absences/requests/service-cancellation";
import { endAbsence, prolongAbsence, reportSickness } from "@/lib/absences/requests/service-sickness";
import { cancelLeaveAfterLeaving, listLeavers } from "@/lib/absences/settings/service-leavers";
import { NotFoundError } from "@/lib/errors";
import { day } from "@/lib/time/day";
import { asAssistantOf, asManagerOf } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { opensNothing } from "@/tests/support/factories/absences";
import { createCover } from "@/tests/support/factories/covers";
import {
  ask,
  type CountingOffice,
  createCountingOffice,
  enter,
  idOf,
} from "@/tests/support/offices/balances";
import { current } from "@/tests/support/versions";
import { noticesOf } from "../support/records";

const asRead = (id: string) => current("absences", id);

let office: CountingOffice;

beforeEach(async () => {
  office = await createCountingOffice();
});

const manager = () => asManagerOf(office.manager.userId);
const assistant = (now?: Date) => asAssistantOf(office.assistant.userId, now);
const FRIDAY_BEFORE = new Date("2026-09-04T07:00:00Z");
const WEDNESDAY = new Date("2026-09-09T07:00:00Z");

async function liveOf(assistantId = office.ids.assistantId): Promise<string[]> {
  const rows = await testDb().absence.findMany({
    where: { assistantId, status: { notIn: ["cancelled", "withdrawn", "declined"] } },
    orderBy: { startOn: "asc" },
  });
  return rows.map(
    (row) =>
      `${row.leaveTypeId} ${row.startOn.toISOString().slice(5, 10)}${row.startPart}–${row.endOn.toISOString().slice(5, 10)}${row.endPart}`,
  );
}

describe("taking leave back", () => {
  async function approvedWeek() {
    return idOf(await enter(office, { from: "2026-09-07", to: "2026-09-11" }));
  }
  const asking = async (id: string, fields = {}) =>
    AskCancellationInput.parse({ ...(await asRead(id)), ...fields });

  it("before it begins cancels it and releases the covers, when it is granted", async () => {
    const id = await approvedWeek();
    const cover = await createCover(testDb(), {
      executiveId: office.ids.executiveId,
      assistantId: office.ids.colleagueId,
      absenceId: id,
      startOn: new Date("2026-09-07"),
      endOn: new Date("2026-09-11"),
    });
    expect(await askCancellation(await assistant(), await asking(id))).toMatchObject({
      value: { status: "cancellation_requested" },
    });
    expect(await noticesOf(office.manager.userId)).toEqual(["cancellation_asked"]);
    expect(await grantCancellation(await manager(), { ...(await asRead(id)), note: "" })).toMatchObject({
      value: { status: "cancelled", releasedCoverIds: [cover.id] },
    });
    expect(await liveOf()).toEqual([]);
  });

  it("after it began shortens it to the days taken", async () => {
    const id = await approvedWeek();
    await askCancellation(await assistant(WEDNESDAY), await asking(id));
    await grantCancellation(await asManagerOf(office.manager.userId, WEDNESDAY), {
      ...(await asRead(id)),
      note: "",
    });
    expect(await liveOf()).toEqual(["vacation 09-07am–09-08pm"]);
    expect((await listAbsenceSteps(await assistant(), id)).at(-1)).toMatchObject({
      action: "shortened",
      status: "approved",
    });
  });

  it("keeps the covers of the days taken", async () => {
    const id = await approvedWeek();
    await createCover(testDb(), {
      executiveId: office.ids.executiveId,
      assistantId: office.ids.colleagueId,
      absenceId: id,
      startOn: new Date("2026-09-07"),
      endOn: new Date("2026-09-11"),
    });
    await askCancellation(await assistant(), await asking(id, { from: "2026-09-10" }));
    await grantCancellation(await manager(), { ...(await asRead(id)), note: "" });
    const live = await testDb().coverageAssignment.findMany({
      where: { absenceId: id, status: "confirmed" },
      orderBy: { startOn: "asc" },
    });
    expect(live.map((row) => row.endOn.toISOString().slice(0, 10))).toEqual(["2026-09-09"]);
  });

  it("may be refused, and then it stays", async () => {
    const id = await approvedWeek();
    await askCancellation(await assistant(), await asking(id));
    expect(
      await refuseCancellation(await manager(), { ...(await asRead(id)), note: "Booked." }),
    ).toMatchObject({ ok: true });
    expect(await requireAbsence(await assistant(), id)).toMatchObject({
      status: "approved",
      decisionNote: "Booked.",
      cancelFrom: null,
    });
    expect(await noticesOf(office.assistant.userId)).toContain("cancellation_refused");
  });

  it("is for its owner and for days to come", async () => {
    const id = await approvedWeek();
    await expect(
      askCancellation(await asAssistantOf(office.colleague.userId), await asking(id)),
    ).rejects.toThrow(NotFoundError);
    const after = new Date("2026-09-14T07:00:00Z");
    expect(await askCancellation(await assistant(after), await asking(id))).toMatchObject({
      reason: "already_over",
    });
    expect(
      await askCancellation(await assistant(WEDNESDAY), await asking(id, { from: "2026-09-08" })),
    ).toMatchObject({
      reason: "cancellation_in_the_past",
    });
  });

  it("moves a request that nobody decided on, or neither", async () => {
    const id = idOf(await ask(office, { from: "2026-09-07" }));
    await ask(office, { from: "2026-09-14" });
    const days = (from: string) => ({
      from: day(from),
      fromPart: "am" as const,
      to: day(from),
      toPart: "pm" as const,
    });
    expect(
      await moveAbsence(await assistant(), { ...(await asRead(id)), ...days("2026-09-14") }, opensNothing),
    ).toMatchObject({
      reason: "overlaps_absence",
    });
    expect(await liveOf()).toEqual(["vacation 09-07am–09-07pm", "vacation 09-14am–09-14pm"]);
    idOf(
      await moveAbsence(await assistant(), { ...(await asRead(id)), ...days("2026-09-08") }, opensNothing),
    );
    expect(await liveOf()).toEqual(["vacation 09-08am–09-08pm", "vacation 09-14am–09-14pm"]);
  });
});

describe("sickness", () => {
  const report = async (fields = {}, now = FRIDAY_BEFORE) =>
    reportSickness(await assistant(now), ReportSicknessInput.parse(fields), opensNothing);

  it("is today in the pool's time zone with one tap", async () => {
    const late = new Date("2026-09-08T22:30:00Z");
    expect(await report({}, late)).toMatchObject({ value: { status: "approved" } });
    expect(await liveOf()).toEqual(["sick 09-09am–09-09pm"]);
  });

  it("in the middle of booked leave gives its days back, and covers stay", async () => {
    const id = idOf(await enter(office, { from: "2026-09-07", to: "2026-09-11" }));
    const cover = await createCover(testDb(), {
      executiveId: office.ids.executiveId,
      assistantId: office.ids.colleagueId,
      absenceId: id,
      startOn: new Date("2026-09-08"),
      endOn: new Date("2026-09-09"),
    });
    const sick = idOf(await report({ from: "2026-09-08", to: "2026-09-09" }, WEDNESDAY));
    expect(await liveOf()).toEqual([
      "vacation 09-07am–09-07pm",
      "sick 09-08am–09-09pm",
      "vacation 09-10am–09-11pm",
    ]);
    const row = await testDb().coverageAssignment.findUniqueOrThrow({ where: { id: cover.id } });
    expect([row.status, row.absenceId]).toEqual(["confirmed", sick]);
  });

  it("over all of the leave cancels it", async () => {
    const id = idOf(await enter(office, { from: "2026-09-08" }));
    idOf(await report({ from: "2026-09-07", to: "2026-09-09" }));
    expect(await requireAbsence(await assistant(), id)).toMatchObject({ status: "cancelled" });
  });

  it("is prolonged and ended by its owner, with the covers of the rest released", async () => {
    const id = idOf(await report({ from: "2026-09-07" }));
    const until = async (to: string, toPart: "am" | "pm" = "pm") => ({
      ...(await asRead(id)),
      to: day(to),
      toPart,
    });
    expect(await prolongAbsence(await assistant(), await until("2026-09-07"), opensNothing)).toMatchObject({
      reason: "not_longer",
    });
    expect(
      await prolongAbsence(await assistant(FRIDAY_BEFORE), await until("2026-09-10"), opensNothing),
    ).toMatchObject({
      ok: true,
    });
    const cover = await createCover(testDb(), {
      executiveId: office.ids.executiveId,
      assistantId: office.ids.colleagueId,
      absenceId: id,
      startOn: new Date("2026-09-10"),
      endOn: new Date("2026-09-10"),
    });
    expect(await endAbsence(await assistant(), await until("2026-09-11"))).toMatchObject({
      reason: "not_shorter",
    });
    expect(await endAbsence(await assistant(), await until("2026-09-09", "am"))).toMatchObject({
      value: { releasedCoverIds: [cover.id] },
    });
    expect(await liveOf()).toEqual(["sick 09-07am–09-09am"]);
    expect(await endAbsence(await assistant(), await until("2026-09-06"))).toMatchObject({
      value: { status: "cancelled" },
    });
  });

  it("is the way only for what is reported; leave is asked back", async () => {
    const id = idOf(await enter(office, { from: "2026-09-07", to: "2026-09-11" }));
    const input = { ...(await asRead(id)), to: day("2026-09-08"), toPart: "pm" as const };
    expect(await endAbsence(await assistant(), input)).toMatchObject({ reason: "ask_to_cancel" });
    await expect(endAbsence(await asAssistantOf(office.colleague.userId), input)).rejects.toThrow(
      NotFoundError,
    );
    expect(await endAbsence(await manager(), input)).toMatchObject({ ok: true });
  });
});

describe("by the hour", () => {
  it("overlaps to the minute", async () => {
    idOf(await ask(office, { from: "2026-09-07", startMinute: "10:00", endMinute: "11:00" }));
    idOf(await ask(office, { from: "2026-09-07", startMinute: "11:00", endMinute: "12:00" }));
    idOf(await ask(office, { from: "2026-09-07", fromPart: "pm" }));
    expect(await ask(office, { from: "2026-09-07", startMinute: 690, endMinute: 700 })).toMatchObject({
      reason: "overlaps_absence",
    });
    expect(await ask(office, { from: "2026-09-07", toPart: "am" })).toMatchObject({
      reason: "overlaps_absence",
    });
  });

  it("frees the cover of just those hours", async () => {
    const { executiveId, colleagueId } = office.ids;
    await createCover(testDb(), {
      executiveId,
      assistantId: colleagueId,
      startOn: new Date("2026-09-07"),
      endOn: new Date("2026-09-08"),
    });
    idOf(await enter(office, { from: "2026-09-07", startMinute: "14:00", endMinute: "15:00" }, colleagueId));
    const rows = await testDb().coverageAssignment.findMany({
      where: { assistantId: colleagueId, status: "confirmed", startOn: { gte: new Date("2026-09-01") } },
      orderBy: [{ startOn: "asc" }, { startMinute: { sort: "asc", nulls: "first" } }],
    });
    expect(rows.map((row) => [row.startPart, row.startMinute, row.endMinute])).toEqual([
      ["am", null, null],
      ["pm", 720, 840],
      ["pm", 900, 1440],
      ["am", null, null],
    ]);
  });
});

describe("a leaver", () => {
  it("has leave after the last day shown to the manager, and cancelled when confirmed", async () => {
    const { assistantId } = office.ids;
    const across = idOf(await enter(office, { from: "2026-09-07", to: "2026-09-11" }));
    const after = idOf(await enter(office, { from: "2026-09-21" }));
    const asked = idOf(await ask(office, { from: "2026-09-28" }));
    expect(await cancelLeaveAfterLeaving(await manager(), { assistantId })).toMatchObject({
      reason: "not_leaving",
    });
    await testDb().assistant.update({
      where: { id: assistantId },
      data: { leavesOn: new Date("2026-09-09") },
    });
    expect(await listLeavers(await manager())).toMatchObject([
      { assistantId, leavesOn: "2026-09-09", absences: [{}, {}, {}] },
    ]);
    expect(await listLeavers(await asManagerOf(office.otherManager.userId))).toEqual([]);
    expect(await cancelLeaveAfterLeaving(await manager(), { assistantId })).toMatchObject({
      value: { absenceIds: [across, after, asked] },
    });
    expect(await liveOf()).toEqual(["vacation 09-07am–09-09pm"]);
    expect(await listLeavers(await manager())).toEqual([]);
  });
});
