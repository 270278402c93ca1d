import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { requestAbsence } from "@/lib/absences/requests/service";
import { revokeSession } from "@/lib/auth/session";
import { AssignCoverInput } from "@/lib/coverage/board/schema";
import { assignCover } from "@/lib/coverage/board/service";
import { undoChange } from "@/lib/coverage/board/service-undo";
import { NotFoundError } from "@/lib/errors";
import { announcePresence, type Live } from "@/lib/live/service";
import { RestrictPairingInput } from "@/lib/matching/schema";
import { restrictPairing } from "@/lib/matching/service";
import { markNoticesRead } from "@/lib/notices/service";
import { FileSupportRequestInput } from "@/lib/requests/schema";
import { fileSupportRequest } from "@/lib/requests/service";
import { day } from "@/lib/time/day";
import { isoWeekOf } from "@/lib/time/iso-week";
import {
  asAdministratorOf,
  asAssistantOf,
  asExecutiveOf,
  asManagerOf,
  MONDAY_MORNING,
} from "../support/contexts";
import { asOwner, testDb } from "../support/database";
import { makeRequest, opensNothing } from "../support/factories/absences";
import { changesIn, type Heard, openPage, startNode, until } from "../support/live";
import { type CoverageOffice, createCoverageOffice, WEEK } from "../support/offices/coverage";

let office: CoverageOffice;
let node: Live;
let other: Live;

beforeEach(async () => {
  office = await createCoverageOffice();
  [node, other] = await Promise.all([startNode(), startNode()]);
});

afterEach(() => Promise.all([node.stop(), other.stop()]));

function assign(executive: "xenia" | "zoe", assistant: "ben" | "cia", more: object = {}) {
  const [executiveId, assistantId] = [office.ids[executive], office.ids[assistant]];
  const input = { executiveId, assistantId, ...WEEK, fromPart: "am", toPart: "pm", ...more };
  return assignCover(office.manager, AssignCoverInput.parse(input));
}

async function colleague() {
  const user = await testDb().user.create({ data: { email: "eva@x.example", name: "Eva Hall" } });
  await testDb().poolManager.create({ data: { poolId: office.poolId, userId: user.id } });
  return user.id;
}

function userOf(name: string): string {
  return office.userIds[name] ?? "";
}

function onlyChange(heard: Heard) {
  return until(() => changesIn(heard)[0]);
}

describe("what is done by others", () => {
  it("is told on every node within a second, with who did it and whom it concerns", async () => {
    const eva = await colleague();
    const pages = await Promise.all([openPage(node, eva), openPage(other, eva)]);
    const begun = performance.now();
    await assign("zoe", "ben");
    const events = await Promise.all(pages.map(onlyChange));
    expect(performance.now() - begun).toBeLessThan(1_000);
    for (const event of events)
      expect(event).toMatchObject({
        kind: "cover",
        by: "Lena Lead",
        isOwn: false,
        poolIds: [office.poolId],
        executiveIds: [office.ids.zoe],
        assistantIds: [office.ids.ben],
        from: "2026-08-21",
        to: "2026-08-21",
      });
  });

  it("comes once, in order, and the undo names whom the change was about", async () => {
    const page = await openPage(other, await colleague());
    for (const to of ["2026-08-17", "2026-08-18", "2026-08-19"])
      await assign("xenia", "ben", { from: to, to });
    const last = await assign("zoe", "ben");
    if (last.ok) await undoChange(office.manager, { id: last.value.changeId });
    const undone = await until(() =>
      changesIn(page).find(({ executiveIds }) => executiveIds.includes(office.ids.zoe)),
    );
    const numbers = changesIn(page).map(({ seq }) => seq);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(undone.assistantIds).toContain(office.ids.ben);
  });

  it("is not told when it is refused", async () => {
    const page = await openPage(node, await colleague());
    expect(await assign("xenia", "cia")).toMatchObject({ ok: false });
    await assign("zoe", "ben");
    expect((await onlyChange(page)).executiveIds).toEqual([office.ids.zoe]);
  });

  it("is caught up with from the number that was heard last, and asked for without a stream", async () => {
    const eva = await colleague();
    const page = await openPage(node, eva);
    await assign("xenia", "ben", { to: "2026-08-17" });
    const { seq } = await onlyChange(page);
    page.close();
    await assign("zoe", "ben");
    const again = await openPage(other, eva, seq);
    expect((await onlyChange(again)).executiveIds).toEqual([office.ids.zoe]);
    const { actor } = await asManagerOf(eva);
    const answer = await node.ask(actor, seq);
    expect(changesIn({ messages: answer }).map(({ executiveIds }) => executiveIds)).toEqual([
      [office.ids.zoe],
    ]);
    expect(answer.at(-1)).toMatchObject({ type: "beat" });
    expect(await node.ask(actor, 0).then((messages) => changesIn({ messages }))).not.toEqual([]);
  });

  it("comes through after the listening connection is lost", async () => {
    const page = await openPage(node, await colleague());
    await asOwner((owner) =>
      owner.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'standby-live' AND datname = current_database()",
      ),
    ).catch(() => undefined);
    await assign("zoe", "ben");
    expect(await onlyChange(page)).toMatchObject({ kind: "cover" });
  });

  it("is one word when it is too much to tell one by one", async () => {
    const page = await openPage(node, await colleague());
    const rows = Array.from({ length: 600 }, () => ({
      ...{ seq: 0, at: MONDAY_MORNING, actorId: null, action: "absence.recorded", entityType: "absence" },
      ...{ entityId: office.ids.ben, data: {}, prevHash: "", hash: "" },
    }));
    await testDb().auditEvent.createMany({ data: rows });
    expect(await onlyChange(page)).toMatchObject({ kind: "everything", executiveIds: [] });
  });
});

