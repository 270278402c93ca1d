import { z } from "zod";

const Rows = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])));
type Row = z.infer<typeof Rows>[number];

/** True for a file that is a list of objects instead of lines of fields. */
export function isJson(text: string): boolean {
  return /^\s*\[\s*[\]{]/.test(text);
}

/** The objects of such a file, each of plain values by column; null for anything else. */
export function rowsOfJson(text: string): Row[] | null {
  try {
    const rows = Rows.safeParse(JSON.parse(text));
    return rows.success ? rows.data : null;
  } catch {
    return null;
  }
}
