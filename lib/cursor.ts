import { z } from "zod";

/** Where a page of a list ended: the sort key and the id of its last row. */
export type Cursor = { key: string; id: string };

/** The cursor as it stands in addresses and answers. */
export function encodeCursor({ key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([key, id])).toString("base64url");
}

const Parts = z.tuple([z.string().max(300), z.uuid()]);

function decodeCursor(text: string): Cursor | null {
  try {
    const [key, id] = Parts.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return key.includes("\0") ? null : { key, id };
  } catch {
    return null;
  }
}

/** A cursor that comes back in. */
export const CursorInput = z
  .string()
  .max(1_000)
  .transform((text, check): Cursor => {
    const cursor = decodeCursor(text);
    if (cursor) return cursor;
    check.addIssue({ code: "custom", message: "not_a_cursor", input: text });
    return z.NEVER;
  })
  .meta({ type: "string", description: "nextCursor of the page before" });

/** How many rows of a list are asked for. */
export const LimitInput = z.coerce.number().int().min(1).max(100).default(50);

/** One page of rows fetched with one to spare, and where the next begins. */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  cursorOf: (row: R) => Cursor,
  view: (row: R) => T,
): { items: T[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return { items: shown.map(view), nextCursor: hasMore ? encodeCursor(cursorOf(last)) : null };
}
