/** What can be done straight from a mail, without signing in. */
export const MAIL_ACTS = ["accept", "decline", "acknowledge", "approve"] as const;
export type MailAct = (typeof MAIL_ACTS)[number];

export function isMailAct(text: unknown): text is MailAct {
  return MAIL_ACTS.some((act) => act === text);
}

/** What a link of a mail is about: the notice it stood in, and the version of the record when the mail went out. */
export type ActLink = { noticeId: string; version: number };

/** How the record of a link stands now: waiting for the answer as it was when the mail went out, changed since, not waiting, or for who has signed in. */
export type ActState = "open" | "changed" | "over" | "signIn";
