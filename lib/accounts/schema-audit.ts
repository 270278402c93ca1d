import { z } from "zod";
import { LimitInput } from "@/lib/cursor";
import { SearchText } from "@/lib/text";
import { IN_ORDER } from "@/lib/time/day";
import { DayInput } from "@/lib/time/inputs";

/** A page of the audit log, newest first. `what` is a kind of record ("pool") or something that happened ("pool.created"). */
export const ListAuditInput = z
  .strictObject({
    what: z
      .string()
      .max(80)
      .regex(/^[a-z_]+(\.[a-z_]+)?$/)
      .optional(),
    who: SearchText.optional(),
    from: DayInput.optional(),
    to: DayInput.optional(),
    cursor: z
      .string()
      .regex(/^\d{1,18}$/)
      .optional(),
    limit: LimitInput,
  })
  .refine(...IN_ORDER);
export type ListAuditInput = z.infer<typeof ListAuditInput>;

export type AuditEventView = {
  seq: string;
  at: Date;
  /** Null when no person did it: a job, or the command line. */
  actor: { userId: string; name: string } | null;
  action: string;
  entityType: string;
  entityId: string;
  /** The name of the person or pool it concerns, where there is one. */
  subject: string | null;
  data: Record<string, unknown>;
  /** The row still has the SHA-256 it was written with, and follows the row it was written after. */
  isIntact: boolean;
};
