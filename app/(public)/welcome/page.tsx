import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { LinkProblem } from "@/components/accounts/link-problem";
import { PublicFrame } from "@/components/shell/public-frame";
import { readInvitation } from "@/lib/accounts/service-invitations";
import { asAnyone } from "@/lib/auth/guards";
import { localeOf } from "@/lib/i18n/locales";
import { getPreferences } from "../../preferences";
import { tokenIn } from "../token-in";
import { setPasswordAction } from "./actions";
import { PasswordForm } from "./password-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.welcome"))("password") };
}

export default async function WelcomePage({ searchParams }: PageProps<"/welcome">) {
  const token = await tokenIn(searchParams);
  const answer = await readInvitation(asAnyone(), token);
  return (
    <PublicFrame preferences={await getPreferences()}>
      {answer.ok ? <Welcome token={token} {...answer.value} /> : <LinkProblem reason={answer.reason} />}
    </PublicFrame>
  );
}

async function Welcome({ token, name, email }: { token: string; name: string; email: string }) {
  const t = await getTranslations("accounts.welcome");
  return (
    <>
      <div className="grid gap-1">
        <h1 className="text-xl font-semibold tracking-tight">{t("title", { name })}</h1>
        <p className="text-base text-pretty break-words text-ink-2">{t("lead", { email })}</p>
      </div>
      <PasswordForm
        action={setPasswordAction}
        token={token}
        email={email}
        locale={localeOf(await getLocale())}
      />
    </>
  );
}
