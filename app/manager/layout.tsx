import type { ReactNode } from "react";
import { countRequestedAbsences } from "@/lib/absences/requests/queries";
import { requireManager } from "@/lib/auth/guards";
import { SignedInShell } from "../signed-in-shell";

export default async function ManagerLayout({ children }: { children: ReactNode }) {
  const ctx = await requireManager();
  return (
    <SignedInShell ctx={ctx} area="manager" counts={{ absences: await countRequestedAbsences(ctx) }}>
      {children}
    </SignedInShell>
  );
}
