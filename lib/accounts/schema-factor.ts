import { z } from "zod";

const LONGEST = 100;

/** A code as an app shows it; blanks in it are the reader's. */
const FactorCode = z
  .string()
  .max(LONGEST)
  .overwrite((text) => text.replace(/\s/g, ""))
  .min(1);

/** The first code of an app that has just been given its seed. */
export const ConfirmFactorInput = z.strictObject({ code: FactorCode });
export type ConfirmFactorInput = z.infer<typeof ConfirmFactorInput>;

/** The code of a sign-in whose password was right, of the app or a recovery code, and where its person was heading. */
export const AnswerChallengeInput = z.strictObject({ code: FactorCode, next: z.string().optional() });

/** What an app is given: a secret to type, and the address its QR code holds. */
export const FactorOffer = z.strictObject({ secret: z.string(), address: z.string() });
export type FactorOffer = z.infer<typeof FactorOffer>;

/** Codes that are shown once. */
export const RecoveryCodes = z.strictObject({ codes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;
