import { z } from "zod";
import { EmailInput, PersonName } from "@/lib/accounts/schema";
import { ReadVersion } from "@/lib/moves/schema";
import { manyLines, oneLine, PhoneText } from "@/lib/text";
import { APPLICATION_STATUSES, MANAGER_MOVES, NO_REASONS } from "./rules";

/** What a candidate fills in; whether a question must be answered is for the ad to say. */
export const ApplyInput = z.object({
  name: PersonName,
  email: EmailInput,
  phone: PhoneText.default(""),
  letter: manyLines(4_000).default(""),
  answers: z.array(manyLines(2_000)).max(8).default([]),
  consent: z.literal("on"),
  via: oneLine(40).default(""),
});
export type ApplyInput = z.infer<typeof ApplyInput>;

/** What was typed where something was missing, with the fields concerned, until it is sent again. */
export const StoredDraft = z.strictObject({
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  letter: z.string(),
  answers: z.array(z.string()),
  consent: z.boolean(),
  faults: z.array(z.string()),
});
export type StoredDraft = z.infer<typeof StoredDraft>;

export const StoredAnswers = z.array(z.strictObject({ question: z.string(), answer: z.string() }));

export const MoveApplicationInput = z.strictObject({
  id: z.uuid(),
  version: ReadVersion,
  move: z.enum(MANAGER_MOVES),
  noReason: z
    .enum(NO_REASONS)
    .nullable()
    .default(null)
    .meta({ description: "Needed to answer no; not shown." }),
});
export type MoveApplicationInput = z.infer<typeof MoveApplicationInput>;

export const ApplicationVersionInput = z.strictObject({ id: z.uuid(), version: ReadVersion });
export type ApplicationVersionInput = z.infer<typeof ApplicationVersionInput>;

export const CandidateTokenInput = z.strictObject({ token: z.string().min(20).max(100) });
export type CandidateTokenInput = z.infer<typeof CandidateTokenInput>;

const Moment = z.string().meta({ format: "date-time" });

/** A card: enough to see whose turn it is. */
export const ApplicationCardView = z.strictObject({
  id: z.uuid(),
  name: z.string().nullable().meta({ description: "null once the candidate has been erased" }),
  status: z.enum(APPLICATION_STATUSES),
  receivedAt: Moment,
  daysInStage: z.number().int(),
  isHeld: z.boolean().meta({ description: "Held back as suspected spam." }),
  hasResume: z.boolean(),
});
export type ApplicationCardView = z.infer<typeof ApplicationCardView>;

export const ApplicationView = ApplicationCardView.extend({
  requisitionId: z.uuid(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  letter: z.string(),
  answers: StoredAnswers,
  via: z.string(),
  heldWhy: z.string().nullable(),
  resume: z.strictObject({ name: z.string(), kind: z.string(), size: z.number().int() }).nullable(),
  canUndoUntil: Moment.nullable(),
  steps: z.array(
    z.strictObject({
      action: z.string(),
      from: z.enum(APPLICATION_STATUSES).nullable(),
      to: z.enum(APPLICATION_STATUSES).nullable(),
      by: z.string().nullable(),
      at: Moment,
    }),
  ),
  otherApplications: z.number().int(),
  version: z.number().int(),
});
export type ApplicationView = z.infer<typeof ApplicationView>;
