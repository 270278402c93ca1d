import "server-only";
import type { Ctx } from "@/lib/context";
import { addDays, type Day, dayToDate } from "@/lib/time/day";
import { demoId } from "./draw";
import { assistantId, MANAGER_ID, userId } from "./people";

/** A mentorship under way, one that is proposed, and somebody new whose first steps are signed off. */
export async function writeMentoring(tx: Ctx, monday: Day): Promise<void> {
  await tx.db.mentorWish.create({
    data: { assistantId: assistantId("Elin Västberg"), dutyId: "travel", askedAt: tx.now },
    select: { assistantId: true },
  });
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
