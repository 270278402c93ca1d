import type { ReactNode } from "react";
import { countRequestedAbsences } from "@/lib/absences/requests/queries";
import { requireManager } from "@/lib/auth/guards";
import { countUnassignedRequests } from "@/lib/requests/queries";
import { SignedInShell } from "../signed-in-shell";

export default async function ManagerLayout({ children }: { children: ReactNode }) {
  const ctx = await requireManager();
  const [absences, requests] = await Promise.all([countRequestedAbsences(ctx), countUnassignedRequests(ctx)]);
  return (
    <SignedInShell ctx={ctx} area="manager" counts={{ absences, requests }}>
      {children}
    </SignedInShell>
  );
}
