import type { Day } from "@/lib/time/day";
import type { DayPart } from "@/lib/time/half-day";
import { testDb } from "./database";
import { DUTIES, type OfficeFacts } from "./random-office";

const on = (date: Date): string => date.toISOString().slice(0, 10);
const lastOn = (date: Date | null): string | null => date && on(date);

type Row = {
  startOn: Date;
  startPart: DayPart;
  endOn: Date;
  endPart: DayPart;
  startMinute: number | null;
  endMinute: number | null;
};

function stretchOf(row: Row) {
  const { startPart: fromPart, endPart: toPart, startMinute, endMinute } = row;
  const window = startMinute === null || endMinute === null ? null : { startMinute, endMinute };
  return { from: on(row.startOn), fromPart, to: on(row.endOn), toPart, window };
}

/** What the tables say of a pool, in plain words for the recount; read without any query of the product's. */
export async function readFacts(from: Day, to: Day, holidays: string[]): Promise<OfficeFacts> {
  const db = testDb();
  const people = await db.assistant.findMany({
    include: {
      workingPatterns: true,
      skills: true,
      absences: { where: { status: { in: ["approved", "cancellation_requested"] } } },
    },
    orderBy: { id: "asc" },
  });
  const served = await db.executive.findMany({
    include: {
      supportHours: true,
      dutyRequirements: true,
      supportAssignments: { orderBy: [{ role: "asc" }, { rank: "asc" }, { id: "asc" }] },
      covers: {
        where: { status: { in: ["offered", "accepted", "confirmed", "active", "completed"] } },
        orderBy: [{ startOn: "asc" }, { id: "asc" }],
      },
    },
    orderBy: { id: "asc" },
  });
  const number = new Map(people.map(({ id }, i) => [id, i]));
  const dated = (row: {
    weekday: number;
    startsAtMinute: number;
    endsAtMinute: number;
    validFrom: Date;
    validTo: Date | null;
  }) => ({
    weekday: row.weekday,
    startsAtMinute: row.startsAtMinute,
    endsAtMinute: row.endsAtMinute,
    validFrom: on(row.validFrom),
    validTo: lastOn(row.validTo),
  });
  return {
    from,
    to,
    holidays: { north: holidays, south: [] },
    restrictions: [],
    history: [],
    isLending: false,
    assistants: people.map((one) => ({
      pool: "north",
      site: one.site,
      hours: one.workingPatterns.map(dated),
      hiredOn: lastOn(one.hiredOn),
      leavesOn: lastOn(one.leavesOn),
      skills: [0, 0],
      language: null,
      absences: one.absences.map(stretchOf),
    })),
    executives: served.map((one) => ({
      pool: "north",
      site: one.site,
      onsite: one.onsite,
      tier: one.tier,
      hours: one.supportHours.map(dated),
      leavesOn: lastOn(one.leavesOn),
      duties: DUTIES.flatMap((dutyId) => one.dutyRequirements.filter((duty) => duty.dutyId === dutyId)),
      language: null,
      supports: one.supportAssignments.map((support) => ({
        assistant: number.get(support.assistantId) ?? -1,
        role: support.role,
        dutyIds: support.dutyIds,
        from: on(support.fromOn),
        to: lastOn(support.toOn),
      })),
      covers: one.covers.map((cover) => ({
        ...stretchOf(cover),
        assistant: number.get(cover.assistantId) ?? -1,
        pinned: cover.pinned,
        overrideReason: cover.overrideReason,
        dutyIds: cover.dutyIds,
      })),
    })),
  };
}

/** The ids of the executives in the order in which the facts number them. */
export async function executiveIdsInOrder(): Promise<string[]> {
  const rows = await testDb().executive.findMany({ select: { id: true }, orderBy: { id: "asc" } });
  return rows.map(({ id }) => id);
}
