import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { assistantsToChoose } from "@/app/_shared/forms/assistants-to-choose";
import { LivePage } from "@/components/live/live-page";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Link } from "@/components/ui/layout/link";
import { Page, Section } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { namesIn } from "@/lib/i18n/locales";
import { listPoolMentorships } from "@/lib/mentoring/pairs/queries";
import { proposeMentors } from "@/lib/mentoring/pairs/queries-mentors";
import { listNewcomers } from "@/lib/mentoring/ramp/queries";
import { listMentorWishes } from "@/lib/mentoring/wishes/queries";
import { listDuties } from "@/lib/pools/queries-duties";
import { getOwnWorkingDay } from "@/lib/pools/queries-today";
import { DutyId } from "@/lib/pools/schema";
import { orNotFound, parseSearchParams } from "@/lib/server/page";
import { addDays } from "@/lib/time/day";
import { TrainingHeader } from "../_components/training-header";
import { FindMentors } from "./_components/find-mentors";
import { PairList } from "./_components/pair-list";
import { ProposeForm } from "./_components/propose-form";

const Asked = z.object({
  learner: z.uuid().optional(),
  duty1: DutyId.optional(),
  duty2: DutyId.optional(),
});
const HALF_A_YEAR = 182;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mentoring"))("title") };
}

export default async function PoolMentoringPage({ searchParams }: PageProps<"/manager/training/mentoring">) {
  const ctx = await requireManager();
  const t = await getTranslations("mentoring");
  const { learner, duty1, duty2 } = (await parseSearchParams(Asked, searchParams)).filter;
  const dutyIds = [...new Set([duty1, duty2].filter((one) => one !== undefined))];
  const [pairs, newcomers, duties, assistants, mentors, today, wishes] = await Promise.all([
    listPoolMentorships(ctx),
    listNewcomers(ctx),
    listDuties(ctx),
    assistantsToChoose(ctx, ctx.actor.managedPoolIds[0] ?? "", searchParams),
    learner && dutyIds.length > 0
      ? orNotFound(() => proposeMentors(ctx, { menteeId: learner, dutyIds }))
      : null,
    getOwnWorkingDay(ctx),
    listMentorWishes(ctx),
  ]);
  const dutyNames = namesIn(ctx.actor.locale, duties);
  return (
    <Page width="full">
      <LivePage kinds={["training"]} />
      <TrainingHeader current="mentoring" />
      <div className="grid gap-8 min-[1200px]:grid-cols-[minmax(0,1fr)_30rem]">
        <div className="grid content-start gap-8">
          <Section title={t("pool.pairs")}>
            {pairs.length > 0 ? <PairList pairs={pairs} /> : <EmptyState>{t("pool.none")}</EmptyState>}
          </Section>
          {wishes.length > 0 && (
            <Section title={t("wish.list")}>
              <ul>
                {wishes.map(({ assistantId, name, dutyId }) => (
                  <li
                    key={assistantId}
                    className="flex items-center justify-between border-b border-hair py-2 text-sm"
                  >
                    <Link
                      href={`/manager/training/mentoring?learner=${assistantId}${dutyId ? `&duty1=${dutyId}` : ""}`}
                      className="font-medium"
                    >
                      {name}
                    </Link>
                    <span className="text-ink-2">{(dutyId && dutyNames[dutyId]) ?? t("wish.any")}</span>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <Section title={t("pool.newcomers")}>
            {newcomers.length > 0 ? (
              <ul>
                {newcomers.map(({ id, name, open }) => (
                  <li
                    key={id}
                    className="flex items-center justify-between border-b border-hair py-2 text-sm"
                  >
                    <Link href={`/manager/assistants/${id}/ramp`} className="font-medium">
                      {name}
                    </Link>
                    <span className="text-ink-2">{t("pool.left", { open })}</span>
                  </li>
                ))}
              </ul>
            ) : (
              <EmptyState>{t("pool.noNewcomers")}</EmptyState>
            )}
          </Section>
        </div>
        <Section title={t("pool.find")}>
          <FindMentors
            assistants={assistants}
            duties={duties.map(({ id }) => ({ value: id, label: dutyNames[id] ?? id }))}
            asked={{ learner, duties: dutyIds }}
          />
          {mentors && learner && mentors.length > 0 && (
            <ProposeForm
              menteeId={learner}
              {...{ mentors, dutyIds, dutyNames }}
              values={{ startsOn: today, endsOn: addDays(today, HALF_A_YEAR) }}
            />
          )}
          {mentors?.length === 0 && <EmptyState>{t("pool.noMentors")}</EmptyState>}
        </Section>
      </div>
    </Page>
  );
}
