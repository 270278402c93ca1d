import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asAssistant, asExecutive, asManager, getPerson, homeOf } from "@/lib/auth/person";
import { coversIn, gapsIn, piecesIn } from "@/lib/coverage/demand/rules";
import { ownMinutes } from "@/lib/coverage/demand/rules-duty-minutes";
import type { OfficeSupport } from "@/lib/coverage/office/rules";
import { plan } from "@/lib/coverage/planner/plan";
import { problemOf } from "@/lib/coverage/plans/rules-problem";
import { getExecutiveSupport } from "@/lib/coverage/serving/queries-support";
import { getAssistantWeek } from "@/lib/coverage/serving/queries-week";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "@/lib/demo";
import { countUnreadNotices } from "@/lib/notices/queries";
import { isRightPassword } from "@/lib/password";
import { isForDuty } from "@/lib/support/rules";
import { addDays } from "@/lib/time/day";
import { minutesInPart } from "@/lib/time/hours";
import { isoWeekOf } from "@/lib/time/iso-week";
import { seedDemo } from "@/prisma/seed/demo";
import {
  countSlots,
  DEMO_TIMEOUT_MS,
  type DemoDatabase,
  gridOfWeek,
  mondayAt,
  openCatalogue,
  openDemo,
} from "../support/demo";
import { itKeepsTheRules } from "../support/demo-rules";

let demo: DemoDatabase;

beforeAll(async () => {
  demo = await openDemo("demo_office", new Date("2026-08-19T09:00:00Z"));
}, DEMO_TIMEOUT_MS);
afterAll(async () => demo?.db.$disconnect());

async function actorOf({ db }: DemoDatabase, email: string) {
  const { id } = await db.user.findUniqueOrThrow({ where: { email } });
  const person = await getPerson(db, id, new Date("2026-08-19T09:00:00Z"));
  if (!person) throw new Error(`${email} cannot sign in`);
  return person;
}

