import { beforeEach, describe, expect, it } from "vitest";
import { readNotice } from "@/lib/catalogues/notices";
import { NotFoundError } from "@/lib/errors";
import {
  countAssignedRequests,
  countUnassignedRequests,
  listOwnRequests,
  listOwnRequestsAtHand,
  listPoolRequests,
  listServedRequests,
  listVisibleRequests,
  requireSupportRequest,
} from "@/lib/requests/queries";
import { FileSupportRequestInput, ListRequestsInput } from "@/lib/requests/schema";
import { cancelSupportRequest, closeRequest, reopenRequest } from "@/lib/requests/service";
import { resolveRequest, resumeRequest, startRequest, waitRequest } from "@/lib/requests/service-assistant";
import { fileSupportRequest } from "@/lib/requests/service-filing";
import { assignRequest } from "@/lib/requests/service-holders";
import { day, dayToDate } from "@/lib/time/day";
import { asAssistantOf, asExecutiveOf, asManagerOf, MONDAY_MORNING } from "@/tests/support/contexts";
import { testDb } from "@/tests/support/database";
import { createCover } from "@/tests/support/factories/covers";
import { createLeaveOffice } from "@/tests/support/offices/leave";
import { current } from "@/tests/support/versions";

const SUNDAY = new Date("2026-08-16T09:00:00Z");

let office: Awaited<ReturnType<typeof createLeaveOffice>>;

beforeEach(async () => {
  office = await createLeaveOffice();
});

const executive = (now?: Date) => asExecutiveOf(office.executive.userId, now);
const assistant = () => asAssistantOf(office.assistant.userId);
const colleague = () => asAssistantOf(office.colleague.userId);
const manager = () => asManagerOf(office.manager.userId);
const all = ListRequestsInput.parse({});

async function file(overrides: Record<string, unknown> = {}, now = MONDAY_MORNING) {
  const input = FileSupportRequestInput.parse({ summary: "Book the Oslo trip", ...overrides });
  return fileSupportRequest(await executive(now), input);
}

async function filed(overrides: Record<string, unknown> = {}, now = MONDAY_MORNING): Promise<string> {
  const answer = await file(overrides, now);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.id;
}

async function awayAndCovered(): Promise<void> {
  const { assistantId, colleagueId, executiveId } = office.ids;
  const absence = await testDb().absence.create({
    data: {
      assistantId,
      leaveTypeId: "vacation",
      startOn: new Date("2026-08-17"),
      endOn: new Date("2026-08-17"),
      status: "approved",
    },
  });
  await createCover(testDb(), {
    executiveId,
    assistantId: colleagueId,
    absenceId: absence.id,
    endOn: new Date("2026-08-17"),
  });
}

const asRead = (id: string) => current("support_requests", id);

async function rowOf(id: string) {
  return testDb().supportRequest.findUniqueOrThrow({ where: { id } });
}

async function noticesOf(userId: string) {
  const rows = await testDb().notification.findMany({ where: { userId }, orderBy: { id: "asc" } });
  return rows.map((row) => `${row.kind} ${(row.params as { status?: string }).status ?? ""}`.trim());
}

