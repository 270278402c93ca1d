import { z } from "zod";
import { DayText } from "@/lib/assistants/schema";
import { OVERRIDE_RULES, REFUSED_RULES } from "@/lib/schedules/week/rules-findings-kinds";
import { WorkView } from "@/lib/schedules/week/schema";
import { oneLine } from "@/lib/text";
import { IsoWeekInput } from "@/lib/time/inputs";

const MOST_REASONS = 5000;
/** Why a rule is broken all the same. */
export const ReasonText = oneLine(200);

/** A reason for a rule that a shift breaks. */
export const OverrideInput = z.strictObject({
  shiftId: z.uuid(),
  rule: z.enum(OVERRIDE_RULES),
  reason: ReasonText,
});

/** A week whose drafts are published: all of them, or some people's, or those with some roles. */
export const PublishWeekInput = z.strictObject({
  poolId: z.uuid(),
  week: IsoWeekInput,
  version: z.coerce.number().int().min(0).meta({ description: "The version of the week that was read." }),
  overrides: z.array(OverrideInput).max(MOST_REASONS).default([]),
  reason: ReasonText.default("").meta({ description: "Why it comes later than the pool's notice." }),
  assistantIds: z.array(z.uuid()).max(1000).optional(),
  roleIds: z.array(z.uuid()).max(100).optional(),
});
export type PublishWeekInput = z.infer<typeof PublishWeekInput>;

export const PublicationIdInput = z.strictObject({ publicationId: z.uuid() });
export type PublicationIdInput = z.infer<typeof PublicationIdInput>;

export const CHANGE_KINDS = ["new", "gone", "moved", "longer", "shorter", "role", "break", "note"] as const;

export const SideView = z.strictObject({
  on: DayText,
  startMinute: z.number().int(),
  endMinute: z.number().int(),
  work: WorkView,
});

export const ChangeView = z.strictObject({
  shiftId: z.uuid(),
  kind: z.enum(CHANGE_KINDS),
  before: SideView.nullable(),
  after: SideView.nullable(),
});

/** A person's changes as a receipt keeps them. */
export const ReceiptChanges = z.array(ChangeView);
export type ReceiptChange = z.infer<typeof ChangeView>;

export const ToldView = z.array(
  z.strictObject({ assistantId: z.uuid(), name: z.string(), changes: ReceiptChanges }),
);

/** What a publication did, or would do. */
export const PublishedView = z.strictObject({
  publicationId: z.uuid().nullable().meta({ description: "Null where nothing had changed." }),
  number: z.number().int().nullable(),
  told: ToldView,
  leftOut: z
    .array(z.strictObject({ shiftId: z.uuid(), rule: z.enum(REFUSED_RULES) }))
    .meta({ description: "Drafts that no reason makes right; they stay drafts." }),
  gapsOpened: z.number().int(),
  gapsClosed: z.number().int(),
});

export const PublicationView = z.strictObject({
  id: z.uuid(),
  poolId: z.uuid(),
  week: z.string(),
  number: z.number().int(),
  at: z.string().meta({ format: "date-time" }),
  by: z.string(),
  reason: z.string(),
  receipts: z.array(
    z.strictObject({
      assistantId: z.uuid(),
      name: z.string(),
      changes: ReceiptChanges,
      acknowledgedAt: z.string().nullable().meta({ format: "date-time" }),
    }),
  ),
});
export type PublicationView = z.infer<typeof PublicationView>;
