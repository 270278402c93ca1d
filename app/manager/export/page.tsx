import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DownloadLinks } from "@/components/exports/download-links";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { EXPORT_FORMATS } from "@/lib/imports/export/schema";
import { refusalUnlessProven } from "@/lib/proof";
import { showDownloads } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports.export"))("title") };
}

export default async function ExportPage() {
  const ctx = await requireManager();
  const t = await getTranslations("imports.export");
  const settings = await getTranslations("settings");
  return (
    <Page width="text">
      <PageHeader title={t("title")} back={{ href: "/manager/settings", label: settings("title") }}>
        <p className="max-w-prose text-sm text-pretty text-ink-2">{t("intro")}</p>
      </PageHeader>
      <Section title={t("files")}>
        <p className="max-w-prose text-sm text-pretty text-ink-2">{t("importable")}</p>
        <p className="max-w-prose text-sm text-pretty text-ink-2">{t("records")}</p>
        <DownloadLinks
          action={showDownloads as never}
          isProven={refusalUnlessProven(ctx) === null}
          files={EXPORT_FORMATS.map((format) => ({
            href: `/api/exports/office/${format}`,
            label: t(`format.${format}`),
          }))}
        />
      </Section>
    </Page>
  );
}
