import "server-only";
import type { Person } from "@/lib/actor";
import { getPerson } from "@/lib/auth/person";
import type { Ctx } from "@/lib/context";

/** One of the demo's people in a role of theirs, as they would do it at a time. */
export async function actAs<A extends Person>(
  tx: Ctx,
  id: string,
  as: (person: Person) => A | null,
  now = tx.now,
): Promise<Ctx<A>> {
  const person = await getPerson(tx.db, id, tx.now);
  const actor = person && as(person);
  if (!actor) throw new Error("the demo's people are not there yet");
  return { ...tx, actor, now };
}
