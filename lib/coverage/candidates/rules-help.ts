import type { Candidate } from "./rules";
import type { Ineligibility } from "./rules-eligibility";

/** Something an executive asks for that some people lack: how many of those at work then meet it. */
export type Requirement = { rule: Ineligibility; met: number; of: number };

/** What keeps people from some half-days of an executive: each rule that somebody breaks, the one fewest meet first. Restrictions are never counted. */
export function requirementsOf(people: readonly Candidate[]): Requirement[] {
  const own = people.filter(({ lentBy }) => lentBy === null);
  const atWork = own.filter(({ availability }) => availability === "free" || availability === "full");
  const asked = atWork.length > 0 ? atWork : own;
  const broken = new Map<string, { rule: Ineligibility; count: number }>();
  for (const { rules } of asked)
    for (const rule of rules.filter(isRequirement)) {
      const key = keyOf(rule);
      broken.set(key, { rule, count: (broken.get(key)?.count ?? 0) + 1 });
    }
  return [...broken.values()]
    .map(({ rule, count }) => ({ rule, met: asked.length - count, of: asked.length }))
    .sort((a, b) => a.met - b.met || (keyOf(a.rule) < keyOf(b.rule) ? -1 : 1));
}

/** The requirement that nobody at work then meets; null where there is none. */
export function missingRequirement(people: readonly Candidate[]): Ineligibility | null {
  const [worst] = requirementsOf(people);
  return worst && worst.met === 0 ? worst.rule : null;
}

/** Who could take most of an executive's duties, and which, where nobody can take all; null where nobody can take any. */
export function splitFor(
  people: readonly Candidate[],
  dutyIds: readonly string[],
): { name: string; dutyIds: string[] } | null {
  const some = people
    .filter(({ availability, rules }) => availability === "free" && rules.length > 0 && rules.every(isOfDuty))
    .map(({ name, rules, fit }) => {
      const lacking = new Set(rules.flatMap((rule) => (isOfDuty(rule) ? [rule.dutyId] : [])));
      return { name, fit: fit.total, dutyIds: dutyIds.filter((duty) => !lacking.has(duty)) };
    })
    .filter((one) => one.dutyIds.length > 0)
    .sort((a, b) => b.dutyIds.length - a.dutyIds.length || b.fit - a.fit);
  const [most] = some;
  return most ? { name: most.name, dutyIds: most.dutyIds } : null;
}

function isOfDuty(rule: Ineligibility): rule is Extract<Ineligibility, { dutyId: string }> {
  return rule.rule === "skill" || rule.rule === "learning";
}

function isRequirement({ rule }: Ineligibility): boolean {
  return rule === "skill" || rule === "language" || rule === "site";
}

function keyOf(rule: Ineligibility): string {
  if (rule.rule === "skill") return `skill ${rule.dutyId}`;
  return rule.rule === "language" ? `language ${rule.language}` : rule.rule;
}