describe("filing a request", () => {
  it("goes to whoever supports the executive now, who is told", async () => {
    const answer = await file({ dutyId: "calendar", dueOn: "2026-08-18", priority: "high" });
    expect(answer).toMatchObject({
      ok: true,
      value: { status: "assigned", assignee: { assistantId: office.ids.assistantId, because: "own" } },
    });
    expect(await noticesOf(office.assistant.userId)).toEqual(["request_assigned"]);
  });

  it("goes to whoever covers while the assistant is away", async () => {
    await awayAndCovered();
    expect(await file()).toMatchObject({
      value: { assignee: { assistantId: office.ids.colleagueId, because: "cover" } },
    });
  });

  it("stays new with nobody there, and the pool's managers are told, see it and have it counted", async () => {
    await testDb().supportAssignment.deleteMany();
    const id = await filed({}, SUNDAY);
    expect(await rowOf(id)).toMatchObject({ status: "new", assigneeId: null });
    const unassigned = ListRequestsInput.parse({ show: "unassigned" });
    const { items } = await listPoolRequests(await manager(), unassigned);
    expect(items.map((item) => item.id)).toEqual([id]);
    expect(await countUnassignedRequests(await manager())).toBe(1);
    const told = await testDb().notification.findMany({ select: { userId: true, kind: true, params: true } });
    const [params] = told.map((notice) => notice.params);
    expect(told).toEqual([{ userId: (await manager()).actor.userId, kind: "request_unassigned", params }]);
    expect(readNotice({ kind: "request_unassigned", params })).toMatchObject({
      parts: { summary: (await rowOf(id)).summary, executive: (await executive()).actor.name },
      links: { manager: `/manager/requests/${id}` },
    });
  });

  it("keeps the words of the request out of the audit log", async () => {
    await filed({ summary: "Canary in the summary", details: "Canary in the details" });
    const events = await testDb().auditEvent.findMany({ orderBy: { seq: "asc" } });
    expect(events.map((event) => event.action)).toEqual(["support_request.filed"]);
    expect(JSON.stringify(events.map((event) => event.data))).not.toContain("Canary");
  });

  it("refuses an unknown duty and a day that has been", async () => {
    expect(await file({ dutyId: "juggling" })).toMatchObject({ reason: "unknown_duty", path: "dutyId" });
    expect(await file({ dueOn: "2026-08-16" })).toMatchObject({ reason: "due_before_today", path: "dueOn" });
    expect(await testDb().supportRequest.count()).toBe(0);
  });
});

