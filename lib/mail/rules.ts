const MINUTE_MS = 60_000;
const LONGEST_WAIT_MS = 12 * 60 * MINUTE_MS;

/** After this many attempts, over about three days, a mail is given up. */
export const MOST_ATTEMPTS = 15;

/** When a mail is tried again if its n-th attempt came to nothing: after 2 minutes, 4, 8 … and at most 12 hours. */
export function nextAttemptAt(attempts: number, now: Date): Date {
  return new Date(now.getTime() + Math.min(2 ** attempts * MINUTE_MS, LONGEST_WAIT_MS));
}

/** True when the mail server has said for good that it will not take a mail, or has not taken it for three days. */
export function isGivenUp(fault: MailFault, attempts: number): boolean {
  return fault.isFinal || attempts >= MOST_ATTEMPTS;
}

/** What became of an attempt to hand a mail to the server, where it did not take it. */
export type MailFault = { code: string; isFinal: boolean };

/** Reads what sending threw: an answer of 5xx (RFC 5321, 4.2.1) about the recipient is final, everything else may pass. */
export function faultOfSending(error: unknown): MailFault {
  const { responseCode, code } = (error ?? {}) as { responseCode?: unknown; code?: unknown };
  if (typeof responseCode === "number")
    return { code: String(responseCode), isFinal: responseCode >= 500 && code === "EENVELOPE" };
  return { code: typeof code === "string" ? code.slice(0, 40) : "failed", isFinal: false };
}

/** The address that mail of an installation is from. */
export function senderAddress(from: string | undefined, publicUrl: string): string {
  if (!from) return `standby@${new URL(publicUrl).hostname}`;
  return (/<([^<>]+)>/.exec(from)?.[1] ?? from).trim();
}

/** Half of RFC 5322's Message-ID: the same for every attempt at one mail, so that a mailbox shows it once. */
export function messageIdOf(id: string, publicUrl: string): string {
  return `<${id}@${new URL(publicUrl).hostname}>`;
}
