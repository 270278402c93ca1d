import type { ReactNode } from "react";
import { requireExecutive } from "@/lib/auth/guards";
import { SignedInShell } from "../signed-in-shell";

export default async function ExecutiveLayout({ children }: { children: ReactNode }) {
  const ctx = await requireExecutive();
  return (
    <SignedInShell ctx={ctx} area="executive" poolIds={[ctx.actor.executive.poolId]}>
      {children}
    </SignedInShell>
  );
}