describe("the demo office", () => {
  itKeepsTheRules(() => demo);

  it("knows which levels would help cover, with figures", async () => {
    const needs = await demo.db.trainingNeed.findMany({ where: { status: "open" } });
    expect(needs.length).toBeGreaterThan(2);
    console.info(
      needs
        .map((n) => [n.dutyId, n.level, n.daysBefore, n.daysAfter, n.executiveIds.length].join(" "))
        .join("\n"),
    );
    for (const { daysBefore, daysAfter, executiveIds } of needs) {
      expect(daysAfter).toBeLessThan(daysBefore);
      expect(executiveIds).not.toEqual([]);
    }
  });

  it("has two pools with 28 assistants and 70 executives, each with an own assistant", async () => {
    const { db } = demo;
    expect(await db.pool.findMany({ select: { name: true }, orderBy: { name: "asc" } })).toEqual([
      { name: "London" },
      { name: "Stockholm" },
    ]);
    expect(await db.assistant.count()).toBe(28);
    expect(await db.executive.count()).toBe(70);
    const today = new Date("2026-08-19");
    const inForce = { role: "primary" as const, fromOn: { lte: today } };
    const without = await db.executive.count({
      where: { supportAssignments: { none: { ...inForce, OR: [{ toOn: null }, { toOn: { gte: today } }] } } },
    });
    expect(without).toBe(0);
  });

  it("gives each assistant own work for 55 to 90 percent of a day", async () => {
    for (const name of ["Stockholm", "London"]) {
      const { grid } = await gridOfWeek(demo, name, 0);
      for (const assistant of grid.office.assistants.values()) {
        const isOwn = (support: OfficeSupport) =>
          support.role === "primary" && support.assistantId === assistant.id;
        const duties = grid.office.executives.flatMap(({ duties, supports }) =>
          duties.filter(({ dutyId }) => supports.some((s) => isOwn(s) && isForDuty(s, dutyId))),
        );
        const minutes = ownMinutes(duties, "am") + ownMinutes(duties, "pm");
        const day = assistant.hours.find((hours) => hours.weekday === 1);
        const atWork = day ? minutesInPart(day, "am") + minutesInPart(day, "pm") : 0;
        expect(minutes / atWork, assistant.name).toBeGreaterThanOrEqual(0.55);
        expect(minutes / atWork, assistant.name).toBeLessThanOrEqual(0.9);
      }
    }
  });

  it("has absences by the hour, an executive that two share, and a ledger of the past weeks", async () => {
    const now = await gridOfWeek(demo, "Stockholm", 0);
    const byTheHour = [...now.grid.rows.values()]
      .flat()
      .flatMap(piecesIn)
      .filter((piece) => piece.window);
    expect(byTheHour.length).toBeGreaterThan(0);
    const { problem, parts } = problemOf(now.grid, now.pool.id);
    const ofSome = problem.episodes.filter(({ id }) => parts?.[id]?.dutyIds.length);
    expect(ofSome.length).toBeGreaterThanOrEqual(2);
    expect(ofSome.every(({ candidates }) => candidates.length > 0)).toBe(true);
    const next = await gridOfWeek(demo, "Stockholm", 1);
    const shared = [...next.grid.rows.values()].flat().filter((state) => coversIn(state).length === 2);
    expect(shared.length).toBeGreaterThan(0);
    expect(shared.flatMap(gapsIn)).toEqual([]);
    expect(await demo.db.coverLedgerEntry.count()).toBeGreaterThan(500);
  });

  it("leaves gaps of which the planner can close most, not all", async () => {
    for (const name of ["Stockholm", "London"]) {
      const { grid, pool } = await gridOfWeek(demo, name, 0);
      const { problem } = problemOf(grid, pool.id);
      const result = await plan(problem, { seed: 1, budget: { ms: 1_000 }, mode: "repair" });
      expect(result.uncovered.length, name).toBeGreaterThan(0);
      const deskOf = new Map(problem.episodes.map(({ id, executiveId }) => [id, executiveId]));
      const open = new Set(result.uncovered.map(({ episodeId, slot }) => `${deskOf.get(episodeId)} ${slot}`));
      expect(open.size, name).toBeLessThan(countSlots(grid, "gap") / 2);
    }
  });

  it("lets the four demo accounts in, each to a room of their own, and nobody else", async () => {
    const { db } = demo;
    const homes = [];
    for (const { email } of DEMO_ACCOUNTS) {
      const { passwordHash } = await db.user.findUniqueOrThrow({ where: { email } });
      expect(await isRightPassword(DEMO_PASSWORD, passwordHash)).toBe(true);
      homes.push(homeOf(await actorOf(demo, email)));
    }
    expect(homes).toEqual(["/manager/coverage", "/assistant/week", "/executive", "/admin"]);
    expect(await db.user.count({ where: { passwordHash: { not: null } } })).toBe(4);
    expect(asManager(await actorOf(demo, "manager@standby.example"))?.managedPoolIds).toHaveLength(2);
  });

  it("shows the demo assistant two own executives, and covers this week and next", async () => {
    const { db, now } = demo;
    const actor = asAssistant(await actorOf(demo, "assistant@standby.example"));
    if (!actor) throw new Error("not an assistant");
    const week = await getAssistantWeek({ actor, db, now }, {});
    const next = await getAssistantWeek({ actor, db, now }, { week: isoWeekOf(addDays(mondayAt(now), 7)) });
    const executives = (of: typeof week, kind: "own" | "cover") => [
      ...new Set(
        of.days
          .flatMap((d) => d.parts)
          .flatMap((p) => p.executives)
          .filter((executive) => executive.kind === kind)
          .map((executive) => executive.name),
      ),
    ];
    expect(executives(week, "own").sort()).toEqual(["Fredrik Åkesson", "Sofia Rydell"]);
    expect(executives(week, "cover")).toContain("Helena Bergqvist");
    expect(executives(next, "cover")).toContain("Helena Bergqvist");
    expect(await countUnreadNotices({ actor, db, now })).toBeGreaterThan(1);
  });

  it("shows the demo executive who covers while her own assistant is away", async () => {
    const { db, now } = demo;
    const actor = asExecutive(await actorOf(demo, "executive@standby.example"));
    if (!actor) throw new Error("not an executive");
    const { days } = await getExecutiveSupport({ actor, db, now }, { days: 10 });
    const names = days.flatMap((d) => d.parts).map((part) => part.assistantName);
    expect(days[0]?.parts.map((part) => part.assistantName)).toEqual(["Maria Lindgren", "Maria Lindgren"]);
    expect(names).toContain("Cecilia Nordin");
    expect(await countUnreadNotices({ actor, db, now })).toBeGreaterThan(1);
    const open = { in: ["assigned", "in_progress"] as ("assigned" | "in_progress")[] };
    expect(
      await db.supportRequest.count({ where: { executiveId: actor.executive.id, status: open } }),
    ).toBeGreaterThan(1);
  });

  it("uses every cover level, request state and kind of leave, and has one pinned cover", async () => {
    const { db } = demo;
    const levels = await db.dutyRequirement.groupBy({ by: ["coverLevel"] });
    const states = await db.supportRequest.groupBy({ by: ["status"] });
    const leave = await db.absence.groupBy({ by: ["leaveTypeId"] });
    expect([levels.length, states.length, leave.length]).toEqual([4, 7, 8]);
    expect(await db.coverageAssignment.count({ where: { pinned: true } })).toBe(1);
    expect(await db.absence.count({ where: { status: "requested" } })).toBeGreaterThan(2);
    const waiting = {
      status: { in: ["provisionally_approved" as const, "cancellation_requested" as const] },
    };
    expect(await db.absence.count({ where: waiting })).toBe(2);
    expect(await db.absence.count({ where: { status: "requested", startMinute: { not: null } } })).toBe(1);
  });

  it("has handovers in several states, one of which lacks an access, and a profile of every executive", async () => {
    const byStatus = await demo.db.handover.groupBy({ by: ["status"], _count: true });
    expect(byStatus.length).toBeGreaterThanOrEqual(3);
    const shown = await demo.db.handover.findFirstOrThrow({
      where: { executive: { user: { name: "Helena Bergqvist" } }, status: { not: "closed" } },
      include: { access: true },
    });
    expect(shown.access.filter((item) => item.grantedAt === null).map((item) => item.kind)).toEqual(["card"]);
    const without = { profileSections: { none: { confidential: true } } };
    expect(await demo.db.executive.count({ where: without })).toBe(0);
  });

  it("changes nothing the second time", async () => {
    const counts = () =>
      Promise.all([demo.db.user.count(), demo.db.coverageAssignment.count(), demo.db.auditEvent.count()]);
    const before = await counts();
    const lines: string[] = [];
    await seedDemo(demo.url, (line) => lines.push(line), demo.now);
    expect(await counts()).toEqual(before);
    expect(lines).toEqual(["The demo office is there already."]);
    expect(await demo.db.auditEvent.count({ where: { action: "demo.seeded" } })).toBe(1);
  });

  it("leaves nothing behind when it is interrupted, so that the next start begins anew", async () => {
    const { url, db, now } = await openCatalogue("demo_interrupted", demo.now);
    const stopping = new AbortController();
    const seeding = seedDemo(url, (line) => line.includes("1 of") && stopping.abort(), now, stopping.signal);
    await expect(seeding).rejects.toThrow(/abort/i);
    expect(await db.user.count()).toBe(0);
    expect(await db.pool.count()).toBe(0);
    await db.$disconnect();
  });

  it("writes nothing that is yet to happen", async () => {
    const { db, now } = demo;
    const later = { createdAt: { gt: now } };
    expect(await db.notification.count({ where: later })).toBe(0);
    expect(await db.supportRequest.count({ where: later })).toBe(0);
    expect(await db.absence.count({ where: later })).toBe(0);
    expect(await db.coverageAssignment.count({ where: later })).toBe(0);
  });
});

describe("the catalogue every office begins with", () => {
  it("has a description of each duty in both languages", async () => {
    const duties = await demo.db.duty.findMany();
    expect(duties).toHaveLength(11);
    expect(duties.filter((duty) => !duty.descriptionEn || !duty.descriptionSv)).toEqual([]);
  });

  it("has the 16 work styles with the importance O*NET gives them", async () => {
    const rows = (await readFile("prisma/seed/onet/work-styles.tsv", "utf8"))
      .split("\n")
      .map((r) => r.split("\t"));
    const given = rows.flatMap(([code, , element, scale, value]) =>
      code === "43-6011.00" && scale === "IM" ? [[element, Number(value)]] : [],
    );
    const styles = await demo.db.workStyle.findMany({ orderBy: { sortOrder: "asc" } });
    expect(styles.map((style) => [style.onetElement, style.importance])).toEqual(given);
    expect(styles).toHaveLength(16);
  });
});
