import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LetterBadge } from "@/components/letters/letter-badge";
import { LetterFiles } from "@/components/letters/letter-files";
import { LetterPaper } from "@/components/letters/letter-paper";
import { LetterVersions } from "@/components/letters/letter-versions";
import { LivePage } from "@/components/live/live-page";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { requireLetter } from "@/lib/letters/queries";
import { idOf, orNotFound } from "@/lib/server/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("letters"))("one") };
}

/** A letter of the manager's pools, to read: it is written by assistants and decided by its executive. */
export default async function WrittenLetterPage({
  params,
}: PageProps<"/manager/requests/letters/written/[id]">) {
  const ctx = await requireManager();
  const t = await getTranslations("letters");
  const letter = await orNotFound(async () => requireLetter(ctx, idOf((await params).id)));
  const { id, requestId, title, requestSummary, status, language, versions } = letter;
  return (
    <Page width="text">
      <LivePage kinds={["request"]} ids={[id, requestId]} />
      <PageHeader
        title={title || t("one")}
        back={{ href: "/manager/requests/letters?tab=open", label: t("title") }}
        meta={t("for", { request: requestSummary })}
        actions={<LetterBadge status={status} />}
      />
      <LetterPaper letter={letter} language={language} />
      <LetterFiles id={id} />
      <LetterVersions versions={versions} />
    </Page>
  );
}
