"use server";
import type { PadData } from "@/components/requests/pad-sheet";
import { requirePerson } from "@/lib/auth/guards";
import { asAssistant, asManager } from "@/lib/auth/person";
import { listExecutives } from "@/lib/executives/queries";
import { listCalls, listKnownCallers } from "@/lib/requests/messages/queries";
import { PadInput } from "@/lib/requests/messages/schema";
import { takeFromPad } from "@/lib/requests/messages/service";
import { listServedExecutives } from "@/lib/requests/queries-served";
import { formAction } from "@/lib/server/form-action";

const MOST_LISTED = 100;

/** What the message pad shows to whoever opens it: for whom they may take messages, who has called, and the calls of the past day. */
export async function readPad(): Promise<PadData> {
  const ctx = await requirePerson();
  const [assistant, manager] = [asAssistant(ctx.actor), asManager(ctx.actor)];
  const [served, managed, callers, calls] = await Promise.all([
    assistant ? listServedExecutives({ ...ctx, actor: assistant }) : [],
    manager ? listExecutives({ ...ctx, actor: manager }, { show: "current", limit: MOST_LISTED }) : null,
    listKnownCallers(ctx),
    listCalls(ctx),
  ]);
  const known = new Set(served.map(({ id }) => id));
  const others = managed?.items.filter(({ id }) => !known.has(id)) ?? [];
  const executives = [...served, ...others].map(({ id, name }) => ({ value: id, label: name }));
  return { executives, callers, calls };
}

export const takeMessage = formAction(requirePerson, PadInput, takeFromPad, {
  revalidate: ["/assistant/requests", "/manager/requests"],
});
