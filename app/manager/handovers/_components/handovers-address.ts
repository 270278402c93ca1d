import { z } from "zod";
import { ListHandoversInput } from "@/lib/handovers/schema";

/** What the address of the handovers asks: which are listed, and which is open. */
export const HandoversAddress = ListHandoversInput.extend({ open: z.uuid().optional() });

/** The same as written there. */
export type HandoversAsked = { poolId?: string; concern?: string; cursor?: string; open?: string };

const PATH = "/manager/handovers";

/** The address of the handovers with some of what is asked changed; a change starts from the first page with nothing open. */
export function handoversAddress(asked: HandoversAsked, change: Partial<HandoversAsked> = {}): string {
  const { poolId, concern, cursor, open } = { ...asked, cursor: undefined, open: undefined, ...change };
  const search = new URLSearchParams(
    Object.entries({ poolId, concern, cursor, open }).filter((part): part is [string, string] =>
      Boolean(part[1]),
    ),
  ).toString();
  return search ? `${PATH}?${search}` : PATH;
}
