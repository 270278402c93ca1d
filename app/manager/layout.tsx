import type { ReactNode } from "react";
import { countRequestedAbsences } from "@/lib/absences/requests/queries";
import type { Manager } from "@/lib/actor";
import { requireManager } from "@/lib/auth/guards";
import type { Ctx } from "@/lib/context";
import { countNewApplications } from "@/lib/hiring/applications/queries";
import { countHeldMails } from "@/lib/requests/inbound/queries";
import { countUnassignedRequests } from "@/lib/requests/queries";
import { countShiftRequestsToApprove } from "@/lib/schedules/swaps/queries";
import { countUndecidedEnrolments } from "@/lib/training/enrolments/queries";
import { ManagerPad } from "../_shared/requests/manager-pad";
import { SignedInShell } from "../signed-in-shell";

async function countWaiting(ctx: Ctx<Manager>) {
  const [absences, requests, heldMail, schedule, training, hiring] = await Promise.all([
    countRequestedAbsences(ctx),
    countUnassignedRequests(ctx),
    countHeldMails(ctx),
    countShiftRequestsToApprove(ctx),
    countUndecidedEnrolments(ctx),
    countNewApplications(ctx),
  ]);
  return { absences, requests, heldMail, schedule, training, hiring };
}

export default async function ManagerLayout({ children }: { children: ReactNode }) {
  const ctx = await requireManager();
  return (
    <SignedInShell ctx={ctx} area="manager" poolIds={ctx.actor.managedPoolIds} counts={countWaiting(ctx)}>
      <ManagerPad />
      {children}
    </SignedInShell>
  );
}
