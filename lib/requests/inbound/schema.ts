import { z } from "zod";
import { CursorInput, LimitInput } from "@/lib/cursor";

/** Why a mail is held instead of taken. */
export const HELD_REASONS = [
  "unknown_sender",
  "not_involved",
  "failed_checks",
  "no_request",
  "no_words",
  "unreadable",
  "refused",
] as const;
export type HeldReason = (typeof HELD_REASONS)[number];

export const ListHeldMailsInput = z.strictObject({
  show: z.enum(["held", "discarded"]).default("held"),
  cursor: CursorInput.optional(),
  limit: LimitInput,
});
export type ListHeldMailsInput = z.infer<typeof ListHeldMailsInput>;

/** A held mail becomes a request of an executive; without one, a comment on the request it answers. */
export const ReleaseMailInput = z.strictObject({
  id: z.uuid(),
  executiveId: z.uuid().nullable().default(null),
});
export type ReleaseMailInput = z.infer<typeof ReleaseMailInput>;

export const HeldMailInput = z.strictObject({ id: z.uuid() });
export type HeldMailInput = z.infer<typeof HeldMailInput>;

const Instant = z.string().meta({ format: "date-time" });

/** A mail that is held, or was discarded, as managers see it. */
export const HeldMailView = z.strictObject({
  id: z.uuid(),
  receivedAt: Instant,
  fromName: z.string(),
  fromAddress: z.string(),
  subject: z.string(),
  text: z.string(),
  reason: z.enum(HELD_REASONS).nullable(),
  /** The request it answers, where it names one. */
  requestId: z.uuid().nullable(),
  isDiscarded: z.boolean(),
});
export type HeldMailView = z.infer<typeof HeldMailView>;

/** A mail that belongs to a request, with all of its text. */
export type RequestMailView = {
  id: string;
  receivedAt: string;
  fromName: string;
  fromAddress: string;
  subject: string;
  text: string;
  isAutomatic: boolean;
  leftOut: number;
};
