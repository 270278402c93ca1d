import { z } from "zod";
import { ReadVersion } from "@/lib/moves/schema";
import { manyLines, oneLine } from "@/lib/text";

const words = {
  title: oneLine(80, 1),
  text: manyLines(4_000, 1).meta({ description: "May hold {{executive}}, {{assistant}} and {{request}}." }),
};

/** A reply of a pool one manages, or one's own. */
export const AddReplyInput = z.strictObject({
  poolId: z.uuid().nullable().default(null).meta({ description: "Null for one's own." }),
  ...words,
});
export type AddReplyInput = z.infer<typeof AddReplyInput>;

export const ChangeReplyInput = z.strictObject({ id: z.uuid(), version: ReadVersion, ...words });
export type ChangeReplyInput = z.infer<typeof ChangeReplyInput>;

export const ReplyIdInput = z.strictObject({ id: z.uuid() });

export const SavedReplyView = z.strictObject({
  id: z.uuid(),
  poolId: z.uuid().nullable(),
  title: z.string(),
  text: z.string(),
  version: z.number().int(),
});
export type SavedReplyView = z.infer<typeof SavedReplyView>;
