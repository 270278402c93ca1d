import "server-only";
import { asAssistant, asManager } from "@/lib/auth/person";
import type { Ctx } from "@/lib/context";
import { addDays, type Day, dayToDate } from "@/lib/time/day";
import type { ArrangementKind } from "@/lib/training/arrangements/rules";
import { askForSeat, enrolAssistant } from "@/lib/training/enrolments/service";
import { inviteAssistant } from "@/lib/training/invitations/service";
import { refreshTrainingNeeds } from "@/lib/training/needs/service";
import { PlanSessionInput } from "@/lib/training/sessions/schema";
import { planSession } from "@/lib/training/sessions/service";
import { setTrainer } from "@/lib/training/trainers/service";
import { actAs } from "./act-as";
import type { DemoPool } from "./demo-office";
import { demoId } from "./draw";
import { writeMentoring } from "./mentoring";
import { assistantId, MANAGER_ID, poolId, userId } from "./people";
import { writeCertificates, writeLevels } from "./training-held";

type DemoCourse = {
  key: string;
  name: string;
  minutes: number;
  grants: Record<string, number>;
  kind?: "class" | "course" | "workshop" | "e_learning" | "conference";
  needsApproval?: boolean;
  validMonths?: number;
  costPerSession?: number;
  costPerPerson?: number;
  /** Mandatory for everybody: by so many days after the Monday, or so many after the start of work. */
  dueDays?: number;
  withinDays?: number;
};

const COURSES: DemoCourse[] = [
  { key: "travel", name: "Travel booking", minutes: 180, grants: { travel: 4 } },
  {
    key: "letters",
    name: "Letters in English",
    minutes: 180,
    grants: { correspondence: 4 },
    kind: "class",
    costPerSession: 1_800_000,
  },
  {
    key: "sales",
    name: "Sales support",
    minutes: 360,
    grants: { sales_support: 3 },
    costPerPerson: 240_000,
    needsApproval: true,
  },
  { key: "research", name: "Finding sources", minutes: 240, grants: { research: 3 }, kind: "workshop" },
  { key: "aid", name: "First aid, refresher", minutes: 120, grants: {}, validMonths: 12 },
  { key: "data", name: "Data protection", minutes: 60, grants: {}, kind: "e_learning", withinDays: 60 },
  { key: "system", name: "The new travel system", minutes: 180, grants: {}, dueDays: 74 },
];

/** What is being looked into, compared by price, place and days, and what the year may cost. */
async function writeResearch(tx: Ctx, pools: readonly DemoPool[], monday: Day): Promise<void> {
  const [first] = pools;
  if (!first) return;
  const decided = { decidedAt: tx.now, decidedById: MANAGER_ID };
  const of = { poolId: poolId(first), createdAt: tx.now, currency: "SEK" };
  await tx.db.learningOption.createMany({
    data: [
      {
        ...{
          ...of,
          ...decided,
          title: "Minutes that are read",
          provider: "Språkhuset",
          status: "chosen" as const,
        },
        ...{
          link: "https://courses.example/minutes",
          minutes: 240,
          costPerPerson: 320_000,
          place: "Stockholm",
        },
        ...{ days: "Two mornings in March", reason: "Nearest, and in Swedish", suggestedById: MANAGER_ID },
      },
      {
        ...{ ...of, title: "Minutes and agendas", provider: "Office Academy", status: "looking" as const },
        ...{ link: "https://academy.example/agendas", minutes: 360, costPerPerson: 290_000, place: "Online" },
        ...{
          days: "Any week",
          notes: "Half of it is about software we do not use.",
          suggestedById: MANAGER_ID,
        },
      },
      {
        ...{
          ...of,
          ...decided,
          title: "Assistants’ conference",
          provider: "ExecAssist",
          status: "set_aside" as const,
        },
        ...{
          link: "https://conference.example",
          minutes: 960,
          costPerPerson: 1_450_000,
          place: "Copenhagen",
        },
        ...{ days: "9–10 June", reason: "Two days away in a full month", suggestedById: MANAGER_ID },
      },
      { ...of, title: "Spreadsheets for budgets", suggestedById: userId("Maria Lindgren") },
    ],
  });
  const year = Number(addDays(monday, 45).slice(0, 4));
  await tx.db.trainingBudget.createMany({
    data: pools.map((pool) => ({ poolId: poolId(pool), year, amount: 6_000_000, currency: "SEK" })),
  });
}

