import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { findExecutives } from "@/app/_shared/forms/find-people";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { listPools } from "@/lib/pools/queries";
import { AskForm } from "./_components/ask-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("hiring.ask"))("open") };
}

export default async function AskForPeoplePage() {
  const ctx = await requireManager();
  const t = await getTranslations("hiring");
  const [pools, executives] = await Promise.all([listPools(ctx), findExecutives({ q: "" })]);
  return (
    <Page width="text">
      <PageHeader title={t("ask.open")} back={{ href: "/manager/hiring", label: t("title") }} />
      <p className="text-sm text-ink-2">{t("ask.explain")}</p>
      <AskForm pools={pools.map(({ id, name }) => ({ value: id, label: name }))} executives={executives} />
    </Page>
  );
}
