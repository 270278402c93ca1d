"use server";
import type { Executive } from "@/lib/actor";
import { requireExecutive } from "@/lib/auth/guards";
import type { Ctx } from "@/lib/context";
import { NameDeputyInput } from "@/lib/letters/deputies/schema";
import { nameLetterDeputy } from "@/lib/letters/deputies/service";
import { listLettersToApprove } from "@/lib/letters/queries";
import type { MovedLetter } from "@/lib/letters/rules";
import { MoveLetterInput, ReturnLetterInput } from "@/lib/letters/schema";
import { approveLetter, returnLetter } from "@/lib/letters/service-answers";
import type { RefusalReason } from "@/lib/refusals";
import { ok, type Result } from "@/lib/result";
import { formAction } from "@/lib/server/form-action";

const PATH = "/executive/letters";

/** Answers one letter, and finds the one that has waited longest of those that are left. */
function thenNext<I, R extends RefusalReason>(
  verb: (ctx: Ctx<Executive>, input: I) => Promise<Result<MovedLetter, R>>,
) {
  return async (ctx: Ctx<Executive>, input: I): Promise<Result<{ next: string | null }, R>> => {
    const moved = await verb(ctx, input);
    if (!moved.ok) return moved;
    const [next] = await listLettersToApprove(ctx);
    return ok({ next: next?.id ?? null });
  };
}

function goOn(after: "approved" | "returned") {
  return {
    revalidate: ["/executive"],
    redirectTo: ({ next }: { next: string | null }) =>
      next ? `${PATH}/${next}?after=${after}` : `${PATH}?done=${after}`,
  };
}

export const approve = formAction(
  requireExecutive,
  MoveLetterInput,
  thenNext(approveLetter),
  goOn("approved"),
);
export const giveBack = formAction(
  requireExecutive,
  ReturnLetterInput,
  thenNext(returnLetter),
  goOn("returned"),
);
export const nameDeputy = formAction(requireExecutive, NameDeputyInput, nameLetterDeputy, {
  revalidate: ["/executive"],
});
