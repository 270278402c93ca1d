import "server-only";
import { revalidatePath } from "next/cache";
import { isBusy, NotFoundError } from "@/lib/errors";
import { logFailure } from "@/lib/log";
import { REFUSAL_STATUS, type RefusalReason } from "@/lib/refusals";
import { type Result, refuse } from "@/lib/result";

/** Which pages are drawn anew when it is done, and when it is refused because what they show is old. */
export type Redraw = { revalidate?: string[] };

/** What a verb answers a page: a missing record and a database that is too busy are refusals like others. */
export async function answerTo<T, R extends RefusalReason>(
  verb: () => Promise<Result<T, R>>,
): Promise<Result<T, R | "not_found" | "busy">> {
  try {
    return await verb();
  } catch (error) {
    if (error instanceof NotFoundError) return refuse("not_found");
    if (!isBusy(error)) throw error;
    logFailure(error, { reference: "busy", where: "action" });
    return refuse("busy");
  }
}

/** What conflicts with what stands, or is no longer there, was asked for on a page that shows something old. */
function meansOld(reason: RefusalReason): boolean {
  return REFUSAL_STATUS[reason] === 409 || REFUSAL_STATUS[reason] === 404;
}

/** Has the pages behind an action drawn anew. */
export function redraw(
  { revalidate = [] }: Redraw,
  answer: { ok: true } | { ok: false; reason: RefusalReason },
): void {
  if (answer.ok || meansOld(answer.reason)) for (const path of revalidate) revalidatePath(path, "layout");
}
