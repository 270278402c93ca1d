import { beforeEach, describe, expect, it } from "vitest";
import { NotFoundError } from "@/lib/errors";
import { listNotices } from "@/lib/notices/queries";
import {
  getOwnScheduleNews,
  getPublicationState,
  requirePublication,
} from "@/lib/schedules/publishing/queries";
import { acknowledgePublication } from "@/lib/schedules/publishing/service";
import { escalateUnreadSchedules, remindUnread } from "@/lib/schedules/publishing/service-escalation";
import { listOwnShifts, listReasonsOfOwnShift } from "@/lib/schedules/week/queries-own";
import { changeShift, removeShift } from "@/lib/schedules/week/service";
import { asManagerOf, asSystem, MONDAY_MORNING } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { createAbsence } from "@/tests/support/factories/absences";
import { createScheduleOffice, MONDAY, type ScheduleOffice, WEEK } from "@/tests/support/offices/schedules";

let office: ScheduleOffice;

beforeEach(async () => {
  office = await createScheduleOffice();
});

describe("publishing", () => {
  it("tells each person their own changes, once", async () => {
    await office.drafted();
    await office.drafted({ assistantId: office.ids.colleagueId, on: "2026-09-08" });
    const { told, number, publicationId } = await office.published();
    expect(number).toBe(1);
    expect(told.map(({ changes }) => changes.map(({ kind }) => kind))).toEqual([["new"], ["new"]]);
    expect(await listNotices(await office.asAssistant())).toMatchObject([{ kind: "schedule_published" }]);
    const again = await office.published();
    expect(again).toMatchObject({ publicationId: null, told: [] });
    expect(await listNotices(await office.asAssistant())).toHaveLength(1);
    const shown = await requirePublication(await office.asManager(), publicationId ?? "");
    expect(shown.receipts.map(({ changes }) => changes.length)).toEqual([1, 1]);
  });

  it("moves a change onto the published shift, and is silent to those without one", async () => {
    const first = await office.drafted();
    await office.drafted({ assistantId: office.ids.colleagueId });
    await office.published();
    const change = { id: first.id, version: 2, startMinute: 540 };
    const waiting = await changeShift(await office.asManager(), change);
    expect(waiting).toMatchObject({ ok: true, value: { supersedesId: first.id, status: "draft" } });
    expect(await listOwnShifts(await office.asAssistant(), MONDAY, MONDAY)).toMatchObject([
      { startMinute: 480 },
    ]);
    const { told, number } = await office.published();
    expect(number).toBe(2);
    expect(told).toMatchObject([{ assistantId: office.ids.assistantId, changes: [{ kind: "shorter" }] }]);
    expect(await listOwnShifts(await office.asAssistant(), MONDAY, MONDAY)).toMatchObject([
      { id: first.id, startMinute: 540 },
    ]);
    expect(await listNotices(await office.asColleague())).toHaveLength(1);
  });

  it("forgets a change that was undone before", async () => {
    const first = await office.drafted();
    await office.published();
    await changeShift(await office.asManager(), { id: first.id, version: 2, endMinute: 960 });
    const [waiting] = (await office.read()).shifts.filter(({ status }) => status === "draft");
    const back = { endMinute: 1020, breakMinutes: 60 };
    await changeShift(await office.asManager(), { id: waiting?.id ?? "", version: 1, ...back });
    expect((await office.read()).shifts).toMatchObject([{ id: first.id, status: "published" }]);
    expect(await office.published()).toMatchObject({ publicationId: null });
  });

  it("tells of a shift that is taken away, and gives it to another", async () => {
    const first = await office.drafted();
    const second = await office.drafted({ on: "2026-09-08" });
    await office.published();
    await removeShift(await office.asManager(), { id: first.id, version: 2 });
    await changeShift(await office.asManager(), {
      id: second.id,
      version: 2,
      assistantId: office.ids.colleagueId,
    });
    const { told } = await office.published();
    const kinds = told.map((one) => [one.assistantId, one.changes.map(({ kind }) => kind)]);
    expect(kinds).toEqual([
      [office.ids.assistantId, ["gone", "gone"]],
      [office.ids.colleagueId, ["new"]],
    ]);
    expect((await office.read()).shifts.map(({ id }) => id)).toEqual([second.id]);
  });

  it("exchanges two shifts that overlap in time", async () => {
    const mine = await office.drafted();
    const theirs = await office.drafted({
      assistantId: office.ids.colleagueId,
      startMinute: 540,
      endMinute: 1080,
    });
    await office.published();
    const ctx = await office.asManager();
    await changeShift(ctx, { id: theirs.id, version: 2, assistantId: null });
    await changeShift(ctx, { id: mine.id, version: 2, assistantId: office.ids.colleagueId });
    const [waiting] = (await office.read()).shifts.filter(({ supersedesId }) => supersedesId === theirs.id);
    await changeShift(ctx, { id: waiting?.id ?? "", version: 1, assistantId: office.ids.assistantId });
    expect((await office.published()).told).toHaveLength(2);
    expect(await listOwnShifts(await office.asAssistant(), MONDAY, MONDAY)).toMatchObject([
      { id: theirs.id },
    ]);
  });

  it("asks for a reason for each rule that is broken, and keeps it for the shift as it is", async () => {
    const { id, findings } = await office.drafted({ breakMinutes: 0 });
    expect(findings).toMatchObject([{ rule: "break", kind: "override", shiftId: id }]);
    expect(await office.publish()).toMatchObject({ reason: "reasons_missing", details: { count: 1 } });
    const overrides = [{ shiftId: id, rule: "break", reason: "Asked for it" }];
    expect((await office.published({ overrides })).told).toHaveLength(1);
    expect((await office.read()).findings).toMatchObject([{ rule: "break", reason: "Asked for it" }]);
    const given = [{ rule: "break", reason: "Asked for it" }];
    expect(await listReasonsOfOwnShift(await office.asAssistant(), id)).toEqual(given);
    expect(await listReasonsOfOwnShift(await office.asColleague(), id)).toEqual([]);
    await changeShift(await office.asManager(), { id, version: 2, endMinute: 1035, breakMinutes: 0 });
    expect(await office.publish()).toMatchObject({ reason: "reasons_missing" });
  });

  it("asks why it comes later than the notice that is due", async () => {
    await office.drafted({ on: "2026-08-25" });
    const soon = { week: "2026-W35", version: 1 };
    expect(await office.publish(soon)).toMatchObject({ reason: "notice_reason_missing" });
    expect(await office.publish({ ...soon, reason: "Illness" })).toMatchObject({ ok: true });
  });

  it("leaves out what is wrong in itself, and nothing else of the week", async () => {
    const wrong = await office.drafted();
    await office.drafted({ on: "2026-09-08" });
    const on = new Date(MONDAY);
    await createAbsence(testDb(), {
      assistantId: office.ids.assistantId,
      startOn: on,
      endOn: on,
      status: "approved",
    });
    const answer = await office.published();
    expect(answer.leftOut).toEqual([{ shiftId: wrong.id, rule: "away" }]);
    expect(answer.told).toMatchObject([{ changes: [{ after: { on: "2026-09-08" } }] }]);
  });

  it("publishes some people and leaves the others drafts", async () => {
    await office.drafted();
    const other = await office.drafted({ assistantId: office.ids.colleagueId });
    expect((await office.published({ assistantIds: [office.ids.assistantId] })).told).toHaveLength(1);
    expect((await office.read()).shifts.find(({ id }) => id === other.id)?.status).toBe("draft");
  });

  it("is done by one of two who publish at once", async () => {
    await office.drafted();
    const at = (await office.read()).version;
    const answers = await Promise.all([office.publish({ version: at }), office.publish({ version: at })]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ reason: "changed_since_read" });
  });
});

