import type { ReactNode } from "react";
import { requireAdministrator } from "@/lib/auth/guards";
import { SignedInShell } from "../signed-in-shell";

export default async function AdminLayout({ children }: { children: ReactNode }) {
  return (
    <SignedInShell ctx={await requireAdministrator()} area="admin" poolIds={[]}>
      {children}
    </SignedInShell>
  );
}
