/** Whose urgent requests go first: the first named executive's, the second's, the higher tier's, or those due first. */
export const AGREEMENT_RULES = ["first", "second", "higher_tier", "due_first"] as const;
export type AgreementRule = (typeof AGREEMENT_RULES)[number];

/** What becomes of an agreement: one proposes it, the other agrees, a manager decides, or it ends. */
export const AGREEMENT_STEPS = ["proposed", "agreed", "decided", "ended"] as const;

/** Two executives, and which rule counts between them. */
export type AgreementPair = {
  executiveId: string;
  otherId: string;
  rule: AgreementRule;
  tier: number;
  otherTier: number;
};

/** For each executive, before whose urgent requests theirs go. */
export type Precedence = ReadonlyMap<string, ReadonlySet<string>>;

export const NO_PRECEDENCE: Precedence = new Map();

/** The same rule where the two are named the other way round. */
export function seenFromOther(rule: AgreementRule): AgreementRule {
  if (rule === "first") return "second";
  return rule === "second" ? "first" : rule;
}

/** Who goes before whom by some agreements; with "due first", and with equal tiers, nobody does. */
export function precedenceOf(agreements: readonly AgreementPair[]): Precedence {
  const before = new Map<string, Set<string>>();
  for (const { executiveId, otherId, rule, tier, otherTier } of agreements) {
    const isFirst = rule === "first" || (rule === "higher_tier" && tier > otherTier);
    const isSecond = rule === "second" || (rule === "higher_tier" && tier < otherTier);
    if (!isFirst && !isSecond) continue;
    const [first, second] = isFirst ? [executiveId, otherId] : [otherId, executiveId];
    before.set(first, (before.get(first) ?? new Set()).add(second));
  }
  return before;
}

/** True where following who goes before whom leads back to where one began. */
export function isCircle(precedence: Precedence): boolean {
  const done = new Set<string>();
  function leadsBack(id: string, path: ReadonlySet<string>): boolean {
    if (path.has(id)) return true;
    if (done.has(id)) return false;
    const found = [...(precedence.get(id) ?? [])].some((next) => leadsBack(next, new Set([...path, id])));
    done.add(id);
    return found;
  }
  return [...precedence.keys()].some((id) => leadsBack(id, new Set()));
}
