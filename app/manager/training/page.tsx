import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { z } from "zod";
import { LivePage } from "@/components/live/live-page";
import { LinkButton } from "@/components/ui/forms/link-button";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, Section } from "@/components/ui/layout/page";
import { Tabs } from "@/components/ui/layout/tabs";
import { requireManager } from "@/lib/auth/guards";
import { listPools } from "@/lib/pools/queries";
import { namesOfDuties } from "@/lib/pools/queries-duties";
import { orNotFound, parseSearchParams } from "@/lib/server/page";
import { listExpiringCertificates } from "@/lib/training/certificates/queries";
import { listUndecidedEnrolments } from "@/lib/training/enrolments/queries";
import { countOpenIn } from "@/lib/training/enrolments/queries-covers";
import { listBookingEffects } from "@/lib/training/enrolments/queries-effects";
import { listTrainingNeeds } from "@/lib/training/needs/queries";
import { listSessions } from "@/lib/training/sessions/queries";
import { ExpiringList } from "./_components/expiring-list";
import { NeedList } from "./_components/need-list";
import { SessionList } from "./_components/session-list";
import { TrainingHeader } from "./_components/training-header";
import { UndecidedList } from "./_components/undecided-list";
import { WorkOutNeeds } from "./_components/work-out-needs";

const PATH = "/manager/training";
const Asked = z.object({ pool: z.uuid().optional() });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("training"))("title") };
}

export default async function TrainingPage({ searchParams }: PageProps<"/manager/training">) {
  const ctx = await requireManager();
  const t = await getTranslations("training");
  const format = await getFormatter();
  const { pool: poolId } = (await parseSearchParams(Asked, searchParams)).filter;
  const [pools, sessions] = await Promise.all([
    listPools(ctx),
    orNotFound(() => listSessions(ctx, { poolId })),
  ]);
  const [undecided, needs, expiring] = await Promise.all([
    listUndecidedEnrolments(ctx, poolId),
    listTrainingNeeds(ctx, poolId),
    listExpiringCertificates(ctx, poolId),
  ]);
  const dutyNames = await namesOfDuties(
    ctx,
    needs.map(({ dutyId }) => dutyId),
  );
  const sessionOf = new Map(
    sessions.toReversed().map((session) => [`${session.poolId} ${session.courseId}`, session.id]),
  );
  const workedOutAt = needs[0]?.workedOutAt;
  const byId = new Map(sessions.map((session) => [session.id, session]));
  const [effects, openIn] = await Promise.all([
    listBookingEffects(ctx, undecided, byId),
    countOpenIn(ctx, [...byId.keys()]),
  ]);
  return (
    <Page width="full">
      <LivePage kinds={["training", "cover", "absence"]} {...(poolId && { poolIds: [poolId] })} />
      <TrainingHeader
        current="sessions"
        actions={
          <>
            <LinkButton href={`${PATH}/find-dates`}>{t("findDates.open")}</LinkButton>
            <LinkButton href={`${PATH}/sessions/new`} variant="primary">
              {t("plan.open")}
            </LinkButton>
          </>
        }
      />
      {pools.length > 1 && (
        <Tabs
          label={t("pool")}
          appearance="segmented"
          className="w-fit"
          tabs={[
            { href: PATH, label: t("allPools"), isCurrent: !poolId },
            ...pools.map(({ id, name }) => ({
              href: `${PATH}?pool=${id}`,
              label: name,
              isCurrent: id === poolId,
            })),
          ]}
        />
      )}
      <div className="grid gap-8 min-[1200px]:grid-cols-[minmax(0,1fr)_30rem]">
        <div className="grid content-start gap-8">
          <Section title={t("undecided.title")}>
            {undecided.length > 0 ? (
              <UndecidedList enrolments={undecided} sessions={byId} effects={effects} />
            ) : (
              <EmptyState>{t("undecided.none")}</EmptyState>
            )}
          </Section>
          {expiring.length > 0 && (
            <Section title={t("certificates.expiring")}>
              <ExpiringList certificates={expiring} />
            </Section>
          )}
          <Section title={t("needs.title")}>
            {needs.length > 0 ? (
              <NeedList needs={needs} dutyNames={dutyNames} sessionOf={sessionOf} />
            ) : (
              <EmptyState>{t("needs.none")}</EmptyState>
            )}
            <p className="text-xs text-ink-2">
              {t("needs.explain")}
              {workedOutAt &&
                ` ${t("needs.workedOut", { when: format.dateTime(new Date(workedOutAt), "moment") })}`}
            </p>
            <WorkOutNeeds pools={poolId ? pools.filter(({ id }) => id === poolId) : pools} />
          </Section>
        </div>
        <Section title={t("session.title")}>
          {sessions.length > 0 ? (
            <SessionList sessions={sessions} openIn={openIn} />
          ) : (
            <EmptyState>{t("session.none")}</EmptyState>
          )}
        </Section>
      </div>
    </Page>
  );
}
