import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/components/shell/public-frame";
import { Button } from "@/components/ui/forms/button";
import { requirePerson } from "@/lib/auth/guards";
import { homeOf } from "@/lib/auth/person";
import { getPreferences } from "../../preferences";
import { signOut } from "../../session-actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.noRole"))("title") };
}

export default async function NoRolePage() {
  const { actor } = await requirePerson();
  const home = homeOf(actor);
  if (home !== "/no-role") redirect(home);
  const t = await getTranslations("accounts.noRole");
  return (
    <PublicFrame preferences={await getPreferences()}>
      <div className="grid justify-items-start gap-4">
        <h1 className="text-xl font-semibold tracking-tight">{t("title")}</h1>
        <p className="text-base text-pretty break-words text-ink-2">{t("body", { email: actor.email })}</p>
        <form action={signOut}>
          <Button type="submit">{t("signOut")}</Button>
        </form>
      </div>
    </PublicFrame>
  );
}
