import { day, dayToDate } from "@/lib/time/day";
import { testDb } from "../database";
import { createMentorship } from "../factories/mentoring";
import { createCourse, createTrainingSession } from "../factories/training";
import type { LeaveOffice } from "./leave";

/** A course with a session to come, for which the assistant has asked. */
export async function createTraining({ ids, manager, assistant }: LeaveOffice) {
  const { id: courseId } = await createCourse(testDb(), { needsApproval: true });
  const { id: sessionId } = await createTrainingSession(testDb(), {
    courseId,
    poolId: ids.pool,
    createdById: manager.userId,
    dates: [{ on: day("2027-05-11"), startMinute: 540, endMinute: 720 }],
  });
  const { id: enrolmentId } = await testDb().enrolment.create({
    data: {
      ...{ courseId, sessionId, assistantId: ids.assistantId, createdById: assistant.userId },
      status: "requested",
    },
  });
  const { id: sessionDateId } = await testDb().trainingSessionDate.findFirstOrThrow({ where: { sessionId } });
  const { id: arrangementId } = await testDb().arrangement.create({
    data: { sessionId, kind: "room", ownerId: manager.userId, dueOn: dayToDate(day("2027-05-04")) },
  });
  const { id: optionId } = await testDb().learningOption.create({
    data: {
      ...{
        poolId: ids.pool,
        title: "Minutes that are read",
        status: "chosen",
        reason: "Nearest and cheapest",
      },
      ...{ suggestedById: manager.userId, createdAt: new Date() },
    },
  });
  return { courseId, sessionId, enrolmentId, sessionDateId, arrangementId, optionId };
}

/** The colleague mentors the assistant, who has a step to learn. */
export async function createMentoring({ ids }: LeaveOffice) {
  const { id: mentorshipId, meetings } = await createMentorship(testDb(), {
    mentorId: ids.colleagueId,
    menteeId: ids.assistantId,
  });
  const { id: stepId } = await testDb().rampStep.create({
    data: { assistantId: ids.assistantId, dutyId: "calendar", fromWeek: 2, level: 2 },
  });
  return { mentorshipId, meetingId: meetings[0]?.id ?? "", stepId };
}
