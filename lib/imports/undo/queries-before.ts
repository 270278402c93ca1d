import { z } from "zod";
import type { WrittenAssistant } from "@/lib/assistants/service-rows";
import type { WrittenExecutive } from "@/lib/executives/service-rows";
import type { AssistantRecord, ExecutiveRecord } from "@/lib/imports/plan/rules-office";
import { DayInput } from "@/lib/time/inputs";

/*
 * What was there before an import, as it was kept: whole records as a file can say them, and of rows what a file can change.
 */

/** An account's name before, and the one it was given. */
export const NameBefore = z.object({ name: z.string(), given: z.string() });

/** The end and the duties of support before. */
export const SupportBefore = z.object({ to: DayInput.nullable(), dutyIds: z.array(z.string()) });

const isRecord = (value: unknown) => typeof value === "object" && value !== null && "pool" in value;
const AssistantBefore = z.custom<AssistantRecord>((value) => isRecord(value) && "hours" in Object(value));
const ExecutiveBefore = z.custom<ExecutiveRecord>((value) => isRecord(value) && "duties" in Object(value));

type Who = { known: { id: string; version: number }; userId: string };
type Pools = ReadonlyMap<string, string>;

/** An assistant as they were; their hours from today on too, since those before have been. */
export function assistantBefore({ known, userId }: Who, before: unknown, pools: Pools): WrittenAssistant {
  const { pool, hours, skills, languages, ...fields } = AssistantBefore.parse(before);
  return { known, userId, fields: { ...fields, poolId: pools.get(pool) ?? "" }, hours, skills, languages };
}

/** An executive as they were. */
export function executiveBefore({ known, userId }: Who, before: unknown, pools: Pools): WrittenExecutive {
  const { pool, duties, languages, ...fields } = ExecutiveBefore.parse(before);
  return { known, userId, fields: { ...fields, poolId: pools.get(pool) ?? "" }, duties, languages };
}
