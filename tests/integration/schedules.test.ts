import { beforeEach, describe, expect, it } from "vitest";
import { readFeed } from "@/lib/calendars/queries-feeds";
import { makeFeed } from "@/lib/calendars/service";
import { readGrid } from "@/lib/coverage/demand/queries-grid";
import { previewSchedule } from "@/lib/coverage/publishing/queries";
import { publishSchedule } from "@/lib/coverage/publishing/service";
import { getAssistantWeek } from "@/lib/coverage/serving/queries-week";
import { NotFoundError } from "@/lib/errors";
import { listNotices } from "@/lib/notices/queries";
import { getPublicationState, listOwnReceipts, requirePublication } from "@/lib/schedules/publishing/queries";
import { PublishWeekInput } from "@/lib/schedules/publishing/schema";
import { acknowledgePublication } from "@/lib/schedules/publishing/service";
import { escalateUnreadSchedules, remindUnread } from "@/lib/schedules/publishing/service-escalation";
import { SchedulePolicyInput } from "@/lib/schedules/setup/schema";
import { setSchedulePolicy } from "@/lib/schedules/setup/service";
import { getScheduleWeek } from "@/lib/schedules/week/queries";
import { listOwnShifts, listPoolShifts } from "@/lib/schedules/week/queries-own";
import { DraftShiftInput } from "@/lib/schedules/week/schema";
import { changeShift, draftShift, removeShift, splitShift } from "@/lib/schedules/week/service";
import { copyWeek, removeDrafts } from "@/lib/schedules/week/service-copy";
import { listOwnWishes } from "@/lib/schedules/wishes/queries";
import { SetAvailabilityInput } from "@/lib/schedules/wishes/schema";
import { setAvailability } from "@/lib/schedules/wishes/service";
import { addDays, day } from "@/lib/time/day";
import type { IsoWeek } from "@/lib/time/iso-week";
import { asAssistantOf, asManagerOf, asSystem, MONDAY_MORNING } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { createAbsence } from "@/tests/support/factories/absences";
import { createRoles, createShift } from "@/tests/support/factories/schedules";
import { createLeaveOffice } from "@/tests/support/offices/leave";

const WEEK = "2026-W37" as IsoWeek;
const MONDAY = day("2026-09-07");
const LATER = { reason: "" };

let office: Awaited<ReturnType<typeof createLeaveOffice>>;
let roles: Awaited<ReturnType<typeof createRoles>>;

beforeEach(async () => {
  office = await createLeaveOffice();
  roles = await createRoles(testDb());
});

const manager = () => asManagerOf(office.manager.userId);
const assistant = () => asAssistantOf(office.assistant.userId);
const colleague = () => asAssistantOf(office.colleague.userId);

async function draft(overrides: Record<string, unknown> = {}) {
  const input = DraftShiftInput.parse({
    ...{ poolId: office.ids.pool, assistantId: office.ids.assistantId, on: MONDAY },
    ...{ startMinute: 480, endMinute: 1020, roleId: roles.support },
    ...overrides,
  });
  return draftShift(await manager(), input);
}

async function drafted(overrides: Record<string, unknown> = {}) {
  const answer = await draft(overrides);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}

async function version(): Promise<number> {
  return (await getScheduleWeek(await manager(), { poolId: office.ids.pool, week: WEEK })).version;
}

async function publish(overrides: Record<string, unknown> = {}) {
  const input = { poolId: office.ids.pool, week: WEEK, version: await version(), ...overrides };
  return publishSchedule(await manager(), PublishWeekInput.parse(input));
}

async function published(overrides: Record<string, unknown> = {}) {
  const answer = await publish(overrides);
  if (!answer.ok) throw new Error(`${answer.reason} ${JSON.stringify(answer.details)}`);
  return answer.value;
}

const week = async () => getScheduleWeek(await manager(), { poolId: office.ids.pool, week: WEEK });

