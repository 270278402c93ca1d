import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { namesIn } from "@/lib/i18n/locales";
import { listDuties } from "@/lib/pools/queries-duties";
import type { DutyNames } from "./routine-forms";

/** The names of the duties in the reader's language. */
export async function dutyNames(ctx: Ctx<Person>): Promise<DutyNames> {
  return namesIn(ctx.actor.locale, await listDuties(ctx));
}
