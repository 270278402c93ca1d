import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { type CheckedRequest, checkShiftRequests } from "@/lib/coverage/publishing/queries-swaps";
import { namesIn } from "@/lib/i18n/locales";
import { listWorkRoles } from "@/lib/schedules/setup/queries";
import { listShiftRequests, type ShiftRequestFacts } from "@/lib/schedules/swaps/queries";
import { isLiveRequest } from "@/lib/schedules/swaps/rules";

/** The requests of some pools as their page shows them, those that wait for a manager checked now. */
export type ShownSwaps = {
  requests: ShiftRequestFacts[];
  checked: ReadonlyMap<string, CheckedRequest>;
  roles: Readonly<Record<string, string>>;
  /** Whom of several an open shift would go to, by request. */
  chosen: Readonly<Record<string, string>>;
  now: Date;
};

/** Reads the requests of some pools, and checks those that somebody has accepted with their shifts exchanged. */
export async function readSwaps(
  ctx: Ctx<Manager>,
  poolIds: readonly string[],
  { open, for: chosenId }: { open?: string | undefined; for?: string | undefined },
): Promise<ShownSwaps> {
  const [requests, roles] = await Promise.all([listShiftRequests(ctx, poolIds), listWorkRoles(ctx)]);
  const chosen = open && chosenId ? { [open]: chosenId } : {};
  const waiting = requests.filter(({ status, isOutdated }) => status === "pending_approval" && !isOutdated);
  const checked = await checkShiftRequests(ctx, waiting, chosen);
  return { requests, checked, chosen, roles: namesIn(ctx.actor.locale, roles), now: ctx.now };
}

export const SWAP_SECTIONS = ["decide", "waiting", "open", "closed"] as const;
export type SwapSection = (typeof SWAP_SECTIONS)[number];

/** Under which heading a request stands. */
export function sectionOf({ status, kind }: ShiftRequestFacts): SwapSection {
  if (!isLiveRequest(status)) return "closed";
  if (kind === "take") return "open";
  return status === "pending_approval" ? "decide" : "waiting";
}

/** True where approving breaks nothing that needs a reason and leaves no executive alone, and there is one person it is for. */
export function isClear({ kind, answers }: ShiftRequestFacts, checked: CheckedRequest | undefined): boolean {
  const offers = answers.filter(({ answer }) => answer === "accepted");
  if (!checked || (kind === "take" && offers.length > 1)) return false;
  return (
    checked.opened.length === 0 &&
    checked.findings.every((finding) => finding.kind === "note" || finding.reason)
  );
}
