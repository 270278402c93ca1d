import { z } from "zod";

/** Who else approves an executive's letters, by their e-mail address; nobody where it is empty. */
export const NameDeputyInput = z.strictObject({
  email: z
    .union([z.literal(""), z.email().max(254)])
    .transform((email) => email.toLowerCase())
    .meta({ description: "The address of another executive of your pool; empty for none." }),
});
export type NameDeputyInput = z.infer<typeof NameDeputyInput>;

export const LetterDeputyView = z.strictObject({
  deputy: z
    .strictObject({ name: z.string(), email: z.string() })
    .nullable()
    .meta({ description: "Who approves your letters beside you." }),
});
export type LetterDeputyView = z.infer<typeof LetterDeputyView>;
