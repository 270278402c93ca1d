import { z } from "zod";
import { ReadVersion } from "@/lib/moves/schema";
import { oneLine } from "@/lib/text";

/** Which offer is meant, at the version that was read. */
export const OfferInput = z.strictObject({ id: z.uuid(), version: ReadVersion });
export type OfferInput = z.infer<typeof OfferInput>;

/** An answer to an offer of cover, with a word to the manager. */
export const AnswerOfferInput = OfferInput.extend({ note: oneLine(300).default("") });
export type AnswerOfferInput = z.infer<typeof AnswerOfferInput>;
