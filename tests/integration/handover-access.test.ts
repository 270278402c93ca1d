import { beforeEach, describe, expect, it } from "vitest";
import { addAccess, removeAccess, tickAccess, tickAllAccess } from "@/lib/handovers/access/service";
import { raiseAccessAlarms } from "@/lib/handovers/access/service-alarms";
import { listPoolHandovers, requireHandover } from "@/lib/handovers/queries";
import { ListHandoversInput } from "@/lib/handovers/schema";
import { acknowledgeHandover, closeHandover, handBack, markReady } from "@/lib/handovers/service";
import { openHandovers } from "@/lib/handovers/service-open";
import { current } from "@/tests/support/versions";
import { asAssistantOf, asManagerOf, asSystem } from "../support/contexts";
import { testDb } from "../support/database";
import { createCover } from "../support/factories/covers";
import { createHandoverOffice, type HandoverOffice } from "../support/offices/handovers";

const WEEK_BEFORE = new Date("2026-08-10T07:00:00Z");
const FRIDAY_BEFORE = new Date("2026-08-14T06:00:00Z");
const AFTER = new Date("2026-08-24T06:00:00Z");

let office: HandoverOffice;
const id = () => office.ids.handoverId;
const asRead = () => current("handovers", id());
const owner = (now = WEEK_BEFORE) => asAssistantOf(office.assistant.userId, now);
const cover = (now = WEEK_BEFORE) => asAssistantOf(office.colleague.userId, now);

beforeEach(async () => {
  office = await createHandoverOffice();
});

async function grantAll() {
  const items = await testDb().accessChecklistItem.findMany({ where: { handoverId: id() } });
  for (const item of items) await tickAccess(await owner(), { id: item.id, step: "grant", done: true });
  return items;
}

describe("ticking access", () => {
  it("keeps who and when, and can be taken back", async () => {
    const tick = { id: office.ids.accessId, step: "grant" as const };
    expect(await tickAccess(await cover(), { ...tick, done: true })).toMatchObject({ ok: true });
    const shown = async () =>
      (await requireHandover(await owner(), id())).access.find((item) => item.id === tick.id);
    expect(await shown()).toMatchObject({
      granted: { at: WEEK_BEFORE.toISOString(), byName: "Person colleague" },
      withdrawn: null,
    });
    expect(await tickAccess(await owner(), { ...tick, done: false })).toMatchObject({ ok: true });
    expect(await shown()).toMatchObject({ granted: null });
  });

  it("withdraws only what was given, and is not the cover's to withdraw", async () => {
    const tick = { id: office.ids.accessId, step: "withdraw" as const, done: true };
    expect(await tickAccess(await owner(), tick)).toMatchObject({ reason: "not_granted_yet" });
    await grantAll();
    await expect(tickAccess(await cover(), tick)).rejects.toThrow("not found");
    expect(await tickAccess(await owner(), tick)).toMatchObject({ ok: true });
    expect(await tickAccess(await owner(), { ...tick, step: "grant", done: false })).toMatchObject({
      reason: "withdrawn_already",
    });
    const stranger = await asManagerOf(office.otherManager.userId);
    await expect(tickAccess(stranger, tick)).rejects.toThrow("not found");
  });

  it("keeps a list of its own for each cover", async () => {
    const item = { id: id(), kind: "other" as const, label: "Board portal" };
    const made = await addAccess(await owner(), item);
    expect(await addAccess(await owner(), item)).toMatchObject({ reason: "access_twice" });
    const access = made.ok ? made.value.id : "";
    await tickAccess(await owner(), { id: access, step: "grant", done: true });
    expect(await removeAccess(await owner(), { id: access })).toMatchObject({ reason: "still_granted" });
    await tickAccess(await owner(), { id: access, step: "grant", done: false });
    expect(await removeAccess(await owner(), { id: access })).toMatchObject({ ok: true });
  });
});

