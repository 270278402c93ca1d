import { beforeEach, describe, expect, it } from "vitest";
import type { Assistant, Executive, Manager, Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { getOwnMatching } from "@/lib/matching/knowledge/queries";
import { listOwnTrials, listTrials, requireTrial } from "@/lib/matching/trials/queries";
import { answerTrial, confirmTrial, stopTrial } from "@/lib/matching/trials/service";
import { askAboutTrials } from "@/lib/matching/trials/service-asking";
import { checkInTrial } from "@/lib/matching/trials/service-check-ins";
import { proposeTrial } from "@/lib/matching/trials/service-proposing";
import { day } from "@/lib/time/day";
import { asAssistantOf, asExecutiveOf, asSystem } from "../support/contexts";
import { testDb } from "../support/database";
import { type CoverageOffice, createCoverageOffice, createOtherManager } from "../support/offices/coverage";
import { noticesOf } from "../support/records";

let office: CoverageOffice;
let ana: Ctx<Assistant>;
let bo: Ctx<Executive>;

const FROM = day("2026-09-07");
const at = <A extends Person>(ctx: Ctx<A>, on: string): Ctx<A> => ({
  ...ctx,
  now: new Date(`${on}T08:00:00Z`),
});

beforeEach(async () => {
  office = await createCoverageOffice();
  ana = at(await asAssistantOf(office.userIds.ana ?? ""), "2026-08-20");
  bo = at(await asExecutiveOf(office.userIds.bo ?? ""), "2026-08-20");
});

const propose = (manager: Ctx<Manager> = office.manager) =>
  proposeTrial(at(manager, "2026-08-20"), {
    ...{ executiveId: office.ids.bo, assistantId: office.ids.ana, from: FROM, weeks: 4 },
  });

async function agreed(): Promise<string> {
  const proposed = await propose();
  if (!proposed.ok) throw new Error(proposed.reason);
  const { id } = proposed.value;
  expect(await answerTrial(ana, { id, version: 1, accept: true })).toMatchObject({
    value: { status: "proposed" },
  });
  expect(await answerTrial(bo, { id, version: 1, accept: true })).toMatchObject({
    value: { status: "agreed" },
  });
  return id;
}

/** Who supports Bo, in words. */
async function supportOfBo(): Promise<string[]> {
  const rows = await testDb().supportAssignment.findMany({
    where: { executiveId: office.ids.bo },
    select: {
      role: true,
      fromOn: true,
      toOn: true,
      assistant: { select: { user: { select: { name: true } } } },
    },
    orderBy: [{ fromOn: "asc" }, { role: "asc" }],
  });
  const text = (on: Date | null) => on?.toISOString().slice(5, 10) ?? "…";
  return rows.map((row) => `${row.assistant.user.name} ${row.role} ${text(row.fromOn)}–${text(row.toOn)}`);
}

const BEFORE = "Ben Berg primary 01-01–09-06";

describe("a trial", () => {
  it("writes support for its days when both have said yes, and back to what was by itself", async () => {
    await agreed();
    expect(await supportOfBo()).toEqual([
      BEFORE,
      "Ana Alm primary 09-07–10-04",
      "Ben Berg backup 09-07–10-04",
      "Ben Berg primary 10-05–…",
    ]);
  });

  it("stopped by one of the two ends that day, and what was before stands again, without a word of who it was", async () => {
    const id = await agreed();
    expect(await stopTrial(at(ana, "2026-09-16"), { id, version: 2 })).toMatchObject({ ok: true });
    expect(await supportOfBo()).toEqual([
      BEFORE,
      "Ana Alm primary 09-07–09-16",
      "Ben Berg backup 09-07–09-16",
      "Ben Berg primary 09-17–…",
    ]);
    const told = await testDb().notification.findMany({
      where: { kind: "trial_over" },
      select: { params: true },
    });
    expect(new Set(told.map(({ params }) => JSON.stringify(params))).size).toBe(1);
    expect(await stopTrial(at(bo, "2026-09-16"), { id, version: 3 })).toMatchObject({
      reason: "not_possible_now",
    });
  });

  it("stopped before it begins leaves no trace in support, and the way free for another", async () => {
    const id = await agreed();
    await stopTrial(bo, { id, version: 2 });
    expect(await supportOfBo()).toEqual([BEFORE, "Ben Berg primary 09-07–…"]);
    expect(await propose()).toMatchObject({ ok: true });
  });

  it("confirmed by a manager while under way goes on, with who was primary as a backup", async () => {
    const id = await agreed();
    expect(await confirmTrial(at(office.manager, "2026-09-01"), { id, version: 2 })).toMatchObject({
      reason: "trial_not_under_way",
    });
    expect(await confirmTrial(at(office.manager, "2026-09-30"), { id, version: 2 })).toMatchObject({
      ok: true,
    });
    expect(await supportOfBo()).toEqual([BEFORE, "Ana Alm primary 09-07–…", "Ben Berg backup 09-07–…"]);
  });

  it("is refused twice at once, for who is primary, kept apart, late, and by strangers; a no ends it", async () => {
    const proposed = await propose();
    const id = proposed.ok ? proposed.value.id : "";
    expect(await propose()).toMatchObject({ reason: "trial_overlaps" });
    const asked = { executiveId: office.ids.bo, assistantId: office.ids.ben, from: FROM, weeks: 2 };
    expect(await proposeTrial(at(office.manager, "2026-08-20"), asked)).toMatchObject({
      reason: "trial_pair_already",
    });
    expect(await proposeTrial(at(office.manager, "2026-09-07"), asked)).toMatchObject({
      reason: "trial_too_late",
    });
    await testDb().pairingRestriction.create({
      data: { executiveId: office.ids.bo, assistantId: office.ids.cia, kind: "hard" },
    });
    expect(
      await proposeTrial(at(office.manager, "2026-08-20"), { ...asked, assistantId: office.ids.cia }),
    ).toMatchObject({ reason: "not_available_for_executive" });
    const ben = await asAssistantOf(office.userIds.ben ?? "");
    await expect(answerTrial(ben, { id, version: 1, accept: true })).rejects.toThrow(NotFoundError);
    await expect(propose(await createOtherManager())).rejects.toThrow(NotFoundError);
    expect(await answerTrial(at(bo, "2026-09-07"), { id, version: 1, accept: true })).toMatchObject({
      reason: "trial_too_late",
    });
    expect(await answerTrial(bo, { id, version: 1, accept: false })).toMatchObject({
      value: { status: "declined" },
    });
    expect(await supportOfBo()).toEqual(["Ben Berg primary 01-01–…"]);
    expect(await listOwnTrials(ana)).toEqual([]);
  });

  it("asks both twice, each reads their own words alone, managers read both, and ratings count", async () => {
    const id = await agreed();
    const half = new Date("2026-09-21T08:00:00Z");
    expect(await askAboutTrials(asSystem(half))).toEqual({ asked: 1 });
    expect(await askAboutTrials(asSystem(half))).toEqual({ asked: 0 });
    expect((await noticesOf(office.userIds.bo)).filter((kind) => kind === "trial_check_in")).toHaveLength(1);
    const said = { id, rating: 4, works: "Mornings.", changes: "" };
    expect(await checkInTrial(ana, said)).toMatchObject({ reason: "trial_not_under_way" });
    expect(await checkInTrial(at(ana, "2026-09-22"), said)).toMatchObject({ ok: true });
    expect(await checkInTrial(at(ana, "2026-09-22"), said)).toMatchObject({ reason: "trial_rated_already" });
    expect(await checkInTrial(at(bo, "2026-10-01"), { ...said, rating: 2, works: "Little." })).toMatchObject({
      ok: true,
    });
    expect((await requireTrial(at(ana, "2026-10-01"), id)).checkIns.map(({ works }) => works)).toEqual([
      "Mornings.",
    ]);
    expect((await requireTrial(at(bo, "2026-10-01"), id)).checkIns.map(({ works }) => works)).toEqual([
      "Little.",
    ]);
    const [seen] = await listTrials(office.manager, { poolId: office.poolId });
    expect(seen?.checkIns).toHaveLength(2);
    expect((await getOwnMatching(at(ana, "2026-10-02"))).ratings.count).toBe(2);
  });
});
