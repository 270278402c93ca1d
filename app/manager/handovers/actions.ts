"use server";
import { requireManager } from "@/lib/auth/guards";
import { tickAllAccess } from "@/lib/handovers/access/service";
import { TickAllAccessInput } from "@/lib/handovers/schema";
import { verbAction } from "@/lib/server/verb-action";

export const tickAll = verbAction(requireManager, TickAllAccessInput, tickAllAccess, {
  revalidate: ["/manager/handovers"],
});
