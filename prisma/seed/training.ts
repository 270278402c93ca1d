import "server-only";
import type { Assistant, Manager } from "@/lib/actor";
import { asAssistant, asManager, getPerson } from "@/lib/auth/person";
import type { Ctx } from "@/lib/context";
import { addDays, type Day, dayToDate } from "@/lib/time/day";
import { dayMonthsLater } from "@/lib/time/month";
import { askForSeat, enrolAssistant } from "@/lib/training/enrolments/service";
import { refreshTrainingNeeds } from "@/lib/training/needs/service";
import type { DemoPool } from "./demo-office";
import { demoId } from "./draw";
import { assistantId, MANAGER_ID, poolId, userId } from "./people";

type DemoCourse = {
  key: string;
  name: string;
  minutes: number;
  grants: Record<string, number>;
  kind?: "class" | "course" | "workshop" | "e_learning" | "conference";
  needsApproval?: boolean;
  validMonths?: number;
};

const COURSES: DemoCourse[] = [
  { key: "travel", name: "Travel booking", minutes: 180, grants: { travel: 4 } },
  { key: "letters", name: "Letters in English", minutes: 180, grants: { correspondence: 4 }, kind: "class" },
  { key: "sales", name: "Sales support", minutes: 360, grants: { sales_support: 3 }, needsApproval: true },
  { key: "research", name: "Finding sources", minutes: 240, grants: { research: 3 }, kind: "workshop" },
  { key: "aid", name: "First aid, refresher", minutes: 120, grants: {}, validMonths: 12 },
  { key: "data", name: "Data protection", minutes: 60, grants: {}, kind: "e_learning" },
];

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
  booked?: string[];
  asks?: string[];
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
    booked: ["Karin Hedlund", "Emma Sjögren"],
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
  for (const { key, grants, ...course } of COURSES)
    await tx.db.course.create({
      data: {
        id: demoId("course", key),
        needsApproval: false,
        ...course,
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
  await writeMentoring(tx, monday);
  await refreshTrainingNeeds({ db: tx.db, now: tx.now, actor: null });
}

/** A mentorship under way, one that is proposed, and somebody new whose first steps are signed off. */
async function writeMentoring(tx: Ctx, monday: Day): Promise<void> {
  const by = { createdById: MANAGER_ID, createdAt: tx.now };
  const yes = { mentorYesAt: tx.now, menteeYesAt: tx.now };
  await tx.db.mentorship.create({
    data: {
      ...{
        id: demoId("mentorship", "Maria"),
        mentorId: assistantId("Maria Lindgren"),
        cadence: "fortnightly",
      },
      ...{ menteeId: assistantId("Elin Västberg"), status: "active", ...by, ...yes },
      ...{ startsOn: dayToDate(addDays(monday, -56)), endsOn: dayToDate(addDays(monday, 126)) },
      goals: {
        create: [
          { position: 1, text: "Book travel alone", measure: "Three trips without help", dutyId: "travel" },
          { position: 2, text: "Run a board day", measure: "One day led from start to end" },
        ],
      },
      meetings: {
        create: [-42, -28, -14, 4].map((days) => ({
          ...{ on: dayToDate(addDays(monday, days)), startMinute: 10 * 60, endMinute: 10 * 60 + 30 },
          status: days < 0 ? ("held" as const) : ("planned" as const),
        })),
      },
      notes: {
        create: {
          ...{ authorId: userId("Maria Lindgren"), isShared: true, createdAt: tx.now },
          body: "Next time: visas, and who approves exceptions.",
        },
      },
    },
    select: { id: true },
  });
  await tx.db.mentorship.create({
    data: {
      ...{ id: demoId("mentorship", "Karin"), mentorId: assistantId("Karin Hedlund"), cadence: "weekly" },
      ...{ menteeId: assistantId("Johanna Ek"), ...by, menteeYesAt: tx.now },
      ...{ startsOn: dayToDate(addDays(monday, 7)), endsOn: dayToDate(addDays(monday, 98)) },
    },
    select: { id: true },
  });
  const newcomer = assistantId("Elin Västberg");
  const steps = [
    { dutyId: "calendar", fromWeek: 1, level: 4, isSigned: true },
    { dutyId: "travel", fromWeek: 4, level: 4, isSigned: true },
    { dutyId: "travel", fromWeek: 33, level: 5, isSigned: false },
  ];
  await tx.db.rampStep.createMany({
    data: steps.map(({ isSigned, ...step }) => ({
      ...{ id: demoId("ramp", `${step.dutyId} ${step.fromWeek}`), assistantId: newcomer, ...step },
      ...(isSigned && { signedOffById: userId("Maria Lindgren"), signedOffAt: tx.now }),
    })),
  });
}

/** Who went on the course that was held three weeks ago, and has one level more since. */
const ATTENDED = ["Maria Lindgren", "Cecilia Nordin", "Ingrid Söderholm"];
const HELD_DAYS_AGO = 19;

/** Where each level comes from: it was there on the first day, or a course raised it. */
async function writeLevels(tx: Ctx, monday: Day): Promise<void> {
  const on = dayToDate(addDays(monday, -HELD_DAYS_AGO));
  const courseId = demoId("course", "travel");
  const sessionId = demoId("session", "travel, held");
  const skills = await tx.db.assistantSkill.findMany({
    include: { assistant: { select: { poolId: true, hiredOn: true, user: { select: { name: true } } } } },
    orderBy: [{ assistantId: "asc" }, { dutyId: "asc" }],
  });
  const raised = skills.filter(
    ({ dutyId, proficiency, assistant }) =>
      dutyId === "travel" && proficiency > 1 && ATTENDED.includes(assistant.user.name),
  );
  const [first] = raised;
  if (!first) return;
  await tx.db.trainingSession.create({
    data: {
      ...{ id: sessionId, courseId, poolId: first.assistant.poolId, status: "over", capacity: 4 },
      ...{ createdById: MANAGER_ID, createdAt: on },
      dates: { create: { on, startMinute: 9 * 60, endMinute: 12 * 60 } },
    },
    select: { id: true },
  });
  const enrolmentOf = (id: string) => demoId("enrolment", `travel, held ${id}`);
  await tx.db.enrolment.createMany({
    data: raised.map(({ assistantId: id }) => ({
      ...{ id: enrolmentOf(id), courseId, sessionId, assistantId: id, status: "attended" as const },
      ...{ createdById: MANAGER_ID, createdAt: on },
    })),
  });
  await tx.db.skillChange.createMany({
    data: skills.map(({ assistantId: id, dutyId, proficiency, assistant }) => {
      const begun = assistant.hiredOn ?? on;
      const toLevel =
        proficiency - (raised.some((one) => one.assistantId === id && dutyId === "travel") ? 1 : 0);
      const by = { byId: MANAGER_ID, source: "manager" as const };
      return { assistantId: id, dutyId, fromLevel: null, toLevel, on: begun, at: begun, ...by };
    }),
  });
  await tx.db.skillChange.createMany({
    data: raised.map(({ assistantId: id, dutyId, proficiency }) => ({
      ...{ assistantId: id, dutyId, fromLevel: proficiency - 1, toLevel: proficiency, on, at: on },
      ...{ source: "training" as const, enrolmentId: enrolmentOf(id), byId: MANAGER_ID },
    })),
  });
}

/** First aid as it was held nearly a year ago: whose certificates run out soon. */
const HELD_AID = { daysAgo: 345, names: ["Maria Lindgren", "Karin Hedlund", "Emma Sjögren"] };

async function writeCertificates(tx: Ctx, monday: Day): Promise<void> {
  const held = addDays(monday, -HELD_AID.daysAgo);
  const on = dayToDate(held);
  const ids = HELD_AID.names.map(assistantId);
  const first = await tx.db.assistant.findFirst({
    where: { id: { in: ids } },
    select: { poolId: true },
  });
  if (!first) return;
  const of = { courseId: demoId("course", "aid"), createdById: MANAGER_ID, createdAt: on };
  const sessionId = demoId("session", "aid, held");
  await tx.db.trainingSession.create({
    data: {
      ...{ ...of, id: sessionId, poolId: first.poolId, status: "over", capacity: 12 },
      dates: { create: { on, startMinute: 10 * 60, endMinute: 12 * 60 } },
    },
    select: { id: true },
  });
  await tx.db.enrolment.createMany({
    data: ids.map((id) => ({
      ...{ ...of, id: demoId("enrolment", `aid, held ${id}`), sessionId, assistantId: id },
      ...{ status: "attended" as const, validUntil: dayToDate(dayMonthsLater(held, 12)) },
    })),
  });
}

async function writeSession(tx: Ctx, pool: DemoPool, monday: Day, session: DemoSession): Promise<void> {
  const { course, dates, booked = [], asks = [], pool: _, ...fields } = session;
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
  const manager = await actAs(tx, MANAGER_ID, asManager);
  for (const name of booked)
    await enrolAssistant(manager, { sessionId: id, assistantId: assistantId(name), acceptedGaps: [] });
  for (const name of asks)
    await askForSeat(await actAs(tx, userId(name), asAssistant), { courseId, sessionId: id, note: "" });
}

/** One of the demo's people, as they would do it. */
export async function actAs<A extends Manager | Assistant>(
  tx: Ctx,
  id: string,
  as: (person: Ctx["actor"]) => A | null,
): Promise<Ctx<A>> {
  const person = await getPerson(tx.db, id, tx.now);
  const actor = person && as(person);
  if (!actor) throw new Error("the demo's people are not there yet");
  return { ...tx, actor };
}
