import { z } from "zod";
import { Flag } from "@/lib/absences/settings/schema";
import { DayText } from "@/lib/assistants/schema";
import { ReadVersion } from "@/lib/moves/schema";
import { manyLines, oneLine } from "@/lib/text";
import { DayInput } from "@/lib/time/inputs";
import { ARRANGEMENT_KINDS, ARRANGEMENT_STATUSES } from "./rules";

const fields = {
  kind: z.enum(ARRANGEMENT_KINDS).default("other"),
  label: oneLine(120).default("").meta({ description: "What exactly; empty where the kind says it all." }),
  ownerId: z
    .preprocess((value) => (value === "" ? null : value), z.uuid().nullable())
    .default(null)
    .meta({ description: "The assistant of the pool who sees to it; null is the manager who says so." }),
  dueOn: DayInput,
  isShown: Flag.default(false).meta({ description: "Participants read it with their date." }),
};

/** Something to see to for a session: what, by whom and by when. */
export const AddArrangementInput = z.strictObject({ sessionId: z.uuid(), ...fields });
export type AddArrangementInput = z.infer<typeof AddArrangementInput>;

export const ChangeArrangementInput = z.strictObject({ id: z.uuid(), version: ReadVersion, ...fields });
export type ChangeArrangementInput = z.infer<typeof ChangeArrangementInput>;

/** That it is done, that it is not needed, or that it is open after all. */
export const SettleArrangementInput = z.strictObject({
  id: z.uuid(),
  version: ReadVersion,
  status: z.enum(ARRANGEMENT_STATUSES),
});
export type SettleArrangementInput = z.infer<typeof SettleArrangementInput>;

/** What one may not eat or needs to take part; empty is nothing. */
export const SayNeedsInput = z.strictObject({ enrolmentId: z.uuid(), words: manyLines(300).default("") });
export type SayNeedsInput = z.infer<typeof SayNeedsInput>;

export const ArrangementView = z.strictObject({
  id: z.uuid(),
  sessionId: z.uuid(),
  kind: z.enum(ARRANGEMENT_KINDS),
  label: z.string(),
  owner: z.string(),
  ownerId: z.uuid().nullable().meta({ description: "The assistant who sees to it; null for a manager." }),
  isOwn: z.boolean(),
  dueOn: DayText,
  status: z.enum(ARRANGEMENT_STATUSES),
  isShown: z.boolean(),
  version: z.number().int(),
});
export type ArrangementView = z.infer<typeof ArrangementView>;
