"use server";
import { z } from "zod";
import { listAssistants } from "@/lib/assistants/queries";
import { requireManager } from "@/lib/auth/guards";
import { listExecutives } from "@/lib/executives/queries";
import { SearchText } from "@/lib/text";
import type { FoundPerson } from "./people-choices";

const MOST_FOUND = 20;
const FindInput = z.strictObject({ q: SearchText, poolId: z.uuid().optional() });

/** Assistants of the manager's pools, or of one of them, for a field that searches as one types. */
export async function findAssistants(raw: z.input<typeof FindInput>): Promise<FoundPerson[]> {
  const ctx = await requireManager();
  const asked = FindInput.safeParse(raw);
  if (!asked.success) return [];
  const { items } = await listAssistants(ctx, { ...asked.data, show: "current", limit: MOST_FOUND });
  return items.map(({ id, name, poolName }) => ({ value: id, label: name, hint: poolName }));
}

/** The same of executives, each with their title. */
export async function findExecutives(raw: z.input<typeof FindInput>): Promise<FoundPerson[]> {
  const ctx = await requireManager();
  const asked = FindInput.safeParse(raw);
  if (!asked.success) return [];
  const { items } = await listExecutives(ctx, { ...asked.data, show: "current", limit: MOST_FOUND });
  return items.map(({ id, name, title }) => ({ value: id, label: name, hint: title }));
}