describe("a draft", () => {
  it("has the usual break and no findings", async () => {
    expect(await drafted()).toMatchObject({
      breakStartMinute: 720,
      breakMinutes: 60,
      status: "draft",
      findings: [],
    });
  });

  it("is refused at the same time as another, and may touch it", async () => {
    await drafted({ endMinute: 720 });
    expect(await draft({ startMinute: 700, endMinute: 800 })).toMatchObject({ reason: "shift_overlaps" });
    expect(await draft({ startMinute: 720, endMinute: 960 })).toMatchObject({ ok: true });
  });

  it("is refused in approved leave and outside employment", async () => {
    const { assistantId } = office.ids;
    const on = new Date(MONDAY);
    await createAbsence(testDb(), { assistantId, startOn: on, endOn: on, status: "approved" });
    expect(await draft()).toMatchObject({ reason: "shift_away" });
    await testDb().assistant.update({
      where: { id: assistantId },
      data: { hiredOn: new Date("2026-10-01") },
    });
    expect(await draft({ on: "2026-09-08" })).toMatchObject({ reason: "shift_not_employed" });
  });

  it("is refused with work that does not fill it", async () => {
    const work = [{ roleId: roles.phones, startMinute: 480, endMinute: 720 }];
    expect(await draft({ roleId: undefined, work })).toMatchObject({ reason: "work_outside_shift" });
    expect(await draft({ roleId: undefined })).toMatchObject({ reason: "role_missing" });
    expect(await draft({ endMinute: 480 })).toMatchObject({ reason: "ends_before_start" });
  });

  it("is of no pool and nobody that one does not lead", async () => {
    const other = await asManagerOf(office.otherManager.userId);
    const shift = await drafted();
    await expect(removeShift(other, { id: shift.id, version: 1 })).rejects.toThrow(NotFoundError);
    await expect(draft({ poolId: office.ids.otherPool })).rejects.toThrow(NotFoundError);
    const input = { poolId: office.ids.pool, week: WEEK };
    await expect(getScheduleWeek(other, input)).rejects.toThrow(NotFoundError);
  });

  it("is split at any minute, and both parts keep their work", async () => {
    const { id } = await drafted();
    const answer = await splitShift(await manager(), { id, version: 1, at: 615 });
    expect(answer).toMatchObject({
      ok: true,
      value: { first: { endMinute: 615 }, second: { startMinute: 615 } },
    });
    const outside = await splitShift(await manager(), { id, version: 2, at: 615 });
    expect(outside).toMatchObject({ reason: "split_outside_shift" });
  });

  it("is not changed by somebody who read it before", async () => {
    const { id } = await drafted();
    expect(await changeShift(await manager(), { id, version: 1, endMinute: 960 })).toMatchObject({
      ok: true,
    });
    const stale = await changeShift(await manager(), { id, version: 1, endMinute: 900 });
    expect(stale).toMatchObject({ reason: "changed_since_read", details: { version: 2 } });
  });

  it("is known to no assistant in any way", async () => {
    await drafted();
    const mine = await getAssistantWeek(await assistant(), { week: WEEK });
    expect(mine.days[0]?.hours).toEqual({ startsAtMinute: 480, endsAtMinute: 1020 });
    expect(await listOwnShifts(await assistant(), MONDAY, addDays(MONDAY, 6))).toEqual([]);
    expect(await listPoolShifts(await colleague(), MONDAY, addDays(MONDAY, 6))).toEqual([]);
    expect(await listNotices(await assistant())).toEqual([]);
  });
});

