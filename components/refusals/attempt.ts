import { unstable_rethrow } from "next/navigation";
import { asOwnAction } from "@/components/ui/forms/own-actions";
import { type Unanswered, unansweredBy } from "@/components/ui/forms/unanswered";

/** Calls an action that belongs to no form; an answer that never came is a refusal too, so that it is said. */
export async function attempt<A>(call: () => Promise<A>): Promise<A | { ok: false; reason: Unanswered }> {
  try {
    return await asOwnAction(call);
  } catch (error) {
    unstable_rethrow(error);
    return { ok: false, reason: unansweredBy(error, navigator.onLine) };
  }
}
