import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LetterLines } from "@/components/letters/letter-lines";
import { LivePage } from "@/components/live/live-page";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Notice } from "@/components/ui/layout/notice";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { requireExecutive } from "@/lib/auth/guards";
import { getLetterDeputy } from "@/lib/letters/deputies/queries";
import { listLetters, listLettersToApprove } from "@/lib/letters/queries";

import { LetterDeputy } from "../_components/letter-deputy";

const PATH = "/executive/letters";
const SHOWN = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("letters"))("title") };
}

export default async function MyLettersPage({ searchParams }: PageProps<"/executive/letters">) {
  const ctx = await requireExecutive();
  const t = await getTranslations("letters");
  const [waiting, { items }, { deputy }, { done }] = await Promise.all([
    listLettersToApprove(ctx),
    listLetters(ctx, { show: "all", limit: SHOWN }),
    getLetterDeputy(ctx),
    searchParams,
  ]);
  const earlier = items.filter(({ status }) => status !== "for_approval" && status !== "draft");
  return (
    <Page width="text">
      <LivePage kinds={["request"]} />
      <PageHeader title={t("title")} />
      {(done === "approved" || done === "returned") && (
        <Notice role="status">{t(`approve.done.${done}`)}</Notice>
      )}
      {waiting.length === 0 ? (
        <EmptyState>{t("approve.none")}</EmptyState>
      ) : (
        <Section title={t("approve.title")} meta={waiting.length}>
          <LetterLines letters={waiting} path={PATH} />
        </Section>
      )}
      {earlier.length > 0 && (
        <Section title={t("approve.earlier")}>
          <LetterLines letters={earlier} path={PATH} />
        </Section>
      )}
      <LetterDeputy deputy={deputy} />
    </Page>
  );
}
