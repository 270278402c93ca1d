import { z } from "zod";
import { oneLine } from "@/lib/text";

/** An answer to an offer of cover, with a word to the manager. */
export const AnswerOfferInput = z.strictObject({ id: z.uuid(), note: oneLine(300).default("") });
export type AnswerOfferInput = z.infer<typeof AnswerOfferInput>;

export const OfferIdInput = z.strictObject({ id: z.uuid() });
export type OfferIdInput = z.infer<typeof OfferIdInput>;
