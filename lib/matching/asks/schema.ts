import { z } from "zod";

export const MOST_STYLES_ASKED = 6;
const StyleId = z.string().regex(/^[a-z_]{1,40}$/);

/** What an executive asks of whoever supports them: at most six ways of working, at a level 1–5, and years of experience. */
export const SetAsksInput = z.strictObject({
  executiveId: z.uuid(),
  styles: z
    .array(z.strictObject({ styleId: StyleId, level: z.coerce.number().int().min(1).max(5) }))
    .max(MOST_STYLES_ASKED),
  years: z.coerce.number().int().min(1).max(40).nullable().default(null),
});
export type SetAsksInput = z.infer<typeof SetAsksInput>;

export const ExecutiveAsksInput = z.strictObject({ executiveId: z.uuid() });

export const AsksView = z.strictObject({
  executiveId: z.uuid(),
  styles: z.array(z.strictObject({ styleId: z.string(), level: z.number().int() })),
  years: z.number().int().nullable(),
});
export type AsksView = z.infer<typeof AsksView>;
