import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { LivePage } from "@/components/live/live-page";
import { Page } from "@/components/ui/layout/page";
import { PageFoot } from "@/components/ui/layout/page-foot";
import { listLeaveTypes } from "@/lib/absences/settings/queries";
import { requireManager } from "@/lib/auth/guards";
import { localeOf, namesIn } from "@/lib/i18n/locales";
import { idOf, orNotFound } from "@/lib/server/page";
import { CardBody } from "../_components/card/card-body";
import { CardHeader } from "../_components/card/card-header";
import { Decision, hasDecision } from "../_components/card/decision";
import { readCard } from "../_components/card/read-card";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cover"))("decide.open") };
}

export default async function AbsenceCardPage({ params, searchParams }: PageProps<"/manager/absences/[id]">) {
  const ctx = await requireManager();
  const id = idOf((await params).id);
  const picked = [(await searchParams).pick ?? []].flat();
  const [read, leaveTypes] = await Promise.all([
    orNotFound(() => readCard(ctx, id, picked)),
    listLeaveTypes(ctx),
  ]);
  const { absence } = read.card;
  const typeNames = namesIn(localeOf(await getLocale()), leaveTypes);
  return (
    <Page width="text">
      <LivePage kinds={["absence", "cover", "support", "leave"]} />
      <CardHeader absence={absence} typeName={typeNames[absence.type] ?? absence.type} />
      <CardBody {...read} address={`/manager/absences/${id}`} />
      {hasDecision(read.card) && (
        <PageFoot>
          <Decision card={read.card} isOwn={read.isOwn} />
        </PageFoot>
      )}
    </Page>
  );
}
