import { z } from "zod";

/** What can be done straight from a mail, without signing in. */
export const MAIL_ACTS = ["accept", "decline", "acknowledge", "approve", "rate"] as const;
export type MailAct = (typeof MAIL_ACTS)[number];

export function isMailAct(text: unknown): text is MailAct {
  return MAIL_ACTS.some((act) => act === text);
}

/** An answer as it was pressed: the act, the version of the record when the mail went out, and how many of five, where it is rated. */
export const MailAnswer = z
  .object({
    act: z.enum(MAIL_ACTS),
    version: z.number().int(),
    rating: z.coerce.number().int().min(1).max(5).optional(),
  })
  .refine(({ act, rating }) => (act === "rate") === (rating !== undefined));
export type MailAnswer = z.infer<typeof MailAnswer>;

/** What a link of a mail is about: the notice it stood in, and the version of the record when the mail went out. */
export type ActLink = { noticeId: string; version: number };

/** How the record of a link stands now: waiting for the answer as it was when the mail went out, changed since, not waiting, or for who has signed in. */
export type ActState = "open" | "changed" | "over" | "signIn";