describe("the alarms", () => {
  const toldOf = async (kind: string) =>
    (await testDb().notification.findMany({ where: { kind } })).map((notice) => notice.userId).sort();
  const people = () => [office.assistant.userId, office.colleague.userId, office.manager.userId].sort();

  it("ring on the working day before for what is not given, once", async () => {
    expect(await raiseAccessAlarms(asSystem(new Date("2026-08-13T21:59:00Z")))).toMatchObject({
      notGranted: 0,
    });
    expect(await raiseAccessAlarms(asSystem(FRIDAY_BEFORE))).toEqual({ notGranted: 1, notWithdrawn: 0 });
    expect(await raiseAccessAlarms(asSystem(FRIDAY_BEFORE))).toEqual({ notGranted: 0, notWithdrawn: 0 });
    expect(await toldOf("access_not_granted")).toEqual(people());
  });

  it("ring once when two nodes ask at the same time", async () => {
    const answers = await Promise.all([1, 2, 3].map(() => raiseAccessAlarms(asSystem(FRIDAY_BEFORE))));
    expect(answers.reduce((sum, answer) => sum + answer.notGranted, 0)).toBe(1);
    expect(await toldOf("access_not_granted")).toEqual(people());
  });

  it("do not ring for what is given, nor before the working day over a holiday", async () => {
    await grantAll();
    expect(await raiseAccessAlarms(asSystem(FRIDAY_BEFORE))).toMatchObject({ notGranted: 0 });
    const { executiveId, colleagueId } = office.ids;
    await createCover(testDb(), {
      executiveId,
      assistantId: colleagueId,
      startOn: new Date("2027-01-07"),
      endOn: new Date("2027-01-08"),
    });
    await openHandovers(asSystem(new Date("2027-01-04T07:00:00Z")));
    expect(await raiseAccessAlarms(asSystem(new Date("2027-01-04T07:00:00Z")))).toMatchObject({
      notGranted: 0,
    });
    expect(await raiseAccessAlarms(asSystem(new Date("2027-01-05T07:00:00Z")))).toMatchObject({
      notGranted: 1,
    });
  });

  it("ring after the end for what is not withdrawn, closed or not", async () => {
    await grantAll();
    await markReady(await owner(), await asRead());
    await acknowledgeHandover(await cover(), await asRead());
    await openHandovers(asSystem(new Date("2026-08-17T05:00:00Z")));
    const friday = new Date("2026-08-21T20:00:00Z");
    expect(await raiseAccessAlarms(asSystem(friday))).toMatchObject({ notWithdrawn: 0 });
    await handBack(await cover(friday), { ...(await asRead()), note: "" });
    await closeHandover(await owner(AFTER), await asRead());
    expect(await raiseAccessAlarms(asSystem(AFTER))).toEqual({ notGranted: 0, notWithdrawn: 1 });
    expect(await toldOf("access_not_withdrawn")).toEqual(people());
    const manager = await asManagerOf(office.manager.userId, AFTER);
    const { items } = await listPoolHandovers(
      manager,
      ListHandoversInput.parse({ concern: "not_withdrawn" }),
    );
    expect(items).toMatchObject([{ id: id(), notWithdrawn: 4 }]);
  });

  it("leave given access on the list of whoever had it when the cover changes", async () => {
    await grantAll();
    const { id: userId } = await testDb().user.create({ data: { email: "b@office.example", name: "Bea" } });
    const bea = await testDb().assistant.create({ data: { userId, poolId: office.ids.pool } });
    await testDb().coverageAssignment.update({
      where: { id: office.ids.coverId },
      data: { assistantId: bea.id },
    });
    await openHandovers(asSystem(WEEK_BEFORE));
    const [before, after] = await testDb().handover.findMany({
      orderBy: { id: "asc" },
      include: { access: true },
    });
    expect(before).toMatchObject({ status: "closed", coverAssistantId: office.ids.colleagueId });
    expect(before?.access.every((item) => item.grantedAt)).toBe(true);
    expect(after).toMatchObject({ status: "ready", coverAssistantId: bea.id, previousId: before?.id });
    expect(after?.access.every((item) => item.grantedAt === null)).toBe(true);
    expect(await raiseAccessAlarms(asSystem(WEEK_BEFORE))).toMatchObject({ notWithdrawn: 1 });
  });
});

describe("ticking the accesses of many handovers", () => {
  it("ticks what is still to be given, then what is to be withdrawn, and only of those one may know of", async () => {
    const manager = await asManagerOf(office.manager.userId, WEEK_BEFORE);
    const [handover] = await testDb().handover.findMany({ include: { access: true } });
    const ids = [handover?.id ?? ""];
    const count = handover?.access.length ?? 0;
    expect(count).toBeGreaterThan(1);
    expect(await tickAllAccess(manager, { ids, step: "withdraw" })).toEqual({
      ok: true,
      value: { count: 0 },
    });
    expect(await tickAllAccess(manager, { ids, step: "grant" })).toEqual({ ok: true, value: { count } });
    expect(await tickAllAccess(manager, { ids, step: "grant" })).toEqual({ ok: true, value: { count: 0 } });
    const items = await testDb().accessChecklistItem.findMany();
    expect(items.every((item) => item.grantedAt && item.grantedById === office.manager.userId)).toBe(true);
    expect(await tickAllAccess(manager, { ids, step: "withdraw" })).toEqual({ ok: true, value: { count } });
    const other = await asManagerOf(office.otherManager.userId, WEEK_BEFORE);
    await expect(tickAllAccess(other, { ids, step: "grant" })).rejects.toThrow("not found");
  });
});

describe("the manager's list", () => {
  it("puts handovers in the order they start, filters, and pages", async () => {
    const { executiveId } = office.ids;
    await createCover(testDb(), {
      executiveId,
      assistantId: office.ids.colleagueId,
      startOn: new Date("2026-08-11"),
      endOn: new Date("2026-08-11"),
    });
    await openHandovers(asSystem(WEEK_BEFORE));
    const manager = await asManagerOf(office.manager.userId, WEEK_BEFORE);
    const list = (more = {}) => listPoolHandovers(manager, ListHandoversInput.parse(more));
    const all = await list();
    expect(all.items.map((item) => item.from)).toEqual(["2026-08-11", "2026-08-17"]);
    expect(all.items[0]?.concerns).toEqual(["not_granted", "not_ready"]);
    expect(all.counts).toMatchObject({ not_granted: 1, not_ready: 1, questions: 0 });
    expect((await list({ concern: "not_granted" })).items).toHaveLength(1);
    const first = await list({ limit: 1 });
    const second = await list({ limit: 1, cursor: first.nextCursor });
    expect(second.items.map((item) => item.from)).toEqual(["2026-08-17"]);
    await expect(list({ poolId: office.ids.otherPool })).rejects.toThrow("not found");
    const other = await asManagerOf(office.otherManager.userId, WEEK_BEFORE);
    expect((await listPoolHandovers(other, ListHandoversInput.parse({}))).items).toEqual([]);
  });
});
