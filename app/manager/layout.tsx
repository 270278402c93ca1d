import type { ReactNode } from "react";
import { requireManager } from "@/lib/auth/guards";
import { SignedInShell } from "../signed-in-shell";

export default async function ManagerLayout({ children }: { children: ReactNode }) {
  return (
    <SignedInShell ctx={await requireManager()} area="manager">
      {children}
    </SignedInShell>
  );
}
