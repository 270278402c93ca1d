import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { requestAbsence } from "@/lib/absences/requests/service";
import { undoChange } from "@/lib/coverage/board/service-undo";
import { RestrictPairingInput } from "@/lib/matching/schema";
import { restrictPairing } from "@/lib/matching/service";
import { FileSupportRequestInput } from "@/lib/requests/schema";
import { fileSupportRequest } from "@/lib/requests/service-filing";
import {
  asAdministratorOf,
  asAssistantOf,
  asExecutiveOf,
  asManagerOf,
  MONDAY_MORNING,
} from "../support/contexts";
import { asOwner, testDb } from "../support/database";
import { makeRequest, opensNothing } from "../support/factories/absences";
import { changesIn, type Heard, openPage, until } from "../support/live";
import { createLiveOffice, firstChange, type LiveOffice } from "../support/live-office";

let live: LiveOffice;

beforeEach(async () => {
  live = await createLiveOffice();
});

afterEach(() => live.stop());

describe("what is done by others", () => {
  it("is told on every node within a second, with who did it and whom it concerns", async () => {
    const eva = await live.addColleague();
    const pages = await Promise.all([openPage(live.node, eva), openPage(live.other, eva)]);
    const begun = performance.now();
    await live.assign("zoe", "ben");
    const events = await Promise.all(pages.map(firstChange));
    expect(performance.now() - begun).toBeLessThan(1_000);
    for (const event of events)
      expect(event).toMatchObject({
        kind: "cover",
        by: "Lena Lead",
        isOwn: false,
        poolIds: [live.office.poolId],
        executiveIds: [live.office.ids.zoe],
        assistantIds: [live.office.ids.ben],
        from: "2026-08-21",
        to: "2026-08-21",
      });
  });

  it("comes once, in order, and the undo names whom the change was about", async () => {
    const page = await openPage(live.other, await live.addColleague());
    for (const to of ["2026-08-17", "2026-08-18", "2026-08-19"])
      await live.assign("xenia", "ben", { from: to, to });
    const last = await live.assign("zoe", "ben");
    if (last.ok) await undoChange(live.office.manager, { id: last.value.changeId });
    const undone = await until(() =>
      changesIn(page).find(({ executiveIds }) => executiveIds.includes(live.office.ids.zoe)),
    );
    const numbers = changesIn(page).map(({ seq }) => seq);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(undone.assistantIds).toContain(live.office.ids.ben);
  });

  it("is not told when it is refused", async () => {
    const page = await openPage(live.node, await live.addColleague());
    expect(await live.assign("xenia", "cia")).toMatchObject({ ok: false });
    await live.assign("zoe", "ben");
    expect((await firstChange(page)).executiveIds).toEqual([live.office.ids.zoe]);
  });

  it("is caught up with from the number that was heard last, and asked for without a stream", async () => {
    const eva = await live.addColleague();
    const page = await openPage(live.node, eva);
    await live.assign("xenia", "ben", { to: "2026-08-17" });
    const { seq } = await firstChange(page);
    page.close();
    await live.assign("zoe", "ben");
    const again = await openPage(live.other, eva, seq);
    expect((await firstChange(again)).executiveIds).toEqual([live.office.ids.zoe]);
    const { actor } = await asManagerOf(eva);
    const answer = await live.node.ask(actor, seq);
    expect(changesIn({ messages: answer }).map(({ executiveIds }) => executiveIds)).toEqual([
      [live.office.ids.zoe],
    ]);
    expect(answer.at(-1)).toMatchObject({ type: "beat" });
    expect(await live.node.ask(actor, 0).then((messages) => changesIn({ messages }))).not.toEqual([]);
  });

  it("comes through after the listening connection is lost", async () => {
    const page = await openPage(live.node, await live.addColleague());
    await asOwner((owner) =>
      owner.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'standby-live' AND datname = current_database()",
      ),
    ).catch(() => undefined);
    await live.assign("zoe", "ben");
    expect(await firstChange(page)).toMatchObject({ kind: "cover" });
  });

  it("is one word when it is too much to tell one by one", async () => {
    const page = await openPage(live.node, await live.addColleague());
    const rows = Array.from({ length: 600 }, () => ({
      ...{ seq: 0, at: MONDAY_MORNING, actorId: null, action: "absence.recorded", entityType: "absence" },
      ...{ entityId: live.office.ids.ben, data: {}, prevHash: "", hash: "" },
    }));
    await testDb().auditEvent.createMany({ data: rows });
    expect(await firstChange(page)).toMatchObject({ kind: "everything", executiveIds: [] });
  });
});

