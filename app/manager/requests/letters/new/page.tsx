import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { listPools } from "@/lib/pools/queries";
import { TemplateForm } from "../_components/template-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("letters.templates"))("add") };
}

export default async function NewLetterTemplatePage() {
  const ctx = await requireManager();
  const t = await getTranslations("letters.templates");
  const pools = await listPools(ctx);
  return (
    <Page width="text">
      <PageHeader title={t("add")} back={{ href: "/manager/requests/letters", label: t("title") }} />
      <TemplateForm pools={pools.map(({ id, name }) => ({ value: id, label: name }))} />
    </Page>
  );
}
