import { z } from "zod";
import { DayInput } from "@/lib/time/day";
import { IsoWeekInput } from "@/lib/time/iso-week";

const NewDuty = z.strictObject({
  dutyId: z.string().min(1).max(60),
  minutesPerDay: z.coerce.number().int().min(1).max(480),
  minProficiency: z.coerce.number().int().min(1).max(5).default(3),
});

/** One thing that would be different. */
export const WhatIfChange = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("resigns"), assistantId: z.uuid(), from: DayInput }),
  z.strictObject({
    kind: z.literal("executive_joins"),
    likeExecutiveId: z.uuid(),
    from: DayInput.optional(),
    tier: z.coerce.number().int().min(1).max(5).optional(),
    primaryAssistantId: z.uuid().optional(),
    duties: z.array(NewDuty).max(20).default([]),
  }),
  z.strictObject({
    kind: z.literal("assistant_joins"),
    likeAssistantId: z.uuid(),
    from: DayInput.optional(),
  }),
  z.strictObject({ kind: z.literal("no_cover"), weekday: z.coerce.number().int().min(1).max(7) }),
  z.strictObject({ kind: z.literal("leave_approved"), absenceId: z.uuid() }),
  z.strictObject({ kind: z.literal("pool_lends"), poolId: z.uuid() }),
]);
export type WhatIfChange = z.infer<typeof WhatIfChange>;

/** What would be different in a pool, over one to six weeks. */
export const WhatIfInput = z.strictObject({
  poolId: z.uuid(),
  week: IsoWeekInput,
  weeks: z.coerce.number().int().min(1).max(6).default(2),
  changes: z.array(WhatIfChange).max(12).default([]),
});
export type WhatIfInput = z.infer<typeof WhatIfInput>;

/** A what-if question that is being worked out, by the word its page knows it by. */
export const WhatIfRunInput = z.strictObject({ run: z.string().regex(/^[0-9a-f]{64}$/) });
export type WhatIfRunInput = z.infer<typeof WhatIfRunInput>;
