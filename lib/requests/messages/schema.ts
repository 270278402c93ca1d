import { z } from "zod";
import { ReadVersion } from "@/lib/moves/schema";
import { manyLines, oneLine } from "@/lib/text";
import { CALLER_WISHES } from "../rules-choices";

/** What somebody said on the phone, as it is heard; nothing a caller says is refused. */
export const TakePhoneMessageInput = z.strictObject({
  executiveId: z.uuid(),
  caller: oneLine(120, 1),
  company: oneLine(120).default(""),
  number: oneLine(60).default(""),
  wish: z.enum(CALLER_WISHES).default("call_back"),
  urgent: z.boolean().default(false),
  callBackBy: z.iso.datetime({ offset: true }).nullable().default(null),
  text: manyLines(4_000).default(""),
});
export type TakePhoneMessageInput = z.infer<typeof TakePhoneMessageInput>;

/** The same from the pad: urgent as a tick, and a time of today. */
export const PadInput = TakePhoneMessageInput.omit({ urgent: true, callBackBy: true }).extend({
  urgent: z.literal("on").optional(),
  by: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
});
export type PadInput = z.output<typeof PadInput>;

/** The executive has called back, or has seen it. */
export const TickMessageInput = z.strictObject({
  id: z.uuid(),
  version: ReadVersion,
  as: z.enum(["called_back", "seen"]).default("seen"),
});
export type TickMessageInput = z.infer<typeof TickMessageInput>;

export const UntickMessageInput = z.strictObject({ id: z.uuid(), version: ReadVersion });

const Instant = z.string().meta({ format: "date-time" });

export const PhoneMessageView = z.strictObject({
  id: z.uuid(),
  executiveId: z.uuid(),
  executiveName: z.string(),
  caller: z.string(),
  company: z.string(),
  number: z.string(),
  wish: z.enum(CALLER_WISHES),
  urgent: z.boolean(),
  text: z.string(),
  callBackBy: Instant.nullable(),
  takenAt: Instant,
  takenByName: z.string(),
  tickedAt: Instant.nullable(),
  calledBack: z.boolean(),
  version: z.number().int(),
});
export type PhoneMessageView = z.infer<typeof PhoneMessageView>;

/** Who has called before: what was last said of them, how often they called, when last, and what they said then. */
export type KnownCaller = {
  caller: string;
  company: string;
  number: string;
  count: number;
  lastAt: string;
  lastText: string;
};
