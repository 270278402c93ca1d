import { z } from "zod";
import { Flag } from "@/lib/absences/settings/schema";
import { DayText } from "@/lib/assistants/schema";
import { DayInput } from "@/lib/time/inputs";

const ReportedDays = z.coerce.number().int().min(0).max(60);

/** Whether a pool decides once or twice, and who decides second. */
export const SetPoolPolicyInput = z.strictObject({
  poolId: z.uuid(),
  approvalStages: z.coerce.number().int().min(1).max(2),
  secondDeciderId: z.uuid().nullable().default(null),
  /** How far from today people report their own sickness; left out, it stays as it is. */
  reportedDaysBack: ReportedDays.optional(),
  reportedDaysAhead: ReportedDays.optional(),
});
export type SetPoolPolicyInput = z.infer<typeof SetPoolPolicyInput>;

export const PoolPolicyView = z.strictObject({
  poolId: z.uuid(),
  approvalStages: z.number().int(),
  secondDeciderId: z.uuid().nullable(),
  reportedDaysBack: z.number().int(),
  reportedDaysAhead: z.number().int(),
});
export type PoolPolicyView = z.infer<typeof PoolPolicyView>;

/** Who decides on one assistant's leave; null is the managers of the pool. */
export const SetAssistantPolicyInput = z.strictObject({
  assistantId: z.uuid(),
  deciderId: z.uuid().nullable().default(null),
  isAutomatic: Flag.default(false),
});
export type SetAssistantPolicyInput = z.infer<typeof SetAssistantPolicyInput>;

export const AssistantPolicyView = z.strictObject({
  assistantId: z.uuid(),
  deciderId: z.uuid().nullable(),
  isAutomatic: z.boolean(),
});
export type AssistantPolicyView = z.infer<typeof AssistantPolicyView>;

/** Who decides for a manager between two days; the asker themselves unless another manager of their pools is named. */
export const AddDeputyInput = z.strictObject({
  managerId: z.uuid().optional(),
  deputyId: z.uuid(),
  from: DayInput,
  to: DayInput,
});
export type AddDeputyInput = z.infer<typeof AddDeputyInput>;

export const DeputyView = z.strictObject({
  id: z.uuid(),
  managerId: z.uuid(),
  managerName: z.string(),
  deputyId: z.uuid(),
  deputyName: z.string(),
  from: DayText,
  to: DayText,
});
export type DeputyView = z.infer<typeof DeputyView>;
