/** What the address of the absences asks, as written there. */
export type AbsencesAsked = {
  tab?: string;
  q?: string;
  poolId?: string;
  type?: string;
  status?: string;
  from?: string;
  cursor?: string;
  open?: string;
};

const PATH = "/manager/absences";

/** The address of the absences with some of what is asked changed; a change starts from the first page with nothing open. */
export function absencesAddress(asked: AbsencesAsked, change: Partial<AbsencesAsked> = {}): string {
  const { tab, q, poolId, type, status, from, cursor, open } = {
    ...asked,
    cursor: undefined,
    open: undefined,
    ...change,
  };
  const search = new URLSearchParams(
    Object.entries({ tab, q, poolId, type, status, from, cursor, open }).filter(
      (part): part is [string, string] => Boolean(part[1]),
    ),
  ).toString();
  return search ? `${PATH}?${search}` : PATH;
}
