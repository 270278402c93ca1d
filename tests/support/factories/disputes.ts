import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { BeginCaseInput } from "@/lib/disputes/raising/schema";
import { beginCase } from "@/lib/disputes/raising/service";

/** What somebody raises about a person, sent unless told otherwise. */
export function makeRaised(overrides: Partial<BeginCaseInput> = {}): BeginCaseInput {
  return BeginCaseInput.parse({ intent: "send", statement: "Requests reach me after 16:00.", ...overrides });
}

/** Raises it, and answers its id. */
export async function raise(ctx: Ctx<Person>, overrides: Partial<BeginCaseInput> = {}): Promise<string> {
  const answer = await beginCase(ctx, makeRaised(overrides));
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.id;
}
