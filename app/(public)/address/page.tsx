import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/components/shell/public-frame";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Notice } from "@/components/ui/layout/notice";
import { readAddressLink } from "@/lib/accounts/queries-address";
import { asAnyone } from "@/lib/auth/guards";
import { getPreferences } from "../../preferences";
import { tokenIn } from "../token-in";
import { AddressForm } from "./address-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.address"))("title") };
}

export default async function AddressPage({ searchParams }: PageProps<"/address">) {
  const token = await tokenIn(searchParams);
  const t = await getTranslations("accounts.address");
  const link = await readAddressLink(asAnyone(), token);
  return (
    <PublicFrame preferences={await getPreferences()}>
      <h1 className="text-xl font-semibold tracking-tight">{t("title")}</h1>
      {link.ok ? (
        <>
          <p className="text-base text-pretty break-words text-ink-2">
            {t(`lead.${link.value.does}`, { oldEmail: link.value.oldEmail, newEmail: link.value.newEmail })}
          </p>
          <AddressForm token={token} does={link.value.does} />
        </>
      ) : (
        <>
          <Notice>{t(link.reason)}</Notice>
          <LinkButton href="/sign-in">{t("signIn")}</LinkButton>
        </>
      )}
    </PublicFrame>
  );
}
