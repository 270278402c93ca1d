import { z } from "zod";
import { MOST_FILES } from "./rules-limits";

const ID_LENGTH = 36;

/** A file that was sent before and waits: its id, and its name behind, so that a form can show it again. */
const WaitingFile = z
  .string()
  .max(ID_LENGTH + 200)
  .transform((sent) => sent.slice(0, ID_LENGTH))
  .pipe(z.uuid());

/** The files that were sent with a form or by the API, by id. */
export const FileIds = z.array(WaitingFile).max(MOST_FILES).default([]);

/** What is known of a file. */
export const FileView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  kind: z.string(),
  size: z.number().int(),
});
export type FileView = z.infer<typeof FileView>;
