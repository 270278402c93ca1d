import { z } from "zod";
import { FileIds } from "@/lib/files/schema";
import { ReadVersion } from "@/lib/moves/schema";
import { manyLines } from "@/lib/text";

const CommentText = manyLines(4_000, 1);

type WithFiles<T extends { fileIds: string[] }> = Omit<T, "fileIds"> & Partial<Pick<T, "fileIds">>;

/** A word about a request: to the executive, or internal, among those who serve them. */
export const CommentInput = z.strictObject({
  id: z.uuid(),
  text: CommentText,
  internal: z.boolean().default(false),
  fileIds: FileIds,
});
export type CommentInput = WithFiles<z.infer<typeof CommentInput>>;

/** A question to the requester; the request waits for the answer. */
export const AskInput = z.strictObject({
  id: z.uuid(),
  version: ReadVersion,
  text: CommentText,
  fileIds: FileIds,
});
export type AskInput = WithFiles<z.infer<typeof AskInput>>;

/** The composer of a page: what is written goes to the executive, stays internal, or is a question to wait for. */
export const ComposeInput = z.strictObject({
  id: z.uuid(),
  version: ReadVersion,
  text: CommentText,
  to: z.enum(["executive", "internal"]).default("executive"),
  ask: z.literal("on").optional(),
  fileIds: FileIds,
});
export type ComposeInput = z.infer<typeof ComposeInput>;

export const CommentView = z.strictObject({
  id: z.uuid(),
  authorName: z.string(),
  isExecutive: z.boolean(),
  text: z.string(),
  internal: z.boolean(),
  createdAt: z.string().meta({ format: "date-time" }),
});
export type CommentView = z.infer<typeof CommentView>;