describe("moving a request on", () => {
  it("goes start, wait, resume, resolve, close and reopen, telling the executive of each", async () => {
    const id = await filed();
    const serving = await assistant();
    const asking = await executive();
    for (const move of [startRequest, waitRequest, resumeRequest, resolveRequest])
      expect(await move(serving, await asRead(id))).toMatchObject({ ok: true });
    expect(await closeRequest(asking, await asRead(id))).toMatchObject({ value: { status: "closed" } });
    expect(await reopenRequest(asking, await asRead(id))).toMatchObject({
      value: { status: "assigned", version: 7 },
    });
    expect(await noticesOf(office.executive.userId)).toEqual([
      "request_moved_on in_progress",
      "request_moved_on waiting",
      "request_moved_on in_progress",
      "request_moved_on resolved",
    ]);
    expect(await noticesOf(office.assistant.userId)).toEqual([
      "request_assigned",
      "request_moved_on closed",
      "request_assigned",
    ]);
  });

  it("refuses a move the status does not allow, and a lost update", async () => {
    const id = await filed();
    const serving = await assistant();
    expect(await resolveRequest(serving, await asRead(id))).toMatchObject({
      reason: "not_possible_now",
      details: { status: "assigned" },
    });
    expect(await startRequest(serving, { id, version: 4 })).toMatchObject({ reason: "changed_since_read" });
    expect((await rowOf(id)).status).toBe("assigned");
  });

  it("happens once, however many try at the same time", async () => {
    const id = await filed();
    const serving = await assistant();
    const read = await asRead(id);
    const answers = await Promise.all([1, 2, 3].map(() => startRequest(serving, read)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect((await rowOf(id)).version).toBe(2);
  });

  it("lets whoever covers now take over what the absent assistant has", async () => {
    const id = await filed({}, SUNDAY);
    await assignRequest(await manager(), { ...(await asRead(id)), assistantId: office.ids.assistantId });
    await awayAndCovered();
    expect(await startRequest(await colleague(), await asRead(id))).toMatchObject({ ok: true });
    expect((await rowOf(id)).assigneeId).toBe(office.ids.colleagueId);
  });

  it("is not found by an assistant who does not serve the executive today", async () => {
    const id = await filed();
    await expect(startRequest(await colleague(), await asRead(id))).rejects.toThrow(NotFoundError);
  });

  it("is refused to one who shares the support but does not serve now", async () => {
    const id = await filed();
    const { executiveId, colleagueId } = office.ids;
    await testDb().supportAssignment.create({
      data: { executiveId, assistantId: colleagueId, role: "shared", fromOn: new Date("2026-01-01") },
    });
    expect(await startRequest(await colleague(), await asRead(id))).toMatchObject({
      reason: "not_serving_now",
    });
  });
});

describe("what the executive decides", () => {
  it("cancels an open request, and only an open one", async () => {
    const id = await filed();
    expect(await cancelSupportRequest(await executive(), { id, version: 1 })).toMatchObject({ ok: true });
    expect(await cancelSupportRequest(await executive(), await asRead(id))).toMatchObject({
      reason: "not_possible_now",
    });
    expect(await noticesOf(office.assistant.userId)).toContain("request_moved_on cancelled");
  });

  it("reopens to nobody when nobody is there", async () => {
    const id = await filed();
    await startRequest(await assistant(), await asRead(id));
    await resolveRequest(await assistant(), await asRead(id));
    await testDb().supportAssignment.deleteMany();
    await reopenRequest(await executive(SUNDAY), await asRead(id));
    expect(await rowOf(id)).toMatchObject({ status: "new", assigneeId: null });
    const told = await testDb().notification.findMany({ where: { kind: "request_unassigned" } });
    expect(told.map((notice) => notice.userId)).toEqual([(await manager()).actor.userId]);
  });

  it("concerns own requests only", async () => {
    const id = await filed();
    const other = await asExecutiveOf((await createOtherExecutive()).userId);
    for (const decide of [closeRequest, reopenRequest, cancelSupportRequest])
      await expect(decide(other, await asRead(id))).rejects.toThrow(NotFoundError);
  });
});

async function createOtherExecutive() {
  const user = await testDb().user.create({ data: { email: "second@office.example", name: "Second" } });
  await testDb().executive.create({ data: { userId: user.id, poolId: office.ids.pool } });
  return { userId: user.id };
}

describe("assigning", () => {
  it("gives a request to an assistant of the pool, and tells them", async () => {
    const id = await filed({}, SUNDAY);
    const answer = await assignRequest(await manager(), {
      id,
      version: 1,
      assistantId: office.ids.colleagueId,
    });
    expect(answer).toMatchObject({ ok: true, value: { status: "assigned" } });
    expect(await noticesOf(office.colleague.userId)).toEqual(["request_assigned"]);
  });

  it("refuses a pairing that is barred without saying why", async () => {
    const id = await filed();
    const { executiveId, colleagueId } = office.ids;
    await testDb().pairingRestriction.create({
      data: { executiveId, assistantId: colleagueId, kind: "hard" },
    });
    const answer = await assignRequest(await manager(), { ...(await asRead(id)), assistantId: colleagueId });
    expect(answer).toEqual({ ok: false, reason: "not_available_for_executive", path: "assistantId" });
  });

  it("lets a restriction end with its last day in the pool, not in UTC", async () => {
    const id = await filed();
    const { executiveId, colleagueId: assistantId } = office.ids;
    const expiresOn = dayToDate(day("2026-08-17"));
    await testDb().pairingRestriction.create({ data: { executiveId, assistantId, kind: "hard", expiresOn } });
    const assignAt = async (now: string) =>
      assignRequest(await asManagerOf(office.manager.userId, new Date(now)), {
        ...(await asRead(id)),
        assistantId,
      });
    expect(await assignAt("2026-08-17T21:59:00Z")).toMatchObject({ reason: "not_available_for_executive" });
    expect(await assignAt("2026-08-17T22:01:00Z")).toMatchObject({ ok: true });
  });

  it("finds neither another pool's request nor another pool's assistant", async () => {
    const id = await filed();
    const { assistantId, otherPool } = office.ids;
    const other = await asManagerOf(office.otherManager.userId);
    await expect(assignRequest(other, { ...(await asRead(id)), assistantId })).rejects.toThrow(NotFoundError);
    const user = await testDb().user.create({ data: { email: "far@office.example", name: "Far" } });
    const far = await testDb().assistant.create({ data: { userId: user.id, poolId: otherPool } });
    await expect(
      assignRequest(await manager(), { ...(await asRead(id)), assistantId: far.id }),
    ).rejects.toThrow(NotFoundError);
  });
});

describe("who sees a request", () => {
  it("is the executive, whoever has it, whoever covers today, and the pool's manager", async () => {
    const id = await filed();
    await awayAndCovered();
    const other = await asExecutiveOf((await createOtherExecutive()).userId);
    const ids = async (page: Promise<{ items: { id: string }[] }>) =>
      (await page).items.map((item) => item.id);
    expect(await ids(listOwnRequests(await executive(), all))).toEqual([id]);
    expect(await ids(listOwnRequests(other, all))).toEqual([]);
    expect(await ids(listServedRequests(await assistant(), all))).toEqual([id]);
    expect(await ids(listServedRequests(await colleague(), all))).toEqual([id]);
    expect(await ids(listPoolRequests(await manager(), all))).toEqual([id]);
    expect(await ids(listPoolRequests(await asManagerOf(office.otherManager.userId), all))).toEqual([]);
    expect(await ids(listVisibleRequests(other, all))).toEqual([]);
    expect(await ids(listVisibleRequests(await colleague(), all))).toEqual([id]);
    await expect(requireSupportRequest(other, id)).rejects.toThrow(NotFoundError);
  });

  it("is no longer the cover when the cover is over", async () => {
    await filed();
    await awayAndCovered();
    const tuesday = await asAssistantOf(office.colleague.userId, new Date("2026-08-18T07:00:00Z"));
    expect((await listServedRequests(tuesday, all)).items).toEqual([]);
  });

  it("pages and searches", async () => {
    await filed({ summary: "First" }, new Date("2026-08-17T07:00:00Z"));
    await filed({ summary: "Second" }, new Date("2026-08-17T07:01:00Z"));
    await filed({ summary: "Third" }, new Date("2026-08-17T07:01:00Z"));
    const ctx = await manager();
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await listPoolRequests(
        ctx,
        ListRequestsInput.parse({ limit: 1, cursor: cursor ?? undefined }),
      );
      seen.push(...page.items.map((item) => item.summary));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(["Third", "Second", "First"]);
    const found = await listPoolRequests(ctx, ListRequestsInput.parse({ q: "seco" }));
    expect(found.items.map((item) => item.summary)).toEqual(["Second"]);
  });
});

describe("requests at hand", () => {
  it("are the executive's own: those to close first, then the latest, and how many there are in all", async () => {
    const [done, older, newer] = [
      await filed(),
      await filed(),
      await filed({}, new Date("2026-08-17T07:10:00Z")),
    ];
    const cancelled = await filed();
    await startRequest(await assistant(), await asRead(done));
    await resolveRequest(await assistant(), await asRead(done));
    await cancelSupportRequest(await executive(), await asRead(cancelled));
    const { items, count } = await listOwnRequestsAtHand(await executive(), { limit: 2 });
    expect(items.map(({ id }) => id)).toEqual([done, newer]);
    expect(count).toBe(3);
    const every = await listOwnRequestsAtHand(await executive(), { limit: 12 });
    expect(every.items.map(({ id }) => id)).toEqual([done, newer, older]);
  });

  it("are counted by executive for the assistant, open ones alone", async () => {
    const done = await filed();
    await filed();
    await startRequest(await assistant(), await asRead(done));
    await resolveRequest(await assistant(), await asRead(done));
    expect([...(await countAssignedRequests(await assistant()))]).toEqual([[office.ids.executiveId, 1]]);
    expect([...(await countAssignedRequests(await colleague()))]).toEqual([]);
  });
});