describe("who hears of what", () => {
  it("a cover: its assistant, the executive and those who work with the executive, without others' ids", async () => {
    const names = ["ben", "zoe", "cia", "dan", "xenia"];
    const pages = new Map<string, Heard>();
    for (const name of names) pages.set(name, await openPage(node, userOf(name)));
    const manager = await openPage(node, office.manager.actor.userId);
    await assign("zoe", "ben");
    await onlyChange(manager);
    const told = Object.fromEntries([...pages].map(([name, page]) => [name, changesIn(page)[0] ?? null]));
    expect(told).toMatchObject({
      ben: { assistantIds: [office.ids.ben], by: "Lena Lead" },
      zoe: { executiveIds: [office.ids.zoe], assistantIds: [], recordIds: [] },
      cia: { executiveIds: [office.ids.zoe], assistantIds: [], recordIds: [] },
      dan: null,
      xenia: null,
    });
  });

  it("an absence: its assistant, the managers, and without a name the executives they support", async () => {
    const [own, stranger, executive] = await Promise.all(
      ["ben", "cia", "bo"].map((name) => openPage(node, userOf(name))),
    );
    const manager = await openPage(node, await colleague());
    if (!own || !stranger || !executive) throw new Error("no page");
    const days = { from: "2026-08-24", to: "2026-08-25" };
    await requestAbsence(await asAssistantOf(userOf("ben")), makeRequest(days), opensNothing);
    expect(await onlyChange(manager)).toMatchObject({
      kind: "absence",
      by: "Ben Berg",
      assistantIds: [office.ids.ben],
    });
    expect(await onlyChange(own)).toMatchObject({ isOwn: true });
    expect(changesIn(executive)[0]).toMatchObject({
      by: null,
      assistantIds: [],
      executiveIds: [office.ids.bo],
      recordIds: [],
    });
    expect(changesIn(stranger)).toEqual([]);
  });

  it("a request: who asked, who works with them and the managers, never what is asked", async () => {
    const canary = "kanariefågel-live-4f";
    const pages = await Promise.all(["ana", "xenia", "ben"].map((name) => openPage(other, userOf(name))));
    const manager = await openPage(other, office.manager.actor.userId);
    const administrator = await openPage(other, await administratorId());
    const input = FileSupportRequestInput.parse({ summary: canary, details: canary, priority: "normal" });
    await fileSupportRequest(await asExecutiveOf(userOf("xenia")), input);
    expect(await onlyChange(manager)).toMatchObject({ kind: "request", by: "Xenia Ek" });
    const [ana, xenia, ben] = pages.map(changesIn);
    expect(ana?.[0]).toMatchObject({ by: "Xenia Ek" });
    expect(xenia?.[0]).toMatchObject({ isOwn: true });
    expect([ben, changesIn(administrator)]).toEqual([[], []]);
    expect(JSON.stringify([...pages, manager])).not.toContain(canary);
  });

  it("that a pair is kept apart: nobody", async () => {
    const page = await openPage(node, await colleague());
    const pair = { assistantId: office.ids.ben, executiveId: office.ids.xenia };
    const input = RestrictPairingInput.parse({ ...pair, reviewOn: "2026-11-17" });
    expect(await restrictPairing(office.manager, input)).toMatchObject({ ok: true });
    expect(await testDb().auditEvent.count({ where: { action: "pairing.restricted" } })).toBe(1);
    await assign("zoe", "ben");
    await onlyChange(page);
    expect(changesIn(page).flatMap(({ executiveIds }) => executiveIds)).toEqual([office.ids.zoe]);
  });

  async function administratorId(): Promise<string> {
    const user = await testDb().user.create({
      data: { email: "root@x.example", name: "Root", isAdministrator: true },
    });
    return (await asAdministratorOf(user.id)).actor.userId;
  }
});

