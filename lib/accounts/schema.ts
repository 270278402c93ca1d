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

/** A new password for whoever has the old one. */
export const ChangePasswordInput = z.strictObject({
  password: z.string().min(1).max(1_000),
  newPassword: NewPassword,
  keepTokens: z.stringbool().or(z.boolean()).default(false),
});
export type ChangePasswordInput = z.infer<typeof ChangePasswordInput>;

/** One of the browsers somebody is signed in with, by the SHA-256 of what it holds. */
export const SessionIdInput = z.strictObject({ id: z.string().regex(/^[0-9a-f]{64}$/) });

/** The address of somebody who has forgotten their password. */
export const AskResetInput = z.strictObject({ email: EmailInput });
export type AskResetInput = z.infer<typeof AskResetInput>;

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

/** How far a person has come with their account; facts decide it, and only `standingOf` does. */
export const ACCOUNT_STATES = ["not_invited", "invited", "active", "disabled"] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

const Moment = z.string().meta({ format: "date-time" });

/** How an account stands, with the moments that say so. */
export const AccountStanding = z.strictObject({
  state: z.enum(ACCOUNT_STATES).meta({
    description:
      "not_invited: no link was ever made; invited: a link was made and no password is chosen; active: a password is chosen; disabled: sign-in is refused.",
  }),
  invitedAt: Moment.nullable().meta({ description: "When the latest link to choose a password was made." }),
  linkExpiresAt: Moment.nullable().meta({
    description: "Until when that link can be used; null when there is none that can.",
  }),
  activeSince: Moment.nullable().meta({ description: "When the first password was chosen." }),
  lastSeenAt: Moment.nullable().meta({ description: "When the person last used Standby." }),
});
export type AccountStanding = z.infer<typeof AccountStanding>;

/** How it stands with the second factor of an account. */
export const AccountFactor = z.strictObject({
  since: Moment.nullable().meta({ description: "When a second factor was set up; null without one." }),
  required: z.enum(["by_role", "by_administrator", "no"]),
  resetAt: Moment.nullable().meta({ description: "When an administrator last took it away." }),
});
export type AccountFactor = z.infer<typeof AccountFactor>;

export type AccountView = AccountStanding & {
  userId: string;
  name: string;
  email: string;
  roles: AccountRole[];
  factor: AccountFactor;
  /** Since when they sign in by their organisation; null where they never did. */
  linkedAt: string | null;
};

export type InviteRefusal = "account_disabled" | "not_yours_to_invite" | "has_password";

/** How far a person has come on the way to their account, and why the reader may not make them a link. */
export type InvitationView = AccountStanding & { userId: string; refusal: InviteRefusal | null };

/** The lists that people are invited from. */
export const INVITED_LISTS = ["assistants", "executives", "accounts"] as const;
export type InvitedList = (typeof INVITED_LISTS)[number];

/** So many links are made at once. */
export const MOST_INVITED = 500;

/** Whom to invite: named people, or all of a list who were never invited. `again` also replaces links made before. */
export const InviteUsersInput = z
  .strictObject({
    userIds: z.array(z.uuid()).max(MOST_INVITED).default([]),
    everybody: z.enum(INVITED_LISTS).optional(),
    poolId: z.uuid().optional(),
    again: z.stringbool().or(z.boolean()).default(false),
  })
  .refine(({ userIds, everybody }) => userIds.length > 0 || everybody !== undefined, {
    path: ["userIds"],
    error: "required",
  });
export type InviteUsersInput = z.infer<typeof InviteUsersInput>;

/** Links just made for many people; each token is shown this once. */
export type InvitationsMade = {
  made: (NewLink & { userId: string; name: string; email: string })[];
  /** Who was invited before: their link is replaced only when asked to. */
  invitedBefore: { userId: string; name: string; invitedAt: string | null }[];
  /** Who may get no link now, and why. */
  refused: { userId: string; name: string; reason: InviteRefusal }[];
};

/** A link just made; the token is shown this once, and in the mail where there is one. */
export type NewLink = { token: string; expiresAt: Date; isMailed: boolean };
