import { z } from "zod";
import { CursorInput, LimitInput } from "@/lib/cursor";
import { IN_ORDER } from "@/lib/time/day";
import { DayInput, DayPartInput } from "@/lib/time/inputs";
import { COVER_STATUSES } from "./rules";

/** A page of the covers of a pool's executives that touch some days, by their first day. */
export const ListCoversInput = z
  .strictObject({
    poolId: z.uuid(),
    from: DayInput.optional(),
    to: DayInput.optional(),
    executiveId: z.uuid().optional(),
    assistantId: z.uuid().optional(),
    status: z.enum(COVER_STATUSES).optional(),
    cursor: CursorInput.optional(),
    limit: LimitInput,
  })
  .refine(...IN_ORDER);
export type ListCoversInput = z.infer<typeof ListCoversInput>;

/** A cover: who covers whom, when, and how it stands. */
export const CoverView = z.strictObject({
  id: z.uuid(),
  version: z.number().int(),
  status: z.enum(COVER_STATUSES),
  executiveId: z.uuid(),
  assistantId: z.uuid(),
  planId: z.uuid().nullable(),
  from: z.iso.date(),
  fromPart: DayPartInput,
  to: z.iso.date(),
  toPart: DayPartInput,
  startMinute: z.number().int().nullable(),
  endMinute: z.number().int().nullable(),
  dutyIds: z.array(z.string()).meta({ description: "The duties; empty for all." }),
  pinned: z.boolean(),
});
export type CoverView = z.infer<typeof CoverView>;
