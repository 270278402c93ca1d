import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { poolChoices } from "@/app/_shared/forms/pool-choices";
import { LinkProblem } from "@/components/accounts/link-problem";
import { PublicFrame } from "@/components/shell/public-frame";
import { asAnyone } from "@/lib/auth/guards";
import { localeOf } from "@/lib/i18n/locales";
import { readSetUp } from "@/lib/pools/service-set-up";
import { getPreferences } from "../../preferences";
import { tokenIn } from "../token-in";
import { setUpAction } from "./actions";
import { SetUpForm } from "./set-up-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.setUp"))("title") };
}

export default async function SetUpPage({ searchParams }: PageProps<"/set-up">) {
  const token = await tokenIn(searchParams);
  const answer = await readSetUp(asAnyone(), token);
  return (
    <PublicFrame preferences={await getPreferences()}>
      {answer.ok ? <SetUp token={token} /> : <LinkProblem reason={answer.reason} isSetUp />}
    </PublicFrame>
  );
}

async function SetUp({ token }: { token: string }) {
  const t = await getTranslations("accounts.setUp");
  const locale = localeOf(await getLocale());
  return (
    <>
      <div className="grid gap-1">
        <h1 className="text-xl font-semibold tracking-tight">{t("title")}</h1>
        <p className="text-base text-pretty text-ink-2">{t("lead")}</p>
      </div>
      <SetUpForm action={setUpAction} token={token} locale={locale} {...poolChoices(locale)} />
    </>
  );
}
