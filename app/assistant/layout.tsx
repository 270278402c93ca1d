import type { ReactNode } from "react";
import { PadKey } from "@/components/requests/pad-key";
import { requireAssistant } from "@/lib/auth/guards";
import { readPad, takeMessage } from "../_shared/requests/pad-actions";
import { SignedInShell } from "../signed-in-shell";

export default async function AssistantLayout({ children }: { children: ReactNode }) {
  const ctx = await requireAssistant();
  return (
    <SignedInShell ctx={ctx} area="assistant" poolIds={[ctx.actor.assistant.poolId]}>
      <PadKey load={readPad} action={takeMessage} />
      {children}
    </SignedInShell>
  );
}
