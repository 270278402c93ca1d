import { z } from "zod";
import { DayText } from "@/lib/assistants/schema";
import { CursorInput, LimitInput } from "@/lib/cursor";
import { DayInput } from "@/lib/time/inputs";

/** Never, or only where nobody else can. */
export const RESTRICTION_KINDS = ["hard", "soft"] as const;

/** An assistant who is not, or only as a last resort, to work for an executive; looked at again on a day, and over after another. */
export const RestrictPairingInput = z.strictObject({
  executiveId: z.uuid(),
  assistantId: z.uuid(),
  kind: z.enum(RESTRICTION_KINDS).default("hard"),
  reviewOn: DayInput,
  expiresOn: DayInput.nullable().default(null),
});
export type RestrictPairingInput = z.infer<typeof RestrictPairingInput>;

export const RestrictionIdInput = z.strictObject({ id: z.uuid() });
export type RestrictionIdInput = z.infer<typeof RestrictionIdInput>;

export const ListRestrictionsInput = z.strictObject({
  executiveId: z.uuid().optional(),
  assistantId: z.uuid().optional(),
  cursor: CursorInput.optional(),
  limit: LimitInput,
});
export type ListRestrictionsInput = z.infer<typeof ListRestrictionsInput>;

/** A restriction as managers see it, alike whatever its cause: never who set it, when, or why. */
export const RestrictionView = z.strictObject({
  id: z.uuid(),
  executiveId: z.uuid(),
  executiveName: z.string(),
  assistantId: z.uuid(),
  assistantName: z.string(),
  kind: z.enum(RESTRICTION_KINDS),
  reviewOn: DayText.nullable(),
  expiresOn: DayText.nullable(),
});
export type RestrictionView = z.infer<typeof RestrictionView>;