/** Three half-days of the full month of the course for all, as a search finds them; Stockholm's are for the manager to find. */
const FOUND: [days: number, startMinute: number, endMinute: number][] = [
  [51, 9 * 60, 12 * 60],
  [66, 14 * 60, 17 * 60],
  [74, 9 * 60, 12 * 60],
];

/** Books the course that is mandatory for everybody: each goes on the first date on which they can be covered. */
async function bookForAll(tx: Ctx, pool: DemoPool, monday: Day): Promise<void> {
  const manager = await actAs(tx, MANAGER_ID, asManager);
  const of = {
    courseId: demoId("course", "system"),
    poolId: poolId(pool),
    capacity: 6,
    location: "Training room",
  };
  const left = new Set(pool.assistants.map(({ name }) => assistantId(name)));
  for (const [days, startMinute, endMinute] of FOUND) {
    const dates = [{ on: addDays(monday, days), startMinute, endMinute }];
    const planned = await planSession(manager, PlanSessionInput.parse({ ...of, dates }));
    if (!planned.ok) continue;
    for (const id of [...left].slice(0, of.capacity)) {
      const seat = { sessionId: planned.value.id, assistantId: id, acceptedGaps: [] };
      if ((await enrolAssistant(manager, seat)).ok) left.delete(id);
    }
  }
}

type DemoArrangement = {
  kind: ArrangementKind;
  days: number;
  label?: string;
  owner?: string;
  isDone?: boolean;
  isShown?: boolean;
};

type DemoSession = {
  course: string;
  pool: string;
  /** Days after the Monday of the demo's week, and hours; no dates are a list of interest. */
  dates: [days: number, startMinute: number, endMinute: number][];
  capacity: number;
  minimum?: number;
  location?: string;
  link?: string;
  trainer?: string;
  trainerContact?: string;
  /** An assistant of the pool who holds it. */
  heldBy?: string;
  /** What, days after the Monday, by an assistant or the manager, and whether it is done. */
  arrangements?: DemoArrangement[];
  booked?: string[];
  asks?: string[];
  /** Who is asked to come and has not answered. */
  invited?: string[];
};

const SESSIONS: DemoSession[] = [
  {
    course: "letters",
    pool: "Stockholm",
    dates: [[44, 13 * 60, 16 * 60]],
    capacity: 2,
    location: "Room 4.02",
    link: "https://meet.standby.example/letters",
    trainer: "Marta Lind",
    trainerContact: "marta@lindlanguage.example, +46 8 555 0144",
    booked: ["Maria Lindgren", "Elin Västberg"],
    asks: ["Sara Dahlgren", "Linnea Bäckström"],
  },
  {
    course: "travel",
    pool: "Stockholm",
    dates: [[50, 9 * 60, 12 * 60]],
    capacity: 6,
    minimum: 4,
    location: "Room 2.11",
    heldBy: "Josefin Åberg",
    arrangements: [
      { kind: "room", days: 1, isDone: true },
      {
        kind: "catering",
        days: 3,
        label: "Coffee and sandwiches for 6",
        owner: "Maria Lindgren",
        isShown: true,
      },
      { kind: "equipment", days: -2, label: "Laptops with the booking system" },
      { kind: "material", days: 43, owner: "Karin Hedlund" },
    ],
    booked: ["Karin Hedlund", "Emma Sjögren"],
    invited: ["Johanna Ek"],
  },
  {
    course: "sales",
    pool: "London",
    dates: [
      [51, 9 * 60, 12 * 60],
      [58, 9 * 60, 12 * 60],
    ],
    capacity: 8,
    trainer: "Nadia Khan",
    booked: ["Priya Sharma"],
    asks: ["Grace Adeyemi", "Chloe Harrison"],
  },
  {
    course: "aid",
    pool: "London",
    dates: [[45, 10 * 60, 12 * 60]],
    capacity: 12,
    minimum: 8,
    location: "Canteen",
    booked: ["Daniel Hughes", "Olivia Bennett"],
  },
  { course: "research", pool: "Stockholm", dates: [], capacity: 10, asks: ["Johanna Ek"] },
];

