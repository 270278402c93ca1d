import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { DemoAccount } from "@/components/shell/demo-panel";
import { PublicFrame } from "@/components/shell/public-frame";
import { SignInForm } from "@/components/shell/sign-in-form";
import { ForgetKept } from "@/components/ui/offline/forget-kept";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "@/lib/demo";
import { isDemo } from "@/lib/env";
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

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const t = await getTranslations("auth");
  const { next, ended } = await searchParams;
  return (
    <PublicFrame preferences={await getPreferences()}>
      <ForgetKept />
      <div className="grid gap-1">
        <h1 className="text-xl font-semibold tracking-tight">{t("signIn.title")}</h1>
        <p className="text-base text-pretty text-ink-2">{t("signIn.lead")}</p>
      </div>
      <SignInForm
        action={signIn}
        next={localPath(next)}
        notice={ended ? t("error.ended") : undefined}
        demoAccounts={demoAccounts()}
      />
    </PublicFrame>
  );
}