describe("receipts", () => {
  it("are acknowledged one by one, only by those who were told", async () => {
    await office.drafted();
    const { publicationId } = await office.published();
    const id = publicationId ?? "";
    await expect(acknowledgePublication(await office.asColleague(), { publicationId: id })).rejects.toThrow(
      NotFoundError,
    );
    expect((await getOwnScheduleNews(await office.asAssistant())).receipts).toHaveLength(1);
    await acknowledgePublication(await office.asAssistant(), { publicationId: id });
    await acknowledgePublication(await office.asAssistant(), { publicationId: id });
    expect((await getOwnScheduleNews(await office.asAssistant())).receipts).toEqual([]);
    const state = await getPublicationState(await office.asManager(), office.ids.pool, WEEK);
    expect(state).toMatchObject({ told: 1, unread: [] });
  });

  it("go to the managers once when they are unread for a day", async () => {
    await office.drafted();
    await office.published();
    expect(await escalateUnreadSchedules(asSystem())).toEqual({ unread: 0 });
    const later = asSystem(new Date(MONDAY_MORNING.getTime() + 24 * 3_600_000));
    expect(await escalateUnreadSchedules(later)).toEqual({ unread: 1 });
    expect(await escalateUnreadSchedules(later)).toEqual({ unread: 0 });
    expect(await listNotices(await office.asManager())).toMatchObject([{ kind: "schedule_unread" }]);
  });
});

describe("a reminder", () => {
  it("goes to those alone who have not read it, from a manager of the pool", async () => {
    await office.drafted();
    await office.drafted({ assistantId: office.ids.colleagueId });
    const publicationId = (await office.published()).publicationId ?? "";
    await acknowledgePublication(await office.asAssistant(), { publicationId });
    expect(await remindUnread(await office.asManager(), { publicationId })).toMatchObject({
      value: { count: 1 },
    });
    expect(await listNotices(await office.asColleague())).toHaveLength(2);
    expect(await listNotices(await office.asAssistant())).toHaveLength(1);
    const other = await asManagerOf(office.otherManager.userId);
    await expect(remindUnread(other, { publicationId })).rejects.toThrow(NotFoundError);
  });
});
