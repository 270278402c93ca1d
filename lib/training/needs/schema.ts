import { z } from "zod";
import { Proficiency } from "@/lib/assistants/schema";
import { ReadVersion } from "@/lib/moves/schema";
import { DutyId } from "@/lib/pools/schema";
import { manyLines } from "@/lib/text";

export const PoolNeedsInput = z.strictObject({ poolId: z.uuid() });
export type PoolNeedsInput = z.infer<typeof PoolNeedsInput>;

export const NeedOfExecutiveInput = z.strictObject({ executiveId: z.uuid() });
export type NeedOfExecutiveInput = z.infer<typeof NeedOfExecutiveInput>;

/** Works one level out anew: what it would do, from who serves whom now. */
export const CountNeedInput = z.strictObject({
  assistantId: z.uuid(),
  dutyId: DutyId,
  level: Proficiency,
});
export type CountNeedInput = z.infer<typeof CountNeedInput>;

export const PutNeedAsideInput = z.strictObject({
  id: z.uuid(),
  version: ReadVersion,
  reason: manyLines(300, 3),
});
export type PutNeedAsideInput = z.infer<typeof PutNeedAsideInput>;

const figures = {
  daysBefore: z.number().int().meta({
    description:
      "Days in the twelve weeks from next Monday on which an own assistant of these executives could not be away without leaving them open.",
  }),
  daysAfter: z.number().int().meta({ description: "The same days with the higher level." }),
  executives: z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
};

/** What one level would do. */
export const NeedFiguresView = z.strictObject(figures);
export type NeedFiguresView = z.infer<typeof NeedFiguresView>;

/** A level that would help cover, with its figures as they were last worked out. */
export const TrainingNeedView = z.strictObject({
  id: z.uuid(),
  poolId: z.uuid(),
  assistantId: z.uuid(),
  name: z.string(),
  dutyId: z.string(),
  level: z.number().int(),
  ...figures,
  courseId: z.uuid().nullable().meta({ description: "The shortest course that grants the level." }),
  minutes: z.number().int().nullable(),
  workedOutAt: z.iso.datetime(),
  version: z.number().int(),
});
export type TrainingNeedView = z.infer<typeof TrainingNeedView>;
