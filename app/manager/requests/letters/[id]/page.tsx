import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LetterPaper } from "@/components/letters/letter-paper";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { requireOwnTemplate } from "@/lib/letters/templates/queries";
import { idOf, orNotFound } from "@/lib/server/page";
import { TemplateForm } from "../_components/template-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("letters.templates"))("one") };
}

export default async function LetterTemplatePage({ params }: PageProps<"/manager/requests/letters/[id]">) {
  const ctx = await requireManager();
  const t = await getTranslations("letters.templates");
  const template = await orNotFound(async () => requireOwnTemplate(ctx, idOf((await params).id)));
  return (
    <Page width="text">
      <PageHeader title={template.name} back={{ href: "/manager/requests/letters", label: t("title") }} />
      <TemplateForm key={template.version} template={template} />
      <LetterPaper letter={{ ...template, values: {} }} language={template.language} />
    </Page>
  );
}