describe("publishing", () => {
  it("tells each person their own changes, once", async () => {
    await drafted();
    await drafted({ assistantId: office.ids.colleagueId, on: "2026-09-08" });
    const { told, number, publicationId } = await published();
    expect(number).toBe(1);
    expect(told.map(({ changes }) => changes.map(({ kind }) => kind))).toEqual([["new"], ["new"]]);
    expect(await listNotices(await assistant())).toMatchObject([{ kind: "schedule_published" }]);
    const again = await published();
    expect(again).toMatchObject({ publicationId: null, told: [] });
    expect(await listNotices(await assistant())).toHaveLength(1);
    const shown = await requirePublication(await manager(), publicationId ?? "");
    expect(shown.receipts.map(({ changes }) => changes.length)).toEqual([1, 1]);
  });

  it("moves a change onto the published shift, and is silent to those without one", async () => {
    const first = await drafted();
    await drafted({ assistantId: office.ids.colleagueId });
    await published();
    const change = { id: first.id, version: 2, startMinute: 540 };
    const waiting = await changeShift(await manager(), change);
    expect(waiting).toMatchObject({ ok: true, value: { supersedesId: first.id, status: "draft" } });
    expect(await listOwnShifts(await assistant(), MONDAY, MONDAY)).toMatchObject([{ startMinute: 480 }]);
    const { told, number } = await published();
    expect(number).toBe(2);
    expect(told).toMatchObject([{ assistantId: office.ids.assistantId, changes: [{ kind: "shorter" }] }]);
    expect(await listOwnShifts(await assistant(), MONDAY, MONDAY)).toMatchObject([
      { id: first.id, startMinute: 540 },
    ]);
    expect(await listNotices(await colleague())).toHaveLength(1);
  });

  it("forgets a change that was undone before", async () => {
    const first = await drafted();
    await published();
    await changeShift(await manager(), { id: first.id, version: 2, endMinute: 960 });
    const [waiting] = (await week()).shifts.filter(({ status }) => status === "draft");
    const back = { endMinute: 1020, breakMinutes: 60 };
    await changeShift(await manager(), { id: waiting?.id ?? "", version: 1, ...back });
    expect((await week()).shifts).toMatchObject([{ id: first.id, status: "published" }]);
    expect(await published()).toMatchObject({ publicationId: null });
  });

  it("tells of a shift that is taken away, and gives it to another", async () => {
    const first = await drafted();
    const second = await drafted({ on: "2026-09-08" });
    await published();
    await removeShift(await manager(), { id: first.id, version: 2 });
    await changeShift(await manager(), { id: second.id, version: 2, assistantId: office.ids.colleagueId });
    const { told } = await published();
    const kinds = told.map((one) => [one.assistantId, one.changes.map(({ kind }) => kind)]);
    expect(kinds).toEqual([
      [office.ids.assistantId, ["gone", "gone"]],
      [office.ids.colleagueId, ["new"]],
    ]);
    expect((await week()).shifts.map(({ id }) => id)).toEqual([second.id]);
  });

  it("exchanges two shifts that overlap in time", async () => {
    const mine = await drafted();
    const theirs = await drafted({ assistantId: office.ids.colleagueId, startMinute: 540, endMinute: 1080 });
    await published();
    const ctx = await manager();
    await changeShift(ctx, { id: theirs.id, version: 2, assistantId: null });
    await changeShift(ctx, { id: mine.id, version: 2, assistantId: office.ids.colleagueId });
    const [waiting] = (await week()).shifts.filter(({ supersedesId }) => supersedesId === theirs.id);
    await changeShift(ctx, { id: waiting?.id ?? "", version: 1, assistantId: office.ids.assistantId });
    expect((await published()).told).toHaveLength(2);
    expect(await listOwnShifts(await assistant(), MONDAY, MONDAY)).toMatchObject([{ id: theirs.id }]);
  });

  it("asks for a reason for each rule that is broken, and keeps it for the shift as it is", async () => {
    const { id, findings } = await drafted({ breakMinutes: 0 });
    expect(findings).toMatchObject([{ rule: "break", kind: "override", shiftId: id }]);
    expect(await publish()).toMatchObject({ reason: "reasons_missing", details: { count: 1 } });
    const overrides = [{ shiftId: id, rule: "break", reason: "Asked for it" }];
    expect((await published({ overrides })).told).toHaveLength(1);
    expect((await week()).findings).toMatchObject([{ rule: "break", reason: "Asked for it" }]);
    await changeShift(await manager(), { id, version: 2, endMinute: 1035, breakMinutes: 0 });
    expect(await publish()).toMatchObject({ reason: "reasons_missing" });
  });

  it("asks why it comes later than the notice that is due", async () => {
    await drafted({ on: "2026-08-25" });
    const soon = { week: "2026-W35", version: 1 };
    expect(await publish(soon)).toMatchObject({ reason: "notice_reason_missing" });
    expect(await publish({ ...soon, reason: "Illness" })).toMatchObject({ ok: true });
  });

  it("leaves out what is wrong in itself, and nothing else of the week", async () => {
    const wrong = await drafted();
    await drafted({ on: "2026-09-08" });
    const on = new Date(MONDAY);
    await createAbsence(testDb(), {
      assistantId: office.ids.assistantId,
      startOn: on,
      endOn: on,
      status: "approved",
    });
    const answer = await published();
    expect(answer.leftOut).toEqual([{ shiftId: wrong.id, rule: "away" }]);
    expect(answer.told).toMatchObject([{ changes: [{ after: { on: "2026-09-08" } }] }]);
  });

  it("publishes some people and leaves the others drafts", async () => {
    await drafted();
    const other = await drafted({ assistantId: office.ids.colleagueId });
    expect((await published({ assistantIds: [office.ids.assistantId] })).told).toHaveLength(1);
    expect((await week()).shifts.find(({ id }) => id === other.id)?.status).toBe("draft");
  });

  it("is done by one of two who publish at once", async () => {
    await drafted();
    const at = await version();
    const answers = await Promise.all([publish({ version: at }), publish({ version: at })]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ reason: "changed_since_read" });
  });
});

