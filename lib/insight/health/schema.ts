/** A mail that an administrator had sent to themselves: on its way, or how it ended. */
export type TestMail = { at: Date; state: "waiting" | "sent" | "dropped" | "refused"; fault: string | null };

/** How an installation is, as far as it can say itself. */
export type Health = {
  /** Of the server, how large the database is, and how many changes its structure has had. */
  database: { version: string; megabytes: number; structure: number };
  /** The last one that `npm run backup` wrote, and whether that is longer ago than it should be; null where there is none. */
  backup: { at: Date; rows: number; isOld: boolean } | null;
  mail: {
    isOn: boolean;
    waiting: number;
    /** Since when the oldest mail waits to be sent; null where none does. */
    oldestDueAt: Date | null;
    refusedLately: number;
    lastFault: string | null;
    lastTest: TestMail | null;
  };
  /** Mail that comes in; without an address it is off. */
  mailIn: { address: string | null; lastAt: Date | null; lately: number; held: number };
  /** The organisation's own sign-in, and whether it is the only one; null where none is set. */
  provider: { name: string; issuer: string; isOnly: boolean } | null;
  webhooks: { on: number; failing: number };
  audit: { rows: number; head: string | null };
  /** Managers and administrators who have no second factor yet, and must. */
  lackingFactor: number;
  /** Tells one key of an installation from another, and nothing of the key. */
  keyFingerprint: string;
};
