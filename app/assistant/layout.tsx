import type { ReactNode } from "react";
import { requireAssistant } from "@/lib/auth/guards";
import { SignedInShell } from "../signed-in-shell";

export default async function AssistantLayout({ children }: { children: ReactNode }) {
  return (
    <SignedInShell ctx={await requireAssistant()} area="assistant">
      {children}
    </SignedInShell>
  );
}