describe("who hears of what", () => {
  it("a cover: its assistant, the executive and those who work with the executive, without others' ids", async () => {
    const names = ["ben", "zoe", "cia", "dan", "xenia"];
    const pages = new Map<string, Heard>();
    for (const name of names) pages.set(name, await openPage(live.node, live.userOf(name)));
    const manager = await openPage(live.node, live.office.manager.actor.userId);
    await live.assign("zoe", "ben");
    await firstChange(manager);
    const told = Object.fromEntries([...pages].map(([name, page]) => [name, changesIn(page)[0] ?? null]));
    expect(told).toMatchObject({
      ben: { assistantIds: [live.office.ids.ben], by: "Lena Lead" },
      zoe: { executiveIds: [live.office.ids.zoe], assistantIds: [], recordIds: [] },
      cia: { executiveIds: [live.office.ids.zoe], assistantIds: [], recordIds: [] },
      dan: null,
      xenia: null,
    });
  });

  it("an absence: its assistant, the managers, and without a name the executives they support", async () => {
    const [own, stranger, executive] = await Promise.all(
      ["ben", "cia", "bo"].map((name) => openPage(live.node, live.userOf(name))),
    );
    const manager = await openPage(live.node, await live.addColleague());
    if (!own || !stranger || !executive) throw new Error("no page");
    const days = { from: "2026-08-24", to: "2026-08-25" };
    await requestAbsence(await asAssistantOf(live.userOf("ben")), makeRequest(days), opensNothing);
    expect(await firstChange(manager)).toMatchObject({
      kind: "absence",
      by: "Ben Berg",
      assistantIds: [live.office.ids.ben],
    });
    expect(await firstChange(own)).toMatchObject({ isOwn: true });
    expect(changesIn(executive)[0]).toMatchObject({
      by: null,
      assistantIds: [],
      executiveIds: [live.office.ids.bo],
      recordIds: [],
    });
    expect(changesIn(stranger)).toEqual([]);
  });

  it("a request: who asked, who works with them and the managers, never what is asked", async () => {
    const canary = "kanariefågel-live-4f";
    const pages = await Promise.all(
      ["ana", "xenia", "ben"].map((name) => openPage(live.other, live.userOf(name))),
    );
    const manager = await openPage(live.other, live.office.manager.actor.userId);
    const administrator = await openPage(live.other, await administratorId());
    const input = FileSupportRequestInput.parse({ summary: canary, details: canary, priority: "normal" });
    await fileSupportRequest(await asExecutiveOf(live.userOf("xenia")), input);
    expect(await firstChange(manager)).toMatchObject({ kind: "request", by: "Xenia Ek" });
    const [ana, xenia, ben] = pages.map(changesIn);
    expect(ana?.[0]).toMatchObject({ by: "Xenia Ek" });
    expect(xenia?.[0]).toMatchObject({ isOwn: true });
    expect([ben, changesIn(administrator)]).toEqual([[], []]);
    expect(JSON.stringify([...pages, manager])).not.toContain(canary);
  });

  it("that a pair is kept apart: nobody", async () => {
    const page = await openPage(live.node, await live.addColleague());
    const pair = { assistantId: live.office.ids.ben, executiveId: live.office.ids.xenia };
    const input = RestrictPairingInput.parse({ ...pair, reviewOn: "2026-11-17" });
    expect(await restrictPairing(live.office.manager, input)).toMatchObject({ ok: true });
    expect(await testDb().auditEvent.count({ where: { action: "pairing.restricted" } })).toBe(1);
    await live.assign("zoe", "ben");
    await firstChange(page);
    expect(changesIn(page).flatMap(({ executiveIds }) => executiveIds)).toEqual([live.office.ids.zoe]);
  });

  async function administratorId(): Promise<string> {
    const user = await testDb().user.create({
      data: { email: "root@x.example", name: "Root", isAdministrator: true },
    });
    return (await asAdministratorOf(user.id)).actor.userId;
  }
});