describe("receipts", () => {
  it("are acknowledged one by one, only by those who were told", async () => {
    await drafted();
    const { publicationId } = await published();
    const id = publicationId ?? "";
    await expect(acknowledgePublication(await colleague(), { publicationId: id })).rejects.toThrow(
      NotFoundError,
    );
    expect(await listOwnReceipts(await assistant())).toHaveLength(1);
    await acknowledgePublication(await assistant(), { publicationId: id });
    await acknowledgePublication(await assistant(), { publicationId: id });
    expect(await listOwnReceipts(await assistant())).toEqual([]);
    const state = await getPublicationState(await manager(), office.ids.pool, WEEK);
    expect(state).toMatchObject({ told: 1, unread: [] });
  });

  it("go to the managers once when they are unread for a day", async () => {
    await drafted();
    await published();
    expect(await escalateUnreadSchedules(asSystem())).toEqual({ unread: 0 });
    const later = asSystem(new Date(MONDAY_MORNING.getTime() + 24 * 3_600_000));
    expect(await escalateUnreadSchedules(later)).toEqual({ unread: 1 });
    expect(await escalateUnreadSchedules(later)).toEqual({ unread: 0 });
    expect(await listNotices(await manager())).toMatchObject([{ kind: "schedule_unread" }]);
  });
});

describe("a reminder", () => {
  it("goes to those alone who have not read it, from a manager of the pool", async () => {
    await drafted();
    await drafted({ assistantId: office.ids.colleagueId });
    const publicationId = (await published()).publicationId ?? "";
    await acknowledgePublication(await assistant(), { publicationId });
    expect(await remindUnread(await manager(), { publicationId })).toMatchObject({ value: { count: 1 } });
    expect(await listNotices(await colleague())).toHaveLength(2);
    expect(await listNotices(await assistant())).toHaveLength(1);
    const other = await asManagerOf(office.otherManager.userId);
    await expect(remindUnread(other, { publicationId })).rejects.toThrow(NotFoundError);
  });
});

describe("wishes", () => {
  const say = async (items: Record<string, unknown>[]) =>
    setAvailability(await assistant(), SetAvailabilityInput.parse({ items }));

  it("are findings for the manager, which a reason overrides", async () => {
    await say([{ weekday: 1, startMinute: 900, endMinute: 1440, kind: "unavailable" }]);
    const { findings } = await drafted();
    expect(findings).toMatchObject([{ rule: "unavailable", kind: "override" }]);
    expect(await publish()).toMatchObject({ reason: "reasons_missing" });
    await say([{ on: MONDAY, kind: "rather_not" }]);
    expect((await week()).findings).toMatchObject([{ rule: "against_wish", kind: "note" }]);
    expect(await publish()).toMatchObject({ ok: true });
  });

  it("are late for a week that is closed, and stay in time when they are said again", async () => {
    await say([{ on: MONDAY, kind: "gladly" }]);
    await say([
      { on: MONDAY, kind: "gladly" },
      { on: "2026-08-31", kind: "gladly" },
    ]);
    const wishes = await listOwnWishes(await assistant());
    expect(wishes.map(({ on, isLate }) => [on, isLate])).toEqual([
      ["2026-08-31", true],
      [MONDAY, false],
    ]);
    expect(await listOwnWishes(await colleague())).toEqual([]);
  });

  it("are refused beyond the days of a month, and with hours that end before they start", async () => {
    const days = [14, 15, 16, 17, 18].map((date) => ({ on: `2026-09-${date}`, kind: "rather_not" }));
    expect(await say(days)).toMatchObject({ reason: "too_many_wishes" });
    expect(await say(days.slice(1))).toMatchObject({ ok: true });
    const backwards = { weekday: 2, startMinute: 600, endMinute: 540, kind: "gladly" };
    expect(await say([backwards])).toMatchObject({ reason: "ends_before_start" });
  });
});

