import "server-only";
import type { Ctx } from "@/lib/context";
import { addDays, type Day, dayToDate } from "@/lib/time/day";
import { dayMonthsLater } from "@/lib/time/month";
import { demoId } from "./draw";
import { assistantId, MANAGER_ID } from "./people";

/** Who went on the course that was held three weeks ago, and has one level more since. */
const ATTENDED = ["Maria Lindgren", "Cecilia Nordin", "Ingrid Söderholm"];
const HELD_DAYS_AGO = 19;
/** What they answered, in the two weeks after. */
const SAID = [
  { useful: 5, clear: 4, recommend: 5, words: "The exercises with real trips helped the most." },
  { useful: 4, clear: 5, recommend: 4, words: "" },
  { useful: 4, clear: 3, recommend: 4, words: "A little fast at the end." },
];

/** Where each level comes from: it was there on the first day, or a course raised it. */
export async function writeLevels(tx: Ctx, monday: Day): Promise<void> {
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
  await tx.db.evaluation.createMany({
    data: raised.flatMap(({ assistantId: id }, i) => {
      const said = SAID[i];
      return said ? [{ enrolmentId: enrolmentOf(id), ...said }] : [];
    }),
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

/** Certificates of those who were there, most of a year ago. */
export async function writeCertificates(tx: Ctx, monday: Day): Promise<void> {
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
