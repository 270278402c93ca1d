import "server-only";
import { z } from "zod";
import type { Manager } from "@/lib/actor";
import { listAssistants } from "@/lib/assistants/queries";
import type { Ctx } from "@/lib/context";
import { parseSearchParams, type SearchParams } from "@/lib/server/page";
import { SearchText } from "@/lib/text";
import type { AssistantChoices } from "./people-choices";

const MOST_CHOICES = 100;
const AskedAssistant = z.object({ assistant: SearchText.optional() });

/** The assistants one may name, those of one pool first; the address may narrow them by name. */
export async function assistantsToChoose(
  ctx: Ctx<Manager>,
  poolId: string,
  params: SearchParams,
): Promise<AssistantChoices> {
  const q = (await parseSearchParams(AskedAssistant, params)).filter.assistant;
  const { items, nextCursor } = await listAssistants(ctx, { q, show: "current", limit: MOST_CHOICES });
  const own = items.filter((assistant) => assistant.poolId === poolId);
  const others = items.filter((assistant) => assistant.poolId !== poolId);
  const choices = [
    ...own.map(({ id, name }) => ({ value: id, label: name })),
    ...others.map(({ id, name, poolName }) => ({ value: id, label: `${name} · ${poolName}` })),
  ];
  return { choices, isCut: nextCursor !== null, q };
}
