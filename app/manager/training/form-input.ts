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
import { MoveSessionInput, PlanSessionInput, SessionDateInput } from "@/lib/training/sessions/schema";

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

/** A course as its form sends it: a grant a row. */
export const CreateCourseForm = CreateCourseInput.extend({ grants, mandatoryFor });
export const ChangeCourseForm = ChangeCourseInput.extend({ grants, mandatoryFor });

/** A session as its form sends it: a date a row. */
export const PlanSessionForm = PlanSessionInput.extend({ dates: rowsOf(SessionDateInput, "on") });

/** Other dates of a session as their form sends them. */
export const MoveSessionForm = MoveSessionInput.omit({ acceptedGaps: true }).extend({
  dates: rowsOf(SessionDateInput, "on").refine((rows) => rows.length > 0, { error: "required" }),
});
