/** What the address of the absences asks, as written there. */
export type AbsencesAsked = { q?: string; poolId?: string; status?: string; from?: string; cursor?: string };

const PATH = "/manager/absences";

/** The address of the absences with some of what is asked changed; a change starts from the first page. */
export function absencesAddress(asked: AbsencesAsked, change: Partial<AbsencesAsked> = {}): string {
  const { q, poolId, status, from, cursor } = { ...asked, cursor: undefined, ...change };
  const search = new URLSearchParams(
    Object.entries({ q, poolId, status, from, cursor }).filter((part): part is [string, string] =>
      Boolean(part[1]),
    ),
  ).toString();
  return search ? `${PATH}?${search}` : PATH;
}
