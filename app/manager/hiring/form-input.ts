import { z } from "zod";
import { CEFR_LEVELS, LanguageCode } from "@/lib/assistants/schema";
import { AdQuestionInput, SaveAdInput } from "@/lib/hiring/ads/schema";
import { HireInput } from "@/lib/hiring/hires/schema";
import { OfferInterviewInput } from "@/lib/hiring/interviews/schema";
import {
  ChangeRequisitionInput,
  CreateRequisitionInput,
  ProfileDutyInput,
  ProfileLanguageInput,
} from "@/lib/hiring/requisitions/schema";
import { rowsOf } from "@/lib/server/form-rows";
import { SearchText } from "@/lib/text";
import { DayInput } from "@/lib/time/inputs";

const ExecutiveRow = z.strictObject({ id: z.uuid() });

/** A request for people as its form sends it: an executive a row. */
export const CreateRequisitionForm = CreateRequisitionInput.extend({
  executiveIds: rowsOf(ExecutiveRow, "id").transform((rows) => rows.map(({ id }) => id)),
});

/** The same while it can be changed: a duty and a language a row. */
export const ChangeRequisitionForm = ChangeRequisitionInput.extend({
  duties: rowsOf(ProfileDutyInput, "dutyId"),
  languages: rowsOf(ProfileLanguageInput, "language"),
});

const PanelRow = z.strictObject({ id: z.uuid() });

/** An interview as its form offers it: a member of the panel a row. */
export const OfferInterviewForm = OfferInterviewInput.extend({
  userIds: rowsOf(PanelRow, "id").transform((rows, check) => {
    if (rows.length === 0) check.addIssue({ code: "custom", message: "required", input: undefined });
    return rows.map(({ id }) => id);
  }),
});

export const FindPanelInput = z.strictObject({ requisitionId: z.uuid(), q: SearchText });
export type FindPanelInput = z.infer<typeof FindPanelInput>;

const SkillRow = HireInput.shape.skills.unwrap().element;
const LanguageRow = z.strictObject({ language: LanguageCode, level: z.enum(CEFR_LEVELS) });
const StepRow = HireInput.shape.ramp.unwrap().element;
const SupportRow = z.strictObject({
  executiveId: z.uuid(),
  from: DayInput,
  isOn: z.literal("on").optional(),
});
const optionalId = z
  .union([z.literal("").transform(() => null), z.uuid()])
  .nullable()
  .default(null);

/** A hire as its form sends it: a skill, a language, a step and an executive a row. */
export const HireForm = HireInput.extend({
  skills: rowsOf(SkillRow, "dutyId"),
  languages: rowsOf(LanguageRow, "level"),
  ramp: rowsOf(StepRow, "dutyId"),
  supports: rowsOf(SupportRow, "isOn").transform((rows) =>
    rows.map(({ executiveId, from }) => ({ executiveId, from })),
  ),
  mentorId: optionalId,
  sessionId: optionalId,
});

const QuestionRow = AdQuestionInput.extend({ en: AdQuestionInput.shape.en });

/** An ad as its form sends it: a question a row. */
export const SaveAdForm = SaveAdInput.extend({
  questions: z
    .record(z.string(), QuestionRow)
    .transform((rows) => Object.values(rows).filter(({ en, sv }) => en !== "" || sv !== ""))
    .default([]),
});
