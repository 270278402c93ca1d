import { z } from "zod";
import { CursorInput, LimitInput } from "@/lib/cursor";
import { DEMO_PASSWORD } from "@/lib/demo";
import { LOCALES } from "@/lib/i18n/locales";
import { oneLine, SearchText, visibleText } from "@/lib/text";

export const PersonName = oneLine(120, 1);

/** Kept in lower case: accounts are told apart by it. */
export const EmailInput = z
  .string()
  .overwrite(visibleText)
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email())
  .meta({ type: "string", format: "email" });

/** At least 12 characters, of any kind; not the one password everybody can read. */
export const NewPassword = z
  .string()
  .min(12)
  .max(200)
  .refine((password) => password.toLowerCase() !== DEMO_PASSWORD, { error: "too_well_known" });

/** The secret of a one-time link as it stands in its address; whether it opens anything is for the database to say. */
export const LinkToken = z.string().max(200);

export const LocaleInput = z.enum(LOCALES);

/** A person's own password, by the link they were given; the language is the one they read the page in. */
export const SetPasswordInput = z.strictObject({
  token: LinkToken,
  password: NewPassword,
  locale: LocaleInput,
});
export type SetPasswordInput = z.infer<typeof SetPasswordInput>;

export const ChooseLanguageInput = z.strictObject({ locale: LocaleInput });
export type ChooseLanguageInput = z.infer<typeof ChooseLanguageInput>;

export const AccountIdInput = z.strictObject({ userId: z.uuid() });
export type AccountIdInput = z.infer<typeof AccountIdInput>;

export const ACCOUNT_ROLES = ["manager", "assistant", "executive", "administrator"] as const;
export type AccountRole = (typeof ACCOUNT_ROLES)[number];

/** A page of the accounts. */
export const ListAccountsInput = z.strictObject({
  q: SearchText.optional(),
  role: z.enum(ACCOUNT_ROLES).optional(),
  cursor: CursorInput.optional(),
  limit: LimitInput,
});
export type ListAccountsInput = z.infer<typeof ListAccountsInput>;

/** Invited: no password yet. Disabled: may not sign in, whatever the password. */
export const ACCOUNT_STATES = ["invited", "active", "disabled"] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

export type AccountView = {
  userId: string;
  name: string;
  email: string;
  roles: AccountRole[];
  state: AccountState;
  lastSeenAt: Date | null;
};

export type InviteRefusal = "account_disabled" | "not_yours_to_invite" | "has_password";

/** How far a person has come on the way to their account, and why the reader may not make them a link. */
export type InvitationView = {
  userId: string;
  state: AccountState;
  linkExpiresAt: Date | null;
  refusal: InviteRefusal | null;
};

/** A link just made; the token is shown this once. */
export type NewLink = { token: string; expiresAt: Date };
