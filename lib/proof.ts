import type { Person } from "./actor";
import { type Refusal, refuse } from "./result";

/** So long after somebody showed that it is they, nothing asks again. */
const PROOF_LASTS_MS = 10 * 60_000;

/** By what a person shows that it is they: a code of their app where there is one, else their password. */
export type ProofKind = "code" | "password";

export function proofKindOf({ hasFactor }: Pick<Person, "hasFactor">): ProofKind {
  return hasFactor ? "code" : "password";
}

/**
 * Refuses what takes more than an open browser, such as to change who may what, where its person has not shown within ten minutes
 * that it is they. An API token was made by somebody who had. A form asks for the proof and is sent again with it.
 */
export function refusalUnlessProven({
  actor,
  now,
}: {
  actor: Person;
  now: Date;
}): Refusal<"proof_needed"> | null {
  const { session } = actor;
  if (!session || now.getTime() - session.provenAt.getTime() <= PROOF_LASTS_MS) return null;
  return refuse("proof_needed", { details: { by: proofKindOf(actor) } });
}
