import { z } from "zod";
import { PlannedGapView, PlannedMoveView } from "@/lib/coverage/plans/schema";
import { DayInput, IsoWeekInput } from "@/lib/time/inputs";

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
  z.strictObject({
    kind: z.literal("skill_raised"),
    assistantId: z.uuid(),
    dutyId: z.string().min(1).max(60),
    level: z.coerce.number().int().min(1).max(5),
  }),
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

/** The run of a what-if question. */
export const WhatIfRunInput = z.strictObject({ run: z.uuid() });
export type WhatIfRunInput = z.infer<typeof WhatIfRunInput>;

const Figures = z.object({
  halfDays: z.number().int(),
  executives: z.number().int(),
  weightedMinutes: z
    .number()
    .int()
    .meta({ description: "Minutes, multiplied by the priority of the executive." }),
});

const Picture = z.object({
  current: Figures.meta({ description: "The gaps of the coverage as it is." }),
  planned: Figures.meta({ description: "The gaps that the best plan leaves." }),
  weeks: z.array(z.object({ week: IsoWeekInput, current: z.number().int(), planned: z.number().int() })),
  isFewestGaps: z.boolean().meta({ description: "True when no plan leaves fewer gaps." }),
});

const Load = z.object({ own: z.number(), cover: z.number() });

/** What a question is answered with: before and after side by side. */
export const WhatIfView = z.object({
  poolId: z.uuid(),
  from: DayInput,
  to: DayInput,
  before: Picture,
  after: Picture,
  worsened: z.array(z.object({ executiveId: z.string(), before: z.number().int(), after: z.number().int() })),
  moves: z.array(PlannedMoveView),
  load: z.array(z.object({ assistantId: z.string(), before: Load, after: Load })),
  gaps: z.array(PlannedGapView),
  names: z.record(z.string(), z.string()),
});

/** How far a question is worked out; the gap is what is still possible at most. */
export const WhatIfProgressView = z.object({
  step: z.enum(["before", "after", "remedies"]),
  gap: z.number().nullable(),
});
