import { z } from "zod";
import { oneLine } from "@/lib/text";

/** What the API can do, in parts that a token may be kept to. */
export const TOKEN_DOMAINS = [
  "me",
  "pools",
  "people",
  "absences",
  "schedules",
  "coverage",
  "requests",
  "handovers",
  "training",
  "hiring",
  "calendars",
  "imports",
  "accounts",
] as const;
export type TokenDomain = (typeof TOKEN_DOMAINS)[number];

/** To read, or to read and write. */
export const TOKEN_ACCESS = ["read", "write"] as const;
export type TokenAccess = (typeof TOKEN_ACCESS)[number];

export const LONGEST_TOKEN_DAYS = 365;
export const USUAL_TOKEN_DAYS = 90;

type AccessShape = Record<TokenDomain, z.ZodOptional<z.ZodEnum<{ read: "read"; write: "write" }>>>;
const AccessByDomain = z.strictObject(
  Object.fromEntries(TOKEN_DOMAINS.map((domain) => [domain, z.enum(TOKEN_ACCESS).optional()])) as AccessShape,
);
export type AccessByDomain = z.infer<typeof AccessByDomain>;

/** A new API token: what it is for, how many days it works, and what it may do. */
export const IssueTokenInput = z.strictObject({
  name: oneLine(80, 1),
  days: z.coerce.number().int().min(1).max(LONGEST_TOKEN_DAYS).default(USUAL_TOKEN_DAYS),
  access: AccessByDomain.default({}).refine((access) => Object.keys(access).length > 0, {
    error: "required",
  }),
});
export type IssueTokenInput = z.infer<typeof IssueTokenInput>;

export const TokenIdInput = z.strictObject({ id: z.uuid() });
export type TokenIdInput = z.infer<typeof TokenIdInput>;

const Moment = z.string().meta({ format: "date-time" });

/** A token as its owner and administrators see it; the secret is nowhere. */
export const TokenView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  access: AccessByDomain,
  createdAt: Moment,
  expiresAt: Moment,
  lastUsedOn: z
    .string()
    .nullable()
    .meta({ format: "date", description: "The day it was last used, in UTC." }),
});
export type TokenView = z.infer<typeof TokenView>;

/** A token just made; the secret is shown this once. */
export type IssuedToken = { id: string; token: string; expiresAt: Date };
