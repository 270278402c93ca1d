import type { Person } from "@/lib/actor";
import { dutyNamesIn } from "@/lib/assistants/rules-names";
import type { Ctx } from "@/lib/context";
import { listDuties } from "@/lib/pools/queries-duties";
import type { DutyNames } from "./routine-forms";

/** The names of the duties in the reader's language. */
export async function dutyNames(ctx: Ctx<Person>): Promise<DutyNames> {
  return dutyNamesIn(await listDuties(ctx), ctx.actor.locale);
}