/** Courses and sessions to come: seats booked with their cover, a waiting list, and what waits for a decision. */
export async function writeTraining(tx: Ctx, pools: readonly DemoPool[], monday: Day): Promise<void> {
  for (const { key, grants, dueDays, withinDays, ...course } of COURSES)
    await tx.db.course.create({
      data: {
        id: demoId("course", key),
        currency: "SEK",
        needsApproval: false,
        ...course,
        ...((dueDays || withinDays) && {
          audiences: {
            create: {
              since: dayToDate(monday),
              ...(dueDays ? { dueOn: dayToDate(addDays(monday, dueDays)) } : { withinDays }),
            },
          },
        }),
        grants: { create: Object.entries(grants).map(([dutyId, level]) => ({ dutyId, level })) },
      },
      select: { id: true },
    });
  await writeLevels(tx, monday);
  await writeCertificates(tx, monday);
  for (const session of SESSIONS) {
    const pool = pools.find(({ name }) => name === session.pool);
    if (pool) await writeSession(tx, pool, monday, session);
  }
  await writeResearch(tx, pools, monday);
  const london = pools.find(({ name }) => name === "London");
  if (london) await bookForAll(tx, london, monday);
  await writeMentoring(tx, monday);
  await refreshTrainingNeeds({ db: tx.db, now: tx.now, actor: null });
}

async function writeArrangements(
  tx: Ctx,
  sessionId: string,
  arrangements: readonly DemoArrangement[],
  monday: Day,
): Promise<void> {
  await tx.db.arrangement.createMany({
    data: arrangements.map(({ kind, days, label = "", owner, isDone = false, isShown = false }) => ({
      ...{ sessionId, kind, label, isShown, dueOn: dayToDate(addDays(monday, days)) },
      ownerId: owner ? userId(owner) : MANAGER_ID,
      ...(isDone && { status: "done" as const, settledById: MANAGER_ID, settledAt: tx.now }),
    })),
  });
}

async function writeSession(tx: Ctx, pool: DemoPool, monday: Day, session: DemoSession): Promise<void> {
  const {
    course,
    dates,
    booked = [],
    asks = [],
    invited = [],
    pool: _,
    arrangements: __,
    heldBy,
    ...fields
  } = session;
  const id = demoId("session", `${course} ${pool.name}`);
  const courseId = demoId("course", course);
  await tx.db.trainingSession.create({
    data: {
      ...fields,
      ...{ id, courseId, poolId: poolId(pool), createdById: MANAGER_ID, createdAt: tx.now },
      dates: {
        create: dates.map(([days, startMinute, endMinute]) => ({
          on: dayToDate(addDays(monday, days)),
          startMinute,
          endMinute,
        })),
      },
    },
    select: { id: true },
  });
  await writeArrangements(tx, id, session.arrangements ?? [], monday);
  const manager = await actAs(tx, MANAGER_ID, asManager);
  if (heldBy) {
    const trainer = { trainer: "", trainerContact: "", trainerId: assistantId(heldBy), acceptedGaps: [] };
    await setTrainer(manager, { id, version: 1, ...trainer });
  }
  for (const name of booked)
    await enrolAssistant(manager, { sessionId: id, assistantId: assistantId(name), acceptedGaps: [] });
  for (const name of invited)
    await inviteAssistant(manager, { sessionId: id, assistantId: assistantId(name), answerBy: null });
  for (const name of asks)
    await askForSeat(await actAs(tx, userId(name), asAssistant), { courseId, sessionId: id, note: "" });
}
