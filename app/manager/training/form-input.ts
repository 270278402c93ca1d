import { z } from "zod";
import { jsonOf } from "@/app/_shared/forms/json-field";
import type { SENIORITIES } from "@/lib/assistants/schema";
import { rowsOf } from "@/lib/server/form-rows";
import {
  AudienceInput,
  ChangeCourseInput,
  CreateCourseInput,
  GrantInput,
} from "@/lib/training/courses/schema";
import { EnrolInput, InviteInput } from "@/lib/training/enrolments/schema";
import { ChangeOptionInput } from "@/lib/training/options/schema";
import { MoveSessionInput, PlanSessionInput, SessionDateInput } from "@/lib/training/sessions/schema";
import { SetBudgetInput } from "@/lib/training/year/schema";

/** Somebody's seat as the session's page sends it: the covers as shown, and the gaps as named. */
export const EnrolForm = EnrolInput.extend({
  acceptedGaps: jsonOf(EnrolInput.shape.acceptedGaps).default([]),
  covers: jsonOf(EnrolInput.shape.covers).optional(),
});

/** An invitation as its form sends it: no day is none. */
export const InviteForm = InviteInput.extend({
  answerBy: z.preprocess((value) => (value === "" ? null : value), InviteInput.shape.answerBy),
});

/** Whom a course is mandatory for, as a row says it: everybody, or a pool, seniority or duty by its key. */
const AudienceRow = z
  .strictObject({
    who: z.string(),
    dueOn: z.string().optional(),
    withinDays: z.string().optional(),
  })
  .transform(({ who, ...when }): z.input<typeof AudienceInput> => {
    const [kind, id = ""] = who.split(":");
    return {
      ...(kind === "pool" && { poolId: id }),
      ...(kind === "seniority" && { seniority: id as (typeof SENIORITIES)[number] }),
      ...(kind === "duty" && { dutyId: id }),
      ...when,
    };
  })
  .pipe(AudienceInput);
const mandatoryFor = rowsOf(AudienceRow, "who");

const grants = rowsOf(GrantInput, "dutyId");

/** Money as people write it, as so many of the smallest unit of its currency, which is a hundredth. */
function inHundredths<T extends z.ZodType>(amount: T) {
  return z.preprocess(
    (typed) => (typeof typed === "string" && typed.trim() !== "" ? Math.round(100 * Number(typed)) : typed),
    amount,
  );
}

const costPerPerson = inHundredths(
  z.preprocess((typed) => (typed === "" ? 0 : typed), CreateCourseInput.shape.costPerPerson),
);

/** A course as its form sends it: a grant a row, and money as people write it. */
export const CreateCourseForm = CreateCourseInput.extend({ grants, mandatoryFor, costPerPerson });
export const ChangeCourseForm = ChangeCourseInput.extend({ grants, mandatoryFor, costPerPerson });

/** What is looked into, and what a year may cost, with money as people write it. */
export const ChangeOptionForm = ChangeOptionInput.extend({
  costPerPerson: inHundredths(ChangeOptionInput.shape.costPerPerson),
});
export const SetBudgetForm = SetBudgetInput.extend({
  amount: inHundredths(
    z.preprocess((typed) => (typed === "" ? undefined : typed), SetBudgetInput.shape.amount),
  ),
});

/** A session as its form sends it: a date a row. */
export const PlanSessionForm = PlanSessionInput.extend({ dates: rowsOf(SessionDateInput, "on") });

/** Other dates of a session as their form sends them. */
export const MoveSessionForm = MoveSessionInput.omit({ acceptedGaps: true }).extend({
  dates: rowsOf(SessionDateInput, "on").refine((rows) => rows.length > 0, { error: "required" }),
});
