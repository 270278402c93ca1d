import { ok, type Parsed, reject } from "@/lib/result";

/** What is wrong with a problem document, and where. */
export type ProblemFault = { path: (string | number)[]; message: string };

/** A fault at a place of the document. */
export function faultAtPath(path: (string | number)[], message: string): ProblemFault {
  return { path, message };
}

/** The first fault a check finds in a list; or null. */
export function firstFault<T>(
  list: readonly T[],
  check: (one: T, index: number) => ProblemFault | null,
): ProblemFault | null {
  for (const [index, one] of list.entries()) {
    const fault = check(one, index);
    if (fault) return fault;
  }
  return null;
}

/** The first id of a list that appears twice; or null. */
export function duplicateId(list: readonly { id: string }[], name: string): ProblemFault | null {
  const seen = new Set<string>();
  return firstFault(list, (one, index) => {
    if (seen.has(one.id)) return faultAtPath([name, index, "id"], `"${one.id}" appears twice`);
    seen.add(one.id);
    return null;
  });
}

type Shaped<T> =
  | { success: true; data: T }
  | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } };

/** A document whose shape was read; refuses a malformed or contradictory one with its path and a plain reason. */
export function readProblem<T>(
  shaped: Shaped<T>,
  findFault: (problem: T) => ProblemFault | null,
): Parsed<T, "bad_problem"> {
  const fault = shaped.success ? findFault(shaped.data) : shaped.error.issues[0];
  if (shaped.success && !fault) return ok(shaped.data);
  const { path = [], message = "is no such document" } = fault ?? {};
  return reject("bad_problem", { path: pathText(path), details: { message } });
}

/** A place in a JSON document as people write it: `people[3].options[0]`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");
}
