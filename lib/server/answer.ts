import "server-only";
import { revalidatePath } from "next/cache";
import { isBusy, NotFoundError } from "@/lib/errors";
import { logFailure } from "@/lib/log";
import type { RefusalReason } from "@/lib/refusals";
import { type Result, refuse } from "@/lib/result";

/** Which pages are drawn anew when it is done; when it is refused too, where a refusal means that what they show is old. */
export type Redraw = { revalidate?: string[]; whenRefused?: boolean };

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

/** Has the pages behind an action drawn anew. */
export function redraw({ revalidate = [], whenRefused = false }: Redraw, isDone: boolean): void {
  if (isDone || whenRefused) for (const path of revalidate) revalidatePath(path, "layout");
}
