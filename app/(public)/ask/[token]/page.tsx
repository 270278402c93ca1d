import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/components/shell/public-frame";
import { Notice } from "@/components/ui/layout/notice";
import { asAnyone } from "@/lib/auth/guards";
import { ownerOfLink } from "@/lib/requests/links/queries";
import { getPreferences } from "../../../preferences";
import { AskForm } from "./ask-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests.form"))("label"), referrer: "no-referrer" };
}

/** Where an executive sends a request by their personal link: what was sent before is not shown. */
export default async function AskPage({ params }: PageProps<"/ask/[token]">) {
  const { token } = await params;
  const t = await getTranslations("requests.link");
  const owner = await ownerOfLink(asAnyone(), token);
  return (
    <PublicFrame preferences={await getPreferences()}>
      {owner ? (
        <>
          <header className="grid gap-1">
            <p className="text-sm text-ink-2">{t("asName", { name: owner.name })}</p>
            <h1 className="text-xl font-semibold tracking-tight text-pretty">{t("ask")}</h1>
          </header>
          <AskForm token={token} />
        </>
      ) : (
        <Notice>{t("unknown")}</Notice>
      )}
    </PublicFrame>
  );
}