describe("copying a week", () => {
  it("overwrites nothing and names what it leaves out; taking it back removes what it made", async () => {
    await drafted();
    await drafted({ on: "2026-09-08" });
    await drafted({ on: "2026-09-14", startMinute: 600, endMinute: 720 });
    const weeks = { poolId: office.ids.pool, fromWeek: WEEK, toWeek: "2026-W38" as IsoWeek };
    const answer = await copyWeek(await manager(), weeks);
    if (!answer.ok) throw new Error("refused");
    expect(answer.value).toMatchObject({ copied: 1, leftOut: [{ on: "2026-09-14", reason: "overlap" }] });
    const ids = answer.value.shiftIds;
    expect(await removeDrafts(await manager(), { poolId: office.ids.pool, ids })).toMatchObject({
      value: { removed: 1 },
    });
  });
});

describe("published shifts", () => {
  const gridOf = async () => {
    const pool = { id: office.ids.pool, timeZone: "Europe/Stockholm" };
    return readGrid(await manager(), pool, MONDAY, addDays(MONDAY, 6));
  };
  const statuses = async () =>
    (await gridOf()).rows
      .get(office.ids.executiveId)
      ?.slice(0, 4)
      .map(({ status }) => status);

  it("say when people are there for their executives, and drafts don't", async () => {
    expect(await statuses()).toEqual(["own", "own", "own", "own"]);
    await drafted({ roleId: roles.phones });
    expect(await statuses()).toEqual(["own", "own", "own", "own"]);
    const { effects } = await previewSchedule(await manager(), { poolId: office.ids.pool, week: WEEK });
    expect(effects.opened.map(({ on, part }) => `${on} ${part}`)).toEqual(["2026-09-07 am", "2026-09-07 pm"]);
    expect(await published()).toMatchObject({ gapsOpened: 2, gapsClosed: 0 });
    expect(await statuses()).toEqual(["gap", "gap", "own", "own"]);
  });

  it("leave open the hours of a half-day that are worked elsewhere", async () => {
    const work = [
      { roleId: roles.support, startMinute: 480, endMinute: 600 },
      { roleId: roles.phones, startMinute: 600, endMinute: 660 },
      { roleId: roles.support, startMinute: 660, endMinute: 1020 },
    ];
    await drafted({ roleId: undefined, work });
    await published();
    const [morning] = (await gridOf()).rows.get(office.ids.executiveId) ?? [];
    expect(morning).toMatchObject({
      status: "gap",
      own: [{ assistantId: office.ids.assistantId }],
      pieces: [{ window: { startMinute: 600, endMinute: 660 }, cause: { kind: "hours" } }],
    });
  });

  it("lie on the pattern, or replace it for a whole published week", async () => {
    await drafted();
    await published();
    expect(await statuses()).toEqual(["own", "own", "own", "own"]);
    const rules = SchedulePolicyInput.parse({
      ...{ poolId: office.ids.pool, version: 0, restMinutes: 660, daySpanMinutes: 780, dayMinutes: 600 },
      ...{ weekMinutes: 2880, overContractMinutes: 120, daysInRow: 6, weeklyRestMinutes: 2160 },
      ...{
        breakAfterMinutes: 300,
        breakMinutes: 30,
        noticeDays: 14,
        replacesPattern: true,
        wishesCloseDays: 21,
        ratherNotDays: 4,
      },
    });
    expect(await setSchedulePolicy(await manager(), rules)).toMatchObject({ ok: true });
    expect(await statuses()).toEqual(["own", "own", "gap", "gap"]);
    expect(await setSchedulePolicy(await manager(), rules)).toMatchObject({ reason: "changed_since_read" });
  });

  it("are called off by approved leave for exactly its hours, and stand again without it", async () => {
    await drafted();
    await published();
    const { id } = await createAbsence(testDb(), {
      ...{ assistantId: office.ids.assistantId, startOn: new Date(MONDAY), endOn: new Date(MONDAY) },
      ...{ endPart: "am" as const, status: "approved" as const },
    });
    const off = [{ startMinute: 480, endMinute: 720 }];
    expect((await week()).shifts).toMatchObject([{ calledOff: off }]);
    expect(await listOwnShifts(await assistant(), MONDAY, MONDAY)).toMatchObject([{ calledOff: off }]);
    expect(await listPoolShifts(await colleague(), MONDAY, MONDAY)).toMatchObject([{ isAway: true }]);
    await testDb().absence.update({ where: { id }, data: { status: "cancelled" } });
    expect((await week()).shifts).toMatchObject([{ calledOff: [] }]);
  });
});

