import { z } from "zod";
import { FileFromPageInput } from "../schema";

/** A request sent by a personal link: what is needed and by when; everything else is for those who sign in. */
export const FileByLinkInput = FileFromPageInput.pick({ summary: true, details: true, when: true }).extend({
  token: z.string().max(60),
});
export type FileByLinkInput = z.output<typeof FileByLinkInput>;

/** A personal link as it was just made: it is shown this once. */
export const FilingLinkView = z.strictObject({ link: z.string(), address: z.string().nullable() });
export type FilingLinkView = z.infer<typeof FilingLinkView>;

/** Whether there is a personal link, and since when. */
export type FilingLinkState = { renewedAt: Date; lastUsedAt: Date | null };
