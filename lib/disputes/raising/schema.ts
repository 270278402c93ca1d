import { z } from "zod";
import { ReadVersion } from "@/lib/moves/schema";
import { manyLines, oneLine } from "@/lib/text";

export const CASE_TOPICS = ["person", "workload", "way_of_working"] as const;
export const CASE_WISHES = ["change", "advice", "note"] as const;
/** Who may know: whoever handles it alone, or later also who is named, once the writer says so. */
export const MAY_KNOW = ["handler", "later"] as const;
export const MOST_NAMED = 3;
export const LONGEST_STATEMENT = 20_000;

const Ticked = z.preprocess((value) => (value === "on" ? true : value), z.boolean());

/** What somebody raises, before it is sent. */
export const DraftFields = z.strictObject({
  topic: z.enum(CASE_TOPICS).default("person"),
  personIds: z
    .array(z.uuid())
    .max(MOST_NAMED)
    .overwrite((ids) => [...new Set(ids)])
    .default([])
    .meta({ description: "The people it is about who are in Standby; they learn nothing of it." }),
  outsider: oneLine(200)
    .default("")
    .meta({ description: "A person it is about who is not in Standby, in free words." }),
  statement: manyLines(LONGEST_STATEMENT).default(""),
  wish: z.enum(CASE_WISHES).default("change"),
  mayKnow: z.enum(MAY_KNOW).default("handler"),
  isGrave: Ticked.default(false).meta({ description: "Harassment, a threat, or a person's safety." }),
  handlerId: z
    .uuid()
    .nullable()
    .default(null)
    .meta({ description: "Who is to handle it; chosen for you where left out or not impartial." }),
});
export type DraftFields = z.infer<typeof DraftFields>;

/** Begins a draft, or sends what was never kept as one. */
export const BeginCaseInput = DraftFields.extend({ intent: z.enum(["save", "send"]).default("save") });
export type BeginCaseInput = z.infer<typeof BeginCaseInput>;

/** Writes a draft anew, or sends it. */
export const ChangeDraftInput = BeginCaseInput.extend({ id: z.uuid(), version: ReadVersion });
export type ChangeDraftInput = z.infer<typeof ChangeDraftInput>;

export const CaseIdInput = z.strictObject({ id: z.uuid() });
export type CaseIdInput = z.infer<typeof CaseIdInput>;

export const CaseVersionInput = z.strictObject({ id: z.uuid(), version: ReadVersion });
export type CaseVersionInput = z.infer<typeof CaseVersionInput>;

export const FindNameableInput = z.strictObject({ q: oneLine(100, 1) });
