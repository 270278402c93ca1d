import { z } from "zod";
import { Flag } from "@/lib/absences/settings/schema";
import { DayText, Proficiency, SENIORITIES } from "@/lib/assistants/schema";
import { ReadVersion } from "@/lib/moves/schema";
import { DutyId } from "@/lib/pools/schema";
import { oneLine } from "@/lib/text";
import { DayInput } from "@/lib/time/inputs";

export const COURSE_KINDS = ["class", "course", "workshop", "e_learning", "conference"] as const;

const MOST_MINUTES = 60_000;
const MOST_COST = 1_000_000_000;
const Cost = z.coerce.number().int().min(0).max(MOST_COST);

export const GrantInput = z.strictObject({ dutyId: DutyId, level: Proficiency });

const NoDay = z.preprocess((value) => (value === "" ? null : value), DayInput.nullable());

/** Whom a course is mandatory for, everybody where nothing is named, and by when: a day, or so many days after the start. */
export const AudienceInput = z
  .strictObject({
    poolId: z.uuid().nullable().default(null),
    seniority: z.enum(SENIORITIES).nullable().default(null),
    dutyId: DutyId.nullable().default(null),
    dueOn: NoDay.default(null),
    withinDays: z
      .preprocess(
        (value) => (value === "" ? null : value),
        z.coerce.number().int().min(1).max(1000).nullable(),
      )
      .default(null)
      .meta({
        description:
          "Days after the start of work; who was here before counts from the day it became mandatory.",
      }),
  })
  .refine(({ dueOn, withinDays }) => (dueOn === null) !== (withinDays === null), {
    path: ["dueOn"],
    error: "one_of_two",
  });
export type AudienceInput = z.infer<typeof AudienceInput>;

const courseFields = {
  name: oneLine(80, 1),
  kind: z.enum(COURSE_KINDS).default("course"),
  minutes: z.coerce
    .number()
    .int()
    .min(1)
    .max(MOST_MINUTES)
    .meta({ description: "The work it takes, in minutes." }),
  grants: z
    .array(GrantInput)
    .max(20)
    .default([])
    .meta({ description: "The level in each duty that attending gives." }),
  mandatoryFor: z
    .array(AudienceInput)
    .max(20)
    .default([])
    .meta({ description: "Who has to attend, and by when." }),
  costPerPerson: Cost.default(0).meta({ description: "In the smallest unit of the currency." }),
  costPerSession: Cost.default(0),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default("EUR"),
  needsApproval: Flag.default(false).meta({ description: "Who asks for a seat waits for a decision." }),
  requiredShare: z.coerce.number().int().min(1).max(100).default(100),
  validMonths: z
    .preprocess((value) => (value === "" ? null : value), z.coerce.number().int().min(1).max(120).nullable())
    .default(null)
    .meta({ description: "How many months attending it is valid; null for good." }),
};

/** Something to be learnt, for every pool. */
export const CreateCourseInput = z.strictObject(courseFields);
export type CreateCourseInput = z.infer<typeof CreateCourseInput>;

/** All of a course. A retired one is offered no more and keeps who attended. */
export const ChangeCourseInput = z.strictObject({
  id: z.uuid(),
  version: ReadVersion,
  ...courseFields,
  isRetired: Flag.default(false),
});
export type ChangeCourseInput = z.infer<typeof ChangeCourseInput>;

export const CourseView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(COURSE_KINDS),
  minutes: z.number().int(),
  grants: z.array(z.strictObject({ dutyId: z.string(), level: z.number().int() })),
  mandatoryFor: z.array(
    z.strictObject({
      poolId: z.uuid().nullable(),
      seniority: z.enum(SENIORITIES).nullable(),
      dutyId: z.string().nullable(),
      dueOn: DayText.nullable(),
      withinDays: z.number().int().nullable(),
    }),
  ),
  costPerPerson: z.number().int(),
  costPerSession: z.number().int(),
  currency: z.string(),
  needsApproval: z.boolean(),
  requiredShare: z.number().int(),
  validMonths: z.number().int().nullable(),
  isRetired: z.boolean(),
  version: z.number().int(),
});
export type CourseView = z.infer<typeof CourseView>;
