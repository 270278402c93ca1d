import { z } from "zod";

/**
 * Rows of a form, named `skills.0.dutyId`: a list of those whose leading field was filled in.
 * A fault keeps the name of the field it stands beside.
 */
export function rowsOf<S extends z.ZodType>(row: S, leadingField: string) {
  return z
    .record(z.string(), z.record(z.string(), z.unknown()))
    .transform((rows, check): z.output<S>[] =>
      Object.entries(rows).flatMap(([index, typed]) => {
        if (typed[leadingField] === undefined) return [];
        const parsed = row.safeParse(typed, { reportInput: true });
        if (parsed.success) return [parsed.data];
        for (const issue of parsed.error.issues) {
          check.issues.push({
            ...issue,
            path: [index, ...issue.path],
            input: issue.input,
          } as z.core.$ZodRawIssue);
        }
        return [];
      }),
    )
    .default([]);
}
