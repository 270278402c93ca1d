import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { listImports } from "@/lib/imports/undo/queries";
import { ColumnHelp } from "./_components/column-help";
import { ImportForm } from "./_components/import-form";
import { ImportHistory } from "./_components/import-history";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports");
  return { title: t("title") };
}

export default async function ImportPage() {
  const ctx = await requireManager();
  const imports = await listImports(ctx);
  const t = await getTranslations("imports");
  const settings = await getTranslations("settings");
  return (
    <Page>
      <PageHeader title={t("title")} back={{ href: "/manager/settings", label: settings("title") }}>
        <p className="max-w-prose text-sm text-ink-2">{t("intro")}</p>
      </PageHeader>
      <ImportForm />
      {imports.length > 0 && (
        <Section title={t("undo.history")}>
          <p className="max-w-prose text-sm text-ink-2">{t("undo.hint")}</p>
          <ImportHistory imports={imports} />
        </Section>
      )}
      <Section title={t("help.title")}>
        <p className="max-w-prose text-sm text-ink-2">{t("help.format")}</p>
        <ColumnHelp />
      </Section>
    </Page>
  );
}
