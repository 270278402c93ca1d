import { day } from "@/lib/time/day";
import { AskForSeatInput, EnrolInput } from "@/lib/training/enrolments/schema";
import { askForSeat, enrolAssistant } from "@/lib/training/enrolments/service";
import { asAssistantOf, MONDAY_MORNING } from "../contexts";
import { testDb } from "../database";
import { createCourse, createTrainingSession } from "../factories/training";
import { current } from "../versions";
import { createCoverageOffice } from "./coverage";

/** A morning of the week after the one in which Ana is away. */
export const MORNING = { on: day("2026-08-25"), startMinute: 540, endMinute: 720 };

export type TrainingName = "ana" | "ben" | "cia" | "dan";
type SessionFields = Partial<Parameters<typeof createTrainingSession>[1]>;

/** The office of covers with a course on that morning, and how people come to a seat on it. */
export async function createTrainingOffice(sessionFields: SessionFields = {}) {
  const office = await createCoverageOffice();
  await testDb().leaveType.create({ data: { id: "training", nameEn: "Training", nameSv: "Utbildning" } });
  const { id: courseId } = await createCourse(testDb());

  async function plan(more: SessionFields = {}): Promise<string> {
    const { id } = await createTrainingSession(testDb(), {
      courseId,
      poolId: office.poolId,
      createdById: office.manager.actor.userId,
      dates: [MORNING],
      ...more,
    });
    return id;
  }

  const sessionId = await plan(sessionFields);
  const assistant = (name: TrainingName, now = MONDAY_MORNING) =>
    asAssistantOf(office.userIds[name] ?? "", now);
  const enrolmentOf = (name: TrainingName) =>
    testDb().enrolment.findFirstOrThrow({
      where: { assistantId: office.ids[name] },
      orderBy: { queueNumber: "desc" },
    });

  return {
    ...office,
    courseId,
    sessionId,
    plan,
    assistant,
    enrol: (name: TrainingName, more: Record<string, unknown> = {}) =>
      enrolAssistant(office.manager, EnrolInput.parse({ sessionId, assistantId: office.ids[name], ...more })),
    ask: async (name: TrainingName, more: Record<string, unknown> = {}) =>
      askForSeat(await assistant(name), AskForSeatInput.parse({ courseId, sessionId, ...more })),
    enrolmentOf,
    seatOf: async (name: TrainingName) => current("enrolments", (await enrolmentOf(name)).id),
    statusOf: async (name: TrainingName) => (await enrolmentOf(name)).status,
    trainingAbsencesOf: (name: TrainingName) =>
      testDb().absence.findMany({ where: { assistantId: office.ids[name], leaveTypeId: "training" } }),
  };
}

export type TrainingOffice = Awaited<ReturnType<typeof createTrainingOffice>>;
