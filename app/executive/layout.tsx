import type { ReactNode } from "react";
import { requireExecutive } from "@/lib/auth/guards";
import { SignedInShell } from "../signed-in-shell";

export default async function ExecutiveLayout({ children }: { children: ReactNode }) {
  return (
    <SignedInShell ctx={await requireExecutive()} area="executive">
      {children}
    </SignedInShell>
  );
}
