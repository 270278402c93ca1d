/** What the address of the handovers asks, as written there. */
export type HandoversAsked = { poolId?: string; concern?: string; cursor?: string };

const PATH = "/manager/handovers";

/** The address of the handovers with some of what is asked changed; a change starts from the first page. */
export function handoversAddress(asked: HandoversAsked, change: Partial<HandoversAsked> = {}): string {
  const { poolId, concern, cursor } = { ...asked, cursor: undefined, ...change };
  const search = new URLSearchParams(
    Object.entries({ poolId, concern, cursor }).filter((part): part is [string, string] => Boolean(part[1])),
  ).toString();
  return search ? `${PATH}?${search}` : PATH;
}
