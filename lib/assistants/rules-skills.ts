/** A level in a duty that is another than before; null where there was none, or is none any more. */
export type SkillDifference = { dutyId: string; from: number | null; to: number | null };

type Levels = ReadonlyMap<string, number>;

/** What differs between two sets of levels. */
export function differingSkills(before: Levels, after: Levels): SkillDifference[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((dutyId) => {
    const [from, to] = [before.get(dutyId) ?? null, after.get(dutyId) ?? null];
    return from === to ? [] : [{ dutyId, from, to }];
  });
}

/** What attending raises: each level a course grants that is higher than the present one. Nothing is ever lowered by it. */
export function raisedSkills(
  held: Levels,
  grants: readonly { dutyId: string; level: number }[],
): SkillDifference[] {
  return grants.flatMap(({ dutyId, level }) => {
    const from = held.get(dutyId) ?? null;
    return (from ?? 0) < level ? [{ dutyId, from, to: level }] : [];
  });
}

/** A change of a level as it is kept. */
export type KeptSkillChange = {
  dutyId: string;
  enrolmentId: string | null;
  from: number | null;
  to: number | null;
};

/**
 * What is taken back of an attendance that no longer counts: the raises it gave, each only where it is the last that happened to
 * the level. `history` is in order, the earliest first.
 */
export function takenBackSkills(history: readonly KeptSkillChange[], enrolmentId: string): SkillDifference[] {
  const last = new Map(history.map((change) => [change.dutyId, change]));
  return [...last.values()].flatMap(({ dutyId, from, to, ...change }) => {
    const isRaise = change.enrolmentId === enrolmentId && (to ?? 0) > (from ?? 0);
    return isRaise ? [{ dutyId, from: to, to: from }] : [];
  });
}
