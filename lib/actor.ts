import type { Locale } from "@/lib/i18n/locales";

/** A signed-in person as the database knows them now. */
export type Person = {
  userId: string;
  name: string;
  email: string;
  locale: Locale;
  isAdministrator: boolean;
  managedPoolIds: readonly string[];
  assistant: { id: string; poolId: string } | null;
  executive: { id: string; poolId: string } | null;
  /** Whether a code of an app is asked for beside the password. */
  hasFactor: boolean;
  /** Whether it must be: of managers and administrators outside the demo, and of whom an administrator asks it. */
  mustHaveFactor: boolean;
  /** The browser they are signed in with, and when they last showed there that it is they; null by an API token and in a job. */
  session: { idHash: string; provenAt: Date } | null;
};

declare const role: unique symbol;

/** Minted only by lib/auth and by test support: holding one proves the role was read from the database. */
export type Manager = Person & { readonly [role]: "manager" };
export type Assistant = Person & { assistant: { id: string; poolId: string }; readonly [role]: "assistant" };
export type Executive = Person & { executive: { id: string; poolId: string }; readonly [role]: "executive" };
/** Who can answer what a mail asks of them. */
export type Answerer = Assistant | Executive;
export type Administrator = Person & { readonly [role]: "administrator" };
