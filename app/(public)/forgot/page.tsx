import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/components/shell/public-frame";
import { Notice } from "@/components/ui/layout/notice";
import { isMailOn } from "@/lib/env";
import { getPreferences } from "../../preferences";
import { askForReset } from "./actions";
import { ForgotForm } from "./forgot-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.forgot"))("title") };
}

export default async function ForgotPage() {
  const t = await getTranslations("auth.forgot");
  return (
    <PublicFrame preferences={await getPreferences()}>
      <div className="grid gap-1">
        <h1 className="text-xl font-semibold tracking-tight">{t("title")}</h1>
        {isMailOn() && <p className="text-base text-pretty text-ink-2">{t("lead")}</p>}
      </div>
      {isMailOn() ? <ForgotForm action={askForReset} /> : <Notice>{t("noMail")}</Notice>}
      <a href="/sign-in" className="w-fit text-sm underline underline-offset-2">
        {t("signIn")}
      </a>
    </PublicFrame>
  );
}