describe("a stream", () => {
  it("ends with its session, and no stream or question keeps one alive", async () => {
    const page = await openPage(node, office.manager.actor.userId);
    const seen = () => testDb().session.findFirstOrThrow({ select: { lastSeenAt: true } });
    const before = await seen();
    vi.setSystemTime(new Date(MONDAY_MORNING.getTime() + 10 * 60_000));
    await until(() => page.messages.filter(({ type }) => type === "beat").length > 3);
    expect(await seen()).toEqual(before);
    await revokeSession(testDb(), page.session, MONDAY_MORNING);
    await until(() => page.isEnded);
  });

  it("ends when its session has been idle too long", async () => {
    const page = await openPage(node, office.manager.actor.userId);
    vi.setSystemTime(new Date(MONDAY_MORNING.getTime() + 31 * 60_000));
    await until(() => page.isEnded);
  });

  it("tells no more of a pool that its manager has lost", async () => {
    const eva = await colleague();
    const page = await openPage(node, eva);
    await testDb().poolManager.deleteMany({ where: { userId: eva } });
    const told = page.messages.length;
    await until(() => page.messages.slice(told).filter(({ type }) => type === "beat").length > 1);
    await assign("zoe", "ben");
    const manager = await openPage(node, office.manager.actor.userId, 0);
    await onlyChange(manager);
    expect(changesIn(page)).toEqual([]);
  });

  it("whose reader does not keep up is let go", async () => {
    const page = await openPage(node, await colleague());
    page.messages.push = () => 0;
    await assign("zoe", "ben");
    await until(() => page.isEnded);
  });

  it("is ended when the server stops, and none is opened after that", async () => {
    const page = await openPage(node, office.manager.actor.userId);
    await node.stop();
    expect(page.isEnded).toBe(true);
    const late = await openPage(node, office.manager.actor.userId);
    expect(late.messages).toEqual([]);
  });

  it("says that notices are new, and that they were read elsewhere", async () => {
    const page = await openPage(other, userOf("ben"));
    await assign("zoe", "ben");
    const count = () => page.messages.filter(({ type }) => type === "notices").length;
    await until(() => count() === 1);
    await markNoticesRead(await asAssistantOf(userOf("ben"), new Date(MONDAY_MORNING.getTime() + 1_000)));
    await until(() => count() === 2);
  });
});

describe("presence", () => {
  const place = { tab: "tab1tab1", week: isoWeekOf(day(WEEK.from)), executiveId: null, isLeaving: false };

  it("is told to the other managers of the pool on every node, and ends when they leave or fall silent", async () => {
    const eva = await asManagerOf(await colleague());
    const page = await openPage(other, office.manager.actor.userId);
    const own = await openPage(other, eva.actor.userId);
    const present = () => page.messages.findLast((message) => message.type === "present")?.present ?? [];
    await announcePresence(eva, { ...place, poolId: office.poolId });
    const [one] = await until(() => present().length === 1 && present());
    expect(one).toEqual({
      userId: eva.actor.userId,
      name: "Eva Hall",
      poolId: office.poolId,
      week: "2026-W34",
      executiveId: null,
    });
    await announcePresence(eva, { ...place, poolId: office.poolId, executiveId: office.ids.zoe });
    await until(() => present()[0]?.executiveId === office.ids.zoe);
    await announcePresence(eva, { ...place, poolId: office.poolId, isLeaving: true });
    await until(() => present().length === 0);
    await announcePresence(eva, { ...place, poolId: office.poolId });
    await until(() => present().length === 1);
    vi.setSystemTime(new Date(MONDAY_MORNING.getTime() + 16_000));
    await until(() => present().length === 0);
    expect(own.messages.flatMap((message) => (message.type === "present" ? message.present : []))).toEqual(
      [],
    );
  });

  it("is for a manager's own pools", async () => {
    const eva = await asManagerOf(await colleague());
    await expect(announcePresence(eva, { ...place, poolId: office.ids.zoe })).rejects.toThrow(NotFoundError);
  });
});