describe("the database", () => {
  const row = (overrides: Record<string, unknown> = {}) =>
    createShift(testDb(), {
      ...{ poolId: office.ids.pool, assistantId: office.ids.assistantId, createdById: office.manager.userId },
      ...{ roleId: roles.support, status: "published", ...overrides },
    });
  const FAULTS = [
    "shifts_no_overlap",
    "shifts_hours",
    "shifts_break",
    "the person is away then",
    "a shift lies within employment",
    "a shift breaks a rule without a reason: break",
    "does not go from published to draft",
    "numbered one after the other",
  ];
  const refusedBy = async (made: Promise<unknown>) => {
    const fault = await made.then(
      () => "",
      (error: Error) => `${error.message} ${JSON.stringify(error)} ${JSON.stringify(error.cause)}`,
    );
    return FAULTS.find((words) => fault.includes(words)) ?? fault;
  };

  it("keeps published shifts of a person apart", async () => {
    await row();
    expect(await refusedBy(row({ startMinute: 700, endMinute: 900 }))).toBe("shifts_no_overlap");
    expect(await refusedBy(row({ startMinute: 720, endMinute: 900 }))).toBe("");
  });

  it("keeps hours within a day and breaks within hours", async () => {
    expect(await refusedBy(row({ startMinute: -60, endMinute: 0 }))).toBe("shifts_hours");
    expect(await refusedBy(row({ breakMinutes: 240 }))).toBe("shifts_break");
  });

  it("publishes nothing in approved leave, outside employment or against a rule without a reason", async () => {
    const { assistantId } = office.ids;
    expect(await refusedBy(row({ endMinute: 1020 }))).toBe(FAULTS[5]);
    await testDb().assistant.update({
      where: { id: assistantId },
      data: { leavesOn: new Date("2026-08-24") },
    });
    expect(await refusedBy(row({ on: new Date("2026-08-25") }))).toBe(FAULTS[4]);
    const on = new Date("2026-08-24");
    await createAbsence(testDb(), { assistantId, startOn: on, endOn: on, status: "approved" });
    expect(await refusedBy(row())).toBe(FAULTS[3]);
  });

  it("moves no shift back to a draft, and numbers publications one after the other", async () => {
    const { id } = await row();
    const back = testDb().shift.update({ where: { id }, data: { status: "draft" } });
    expect(await refusedBy(back)).toBe(FAULTS[6]);
    const data = { poolId: office.ids.pool, week: WEEK, number: 2, byId: office.manager.userId, ...LATER };
    expect(await refusedBy(testDb().schedulePublication.create({ data }))).toBe(FAULTS[7]);
  });
});

describe("an assistant's calendar", () => {
  it("has published shifts in the place of hours, without what is called off, and never a draft", async () => {
    const token = await makeFeed(await assistant(), { kind: "assistant" });
    if (!token.ok) throw new Error("refused");
    const read = async () => {
      const answer = await readFeed({ db: testDb(), now: MONDAY_MORNING }, token.value.token);
      return answer.ok ? answer.value.ics : "";
    };
    const { id } = await drafted({ roleId: roles.phones });
    expect(await read()).not.toContain("Phones");
    await published();
    const ics = await read();
    expect(ics).toContain(`UID:shift-${id}@standby`);
    expect(ics).toContain("SUMMARY:Shift: Phones");
    expect(ics).toContain("SUMMARY:Cancelled: At work");
    const away = { assistantId: office.ids.assistantId, startOn: new Date(MONDAY), endOn: new Date(MONDAY) };
    await createAbsence(testDb(), { ...away, status: "approved" });
    expect(await read()).toContain("SUMMARY:Cancelled: Shift: Phones");
  });
});
