import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { DemoAccount } from "@/components/shell/demo-panel";
import { PublicFrame } from "@/components/shell/public-frame";
import { SignInForm } from "@/components/shell/sign-in-form";
import { buttonStyle } from "@/components/ui/forms/button-style";
import { cx } from "@/components/ui/layout/cx";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { Notice } from "@/components/ui/layout/notice";
import { ForgetKept } from "@/components/ui/offline/forget-kept";
import { getOidcSettings } from "@/lib/auth/oidc";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "@/lib/demo";
import { isDemo, isProviderOnly } from "@/lib/env";
import { localPath } from "@/lib/server/request-guard";
import { getPreferences } from "../../preferences";
import { signIn } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.signIn");
  return { title: t("title") };
}

function demoAccounts(): DemoAccount[] {
  if (!isDemo()) return [];
  return DEMO_ACCOUNTS.map(({ email, role }) => ({
    email,
    role: role === "administrator" ? "admin" : role,
    password: DEMO_PASSWORD,
  }));
}

const PROBLEMS = [
  "account_disabled",
  "identity_elsewhere",
  "identity_unknown",
  "identity_unverified",
  "provider_failed",
  "provider_only",
] as const;

function isProblem(text: unknown): text is (typeof PROBLEMS)[number] {
  return PROBLEMS.some((problem) => problem === text);
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const t = await getTranslations("auth");
  const refusals = await getTranslations("refusals");
  const { next, ended, problem, ref } = await searchParams;
  const provider = getOidcSettings();
  const heading = localPath(next);
  const form = (
    <SignInForm
      action={signIn}
      next={heading}
      notice={ended ? t("error.ended") : undefined}
      demoAccounts={demoAccounts()}
    />
  );
  return (
    <PublicFrame preferences={await getPreferences()}>
      <ForgetKept />
      <div className="grid gap-1">
        <h1 className="text-xl font-semibold tracking-tight">{t("signIn.title")}</h1>
        <p className="text-base text-pretty text-ink-2">{t("signIn.lead")}</p>
      </div>
      {isProblem(problem) && (
        <Notice role="alert" tone="gap">
          <p>{refusals(problem)}</p>
          {typeof ref === "string" && /^[0-9a-f]{8}$/.test(ref) && <p>{t("signIn.reference", { ref })}</p>}
        </Notice>
      )}
      {provider && (
        <a
          href={`/api/auth/oidc${heading ? `?${new URLSearchParams({ next: heading })}` : ""}`}
          className={cx(buttonStyle("primary"), "h-10 touch:h-11")}
        >
          {t("signIn.provider", { name: provider.name })}
        </a>
      )}
      {isProviderOnly() ? <Disclosure summary={t("signIn.byPassword")}>{form}</Disclosure> : form}
    </PublicFrame>
  );
}
