import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InterviewFacts } from "@/app/_shared/interviews/interview-facts";
import { Scorecards } from "@/app/_shared/interviews/scorecards";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { requireOwnInterview } from "@/lib/hiring/interviews/queries";
import { requireScorecards } from "@/lib/hiring/scorecards/queries";
import { idOf, orNotFound } from "@/lib/server/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("hiring.interview"))("page") };
}

export default async function InterviewPage({ params }: PageProps<"/manager/hiring/interviews/[id]">) {
  const ctx = await requireManager();
  const t = await getTranslations("hiring.interview");
  const id = idOf((await params).id);
  const interview = await orNotFound(() => requireOwnInterview(ctx, id));
  return (
    <Page width="text">
      <PageHeader
        title={interview.candidate ?? t("erased")}
        meta={interview.title}
        back={{ href: "/manager/hiring/interviews", label: t("own") }}
      />
      <InterviewFacts interview={interview} />
      <Scorecards cards={await requireScorecards(ctx, id)} />
    </Page>
  );
}
