import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { revokeSession } from "@/lib/auth/session";
import { NotFoundError } from "@/lib/errors";
import { announcePresence } from "@/lib/live/service";
import { markNoticesRead } from "@/lib/notices/service";
import { day } from "@/lib/time/day";
import { isoWeekOf } from "@/lib/time/iso-week";
import { asAssistantOf, asManagerOf, MONDAY_MORNING } from "../support/contexts";
import { testDb } from "../support/database";
import { changesIn, openPage, until } from "../support/live";
import { createLiveOffice, firstChange, type LiveOffice } from "../support/live-office";
import { WEEK } from "../support/offices/coverage";

let live: LiveOffice;

beforeEach(async () => {
  live = await createLiveOffice();
});

afterEach(() => live.stop());

describe("a stream", () => {
  it("ends with its session, and no stream or question keeps one alive", async () => {
    const page = await openPage(live.node, live.office.manager.actor.userId);
    const seen = () => testDb().session.findFirstOrThrow({ select: { lastSeenAt: true } });
    const before = await seen();
    vi.setSystemTime(new Date(MONDAY_MORNING.getTime() + 10 * 60_000));
    await until(() => page.messages.filter(({ type }) => type === "beat").length > 3);
    expect(await seen()).toEqual(before);
    await revokeSession(testDb(), page.session, MONDAY_MORNING);
    await until(() => page.isEnded);
  });

  it("ends when its session has been idle too long", async () => {
    const page = await openPage(live.node, live.office.manager.actor.userId);
    vi.setSystemTime(new Date(MONDAY_MORNING.getTime() + 31 * 60_000));
    await until(() => page.isEnded);
  });

  it("tells no more of a pool that its manager has lost", async () => {
    const eva = await live.addColleague();
    const page = await openPage(live.node, eva);
    await testDb().poolManager.deleteMany({ where: { userId: eva } });
    const told = page.messages.length;
    await until(() => page.messages.slice(told).filter(({ type }) => type === "beat").length > 1);
    await live.assign("zoe", "ben");
    const manager = await openPage(live.node, live.office.manager.actor.userId, 0);
    await firstChange(manager);
    expect(changesIn(page)).toEqual([]);
  });

  it("whose reader does not keep up is let go", async () => {
    const page = await openPage(live.node, await live.addColleague());
    page.messages.push = () => 0;
    await live.assign("zoe", "ben");
    await until(() => page.isEnded);
  });

  it("is ended when the server stops, and none is opened after that", async () => {
    const page = await openPage(live.node, live.office.manager.actor.userId);
    await live.node.stop();
    expect(page.isEnded).toBe(true);
    const late = await openPage(live.node, live.office.manager.actor.userId);
    expect(late.messages).toEqual([]);
  });

  it("says that notices are new, and that they were read elsewhere", async () => {
    const page = await openPage(live.other, live.userOf("ben"));
    await live.assign("zoe", "ben");
    const count = () => page.messages.filter(({ type }) => type === "notices").length;
    await until(() => count() === 1);
    await markNoticesRead(
      await asAssistantOf(live.userOf("ben"), new Date(MONDAY_MORNING.getTime() + 1_000)),
    );
    await until(() => count() === 2);
  });
});

describe("presence", () => {
  const place = {
    tab: "tab1tab1",
    page: "coverage" as const,
    week: isoWeekOf(day(WEEK.from)),
    executiveId: null,
    isLeaving: false,
  };

  it("is told to the other managers of the pool on every node, and ends when they leave or fall silent", async () => {
    const eva = await asManagerOf(await live.addColleague());
    const page = await openPage(live.other, live.office.manager.actor.userId);
    const own = await openPage(live.other, eva.actor.userId);
    const present = () => page.messages.findLast((message) => message.type === "present")?.present ?? [];
    await announcePresence(eva, { ...place, poolId: live.office.poolId });
    const [one] = await until(() => present().length === 1 && present());
    expect(one).toEqual({
      userId: eva.actor.userId,
      name: "Eva Hall",
      page: "coverage",
      poolId: live.office.poolId,
      week: "2026-W34",
      executiveId: null,
    });
    await announcePresence(eva, { ...place, poolId: live.office.poolId, executiveId: live.office.ids.zoe });
    await until(() => present()[0]?.executiveId === live.office.ids.zoe);
    await announcePresence(eva, { ...place, poolId: live.office.poolId, isLeaving: true });
    await until(() => present().length === 0);
    await announcePresence(eva, { ...place, poolId: live.office.poolId });
    await until(() => present().length === 1);
    vi.setSystemTime(new Date(MONDAY_MORNING.getTime() + 16_000));
    await until(() => present().length === 0);
    expect(own.messages.flatMap((message) => (message.type === "present" ? message.present : []))).toEqual(
      [],
    );
  });

  it("is for a manager's own pools", async () => {
    const eva = await asManagerOf(await live.addColleague());
    await expect(announcePresence(eva, { ...place, poolId: live.office.ids.zoe })).rejects.toThrow(
      NotFoundError,
    );
  });
});
