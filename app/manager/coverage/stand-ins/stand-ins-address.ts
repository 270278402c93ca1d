/** What the address of the page asks, as written there. */
export type StandInsAsked = {
  poolId?: string;
  on?: string;
  dutyId?: string;
  q?: string;
  atMost?: string;
  page?: string;
};

export const STAND_INS = "/manager/coverage/stand-ins";

/** The address of the page with some of what is asked changed; a change starts from the first page. */
export function standInsAddress(asked: StandInsAsked, change: Partial<StandInsAsked> = {}): string {
  const { poolId, on, dutyId, q, atMost, page } = { ...asked, page: undefined, ...change };
  const parts = Object.entries({ poolId, on, dutyId, q, atMost, page }).filter(
    (part): part is [string, string] => Boolean(part[1]),
  );
  const search = new URLSearchParams(parts).toString();
  return search ? `${STAND_INS}?${search}` : STAND_INS;
}
