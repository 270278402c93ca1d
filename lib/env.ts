import { z } from "zod";
import { readProxies } from "./proxies";

/** What an operator may set; the rest is set by the command that starts the server. */
const SETTINGS = {
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(5).max(720).default(30),
  TRUSTED_PROXIES: z
    .string()
    .default("")
    .transform((text, check) => {
      const proxies = readProxies(text);
      if (proxies) return proxies;
      check.issues.push({ code: "custom", input: text });
      return z.NEVER;
    }),
  CASE_KEY: z.string().min(32).optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^\s/]+$/)
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>\r\n"]*<?[^\s<>@"]+@[^\s<>@"]+>?$/)
    .optional(),
  MAIL_IN_ADDRESS: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,19}@[a-z0-9.-]+$/i)
    .optional(),
  MAIL_IN_SECRET: z.string().min(32).optional(),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine((text) => text.startsWith("https://") || /^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(text))
    .transform((text) => text.replace(/\/$/, ""))
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_EMAIL_DOMAINS: z
    .string()
    .regex(/^[\w.-]+\.\w+(\s*,\s*[\w.-]+\.\w+)*$/)
    .transform((text) => text.toLowerCase().split(/\s*,\s*/))
    .optional(),
  OIDC_NAME: z.string().max(40).default("OpenID Connect"),
  OIDC_TRUST_EMAIL: z.enum(["0", "1"]).default("0"),
  OIDC_ONLY: z.enum(["0", "1"]).default("0"),
  OIDC_FACTOR_AMR: z.string().max(80).optional(),
  WEBHOOK_PRIVATE_HOSTS: z
    .string()
    .regex(/^[\w.:-]+(\s*,\s*[\w.:-]+)*$/)
    .transform((text) => text.toLowerCase().split(/\s*,\s*/))
    .default([]),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).optional(),
};

const OIDC_NEEDS = ["OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_EMAIL_DOMAINS"] as const;

/** A provider to sign in with is named with all that it takes. */
function withWholeProvider<S extends z.ZodType<Partial<Record<string, unknown>>>>(settings: S) {
  return settings.superRefine((values, check) => {
    if (!values.OIDC_ISSUER && values.OIDC_ONLY === "1")
      check.addIssue({ code: "custom", path: ["OIDC_ONLY"], input: undefined });
    if (!values.OIDC_ISSUER) return;
    for (const name of OIDC_NEEDS)
      if (!values[name]) check.addIssue({ code: "custom", path: [name], input: undefined });
  });
}

const Settings = withWholeProvider(z.object(SETTINGS));

const Env = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//),
  NEXTAUTH_SECRET: z.string().min(32),
  NEXTAUTH_URL: z.url().default("http://127.0.0.1:3000"),
  STANDBY_DEMO: z.enum(["0", "1"]).default("0"),
  ...SETTINGS,
});

type Env = z.infer<typeof Env>;

const EXPECTED: Record<keyof Env, string> = {
  DATABASE_URL: "an address that begins with postgresql://",
  NEXTAUTH_SECRET: "at least 32 random characters",
  NEXTAUTH_URL: "an address such as https://standby.example.org",
  STANDBY_DEMO: "0 or 1",
  SESSION_IDLE_MINUTES: "a whole number of minutes from 5 to 720",
  TRUSTED_PROXIES: 'a list of addresses or networks such as "10.0.0.0/8, ::1"',
  CASE_KEY: "at least 32 random characters",
  SMTP_URL: "an address such as smtps://user:password@mail.example.org:465",
  MAIL_FROM: 'an address such as "Standby <standby@example.org>"',
  MAIL_IN_ADDRESS:
    'an address such as requests@in.example.org, at most 20 letters before the "@", beside MAIL_IN_SECRET',
  MAIL_IN_SECRET: "at least 32 random characters, beside MAIL_IN_ADDRESS",
  OIDC_ISSUER: "the https address of an OpenID Connect provider",
  OIDC_CLIENT_ID: "set beside OIDC_ISSUER: what the provider calls Standby",
  OIDC_CLIENT_SECRET: "set beside OIDC_ISSUER: the secret it shares with the provider",
  OIDC_EMAIL_DOMAINS:
    'set beside OIDC_ISSUER: the domains of your people\'s addresses, such as "example.org, example.se"',
  OIDC_NAME: "at most 40 characters",
  OIDC_TRUST_EMAIL: "0 or 1",
  OIDC_ONLY: "0, or 1 beside OIDC_ISSUER: whether passwords are for administrators alone",
  OIDC_FACTOR_AMR: 'what the provider calls two-step verification, such as "mfa"',
  WEBHOOK_PRIVATE_HOSTS:
    'a list of hosts inside that webhooks may lead to, such as "hooks.internal, 127.0.0.1"',
  LOG_LEVEL: "fatal, error, warn, info, debug, trace or silent",
};

const SECRETS: readonly string[] = [
  "DATABASE_URL",
  "NEXTAUTH_SECRET",
  "CASE_KEY",
  "SMTP_URL",
  "MAIL_IN_SECRET",
  "OIDC_CLIENT_SECRET",
];

/** With this code a server ends whose settings can't be used: starting it again would not help. */
export const BROKEN_SETTINGS_EXIT_CODE = 78;

/** Every fault of an operator's settings, in a sentence each; an empty one counts as not set. */
export function faultsOfSettings(values: NodeJS.ProcessEnv): string[] {
  return faultsOf(Settings.safeParse(withoutEmpty(values)), values);
}

function withoutEmpty(values: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== "")) as NodeJS.ProcessEnv;
}

function faultsOf({ error }: { error?: z.ZodError }, values: NodeJS.ProcessEnv): string[] {
  const names = new Set(error?.issues.map((issue) => issue.path[0] as keyof Env));
  return [...names].map((name) => {
    const said =
      values[name] === undefined ? "missing" : SECRETS.includes(name) ? "not usable" : `"${values[name]}"`;
    return `${name} is ${said}; it must be ${EXPECTED[name]}.`;
  });
}

let parsed: Env | undefined;

/** The configuration of this process; throws with every fault at once. */
export function env(): Env {
  if (parsed) return parsed;
  const result = withWholeProvider(Env).safeParse(withoutEmpty(process.env));
  if (!result.success)
    throw new Error(`The settings can't be used:\n- ${faultsOf(result, process.env).join("\n- ")}`);
  parsed = result.data;
  return parsed;
}

/** Ends a process whose settings can't be used, before it serves anybody. */
export function requireSettings(): Env {
  try {
    return env();
  } catch (error) {
    console.error((error as Error).message);
    return process.exit(BROKEN_SETTINGS_EXIT_CODE);
  }
}

/**
 * True where a mail server is set; without one everything is told in the app alone. A command, such as an import or the making of
 * the demo, is given no secret to seal with, and mails nothing.
 */
export function isMailOn(): boolean {
  return Boolean(process.env.SMTP_URL && process.env.NEXTAUTH_SECRET);
}

/** What conversations are sealed with; null where nobody has set it, as in a command: their words are locked then. */
export function caseKeyOfProcess(): string | null {
  return process.env.CASE_KEY || null;
}

/** True where people come in by their organisation's sign-in alone, and passwords are for administrators. */
export function isProviderOnly(): boolean {
  return process.env.OIDC_ONLY === "1" && Boolean(process.env.OIDC_ISSUER);
}

/** True while this installation shows the demo office and its well-known accounts; a command, which has no settings, shows none. */
export function isDemo(): boolean {
  return process.env.STANDBY_DEMO === "1";
}
