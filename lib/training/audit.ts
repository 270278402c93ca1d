import { z } from "zod";
import { declareAudit, forAdministrators } from "@/lib/audit-catalogue";
import { DayFact, IdFact, KeyFact } from "@/lib/facts";

const SESSION = forAdministrators("training_session", {
  courseId: IdFact,
  poolId: IdFact,
  from: DayFact.nullable(),
  to: DayFact.nullable(),
  capacity: z.number().int(),
});

const ENROLMENT = forAdministrators("enrolment", {
  assistantId: IdFact,
  courseId: IdFact,
  sessionId: IdFact.nullable(),
  from: KeyFact.nullable(),
  to: KeyFact,
});

const OPTION = forAdministrators("learning_option", { poolId: IdFact });
const ARRANGEMENT = forAdministrators("arrangement", { sessionId: IdFact, poolId: IdFact });

/** What the audit log tells of training: who and which course, never notes or why somebody could not come. */
export const trainingAudit = declareAudit({
  "course.added": forAdministrators("course"),
  "course.changed": forAdministrators("course"),
  "training_session.planned": SESSION,
  "training_session.changed": SESSION,
  "training_session.moved": SESSION,
  "training_session.cancelled": SESSION,
  "training_session.finished": SESSION,
  "training_session.trainer_set": SESSION,
  "arrangement.added": ARRANGEMENT,
  "arrangement.changed": ARRANGEMENT,
  "arrangement.settled": ARRANGEMENT,
  "arrangement.dismissed": ARRANGEMENT,
  "arrangement.reopened": ARRANGEMENT,
  "learning_option.suggested": OPTION,
  "learning_option.changed": OPTION,
  "learning_option.looked_into": OPTION,
  "learning_option.chosen": OPTION,
  "learning_option.set_aside": OPTION,
  "learning_option.scheduled": OPTION,
  "training_budget.set": forAdministrators("pool", { poolId: IdFact }),
  "training_need.worked_out": forAdministrators("pool", { poolId: IdFact, count: z.number().int() }),
  "training_need.put_aside": forAdministrators("training_need", {
    poolId: IdFact,
    assistantId: IdFact,
    dutyId: KeyFact,
  }),
  "enrolment.requested": ENROLMENT,
  "enrolment.nominated": ENROLMENT,
  "enrolment.approved": ENROLMENT,
  "enrolment.declined": ENROLMENT,
  "enrolment.booked": ENROLMENT,
  "enrolment.waitlisted": ENROLMENT,
  "enrolment.offered": ENROLMENT,
  "enrolment.lapsed": ENROLMENT,
  "enrolment.cancelled": ENROLMENT,
  "enrolment.marked": ENROLMENT,
  "enrolment.attended": ENROLMENT,
  "enrolment.incomplete": ENROLMENT,
  "enrolment.missed": ENROLMENT,
});
