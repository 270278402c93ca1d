import { z } from "zod";

export const SkillMatrixInput = z.strictObject({
  poolId: z.uuid(),
  page: z.coerce.number().int().min(1).max(1_000).default(1),
});
export type SkillMatrixInput = z.infer<typeof SkillMatrixInput>;

/** People by duties: who holds which level, and how many of the pool hold what its executives ask for. */
export const SkillMatrixView = z.strictObject({
  duties: z.array(
    z.strictObject({
      dutyId: z.string(),
      needed: z
        .number()
        .int()
        .nullable()
        .meta({ description: "The highest level an executive asks for; null where none does." }),
      executives: z.number().int().meta({ description: "How many executives ask for the duty." }),
      able: z.number().int().meta({ description: "How many of the pool hold the level needed." }),
      only: z.string().nullable().meta({ description: "Who does, where it is one person." }),
    }),
  ),
  people: z.array(
    z.strictObject({ id: z.uuid(), name: z.string(), levels: z.record(z.string(), z.number().int()) }),
  ),
  total: z.number().int(),
  nextPage: z.number().int().nullable(),
});
export type SkillMatrixView = z.infer<typeof SkillMatrixView>;
