import type { Metadata } from "next";
import { getFormatter, getLocale, getNow, getTranslations } from "next-intl/server";
import { AskAssistant } from "@/app/_shared/matching/ask-assistant";
import { FitTable } from "@/components/matching/fit-table";
import { RuledOut, TooLittleKnown, type Unranked } from "@/components/matching/unranked";
import { hoursADay } from "@/components/matching/use-fit-words";
import { LinkButton } from "@/components/ui/forms/link-button";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { MoreLink } from "@/components/ui/layout/more-link";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { RowChoice } from "@/components/ui/layout/row-choice";
import { requireManager } from "@/lib/auth/guards";
import { localeOf } from "@/lib/i18n/locales";
import { dayWords } from "@/lib/i18n/time-words";
import { listCandidatePlacements } from "@/lib/matching/placements/queries";
import { listPlacementDecisions } from "@/lib/matching/placements/queries-decisions";
import type { CandidatePlacement } from "@/lib/matching/placements/schema";
import { idOf, orNotFound, parseSearchParams } from "@/lib/server/page";
import { CompareForm } from "./_components/compare-form";
import { Decisions } from "./_components/decisions";
import { FromDay } from "./_components/from-day";
import { MatchAddress, matchAddress } from "./match-address";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("matching.find"))("title") };
}

export default async function FindAssistantPage({
  params,
  searchParams,
}: PageProps<"/manager/executives/[id]/match">) {
  const ctx = await requireManager();
  const executiveId = idOf((await params).id);
  const t = await getTranslations("matching");
  const [format, now, locale] = [await getFormatter(), await getNow(), localeOf(await getLocale())];
  const { from, page } = (await parseSearchParams(MatchAddress, searchParams)).filter;
  const [list, decisions] = await orNotFound(() =>
    Promise.all([
      listCandidatePlacements(ctx, { executiveId, from, page }, locale),
      listPlacementDecisions(ctx, { executiveId }),
    ]),
  );
  const day = dayWords({ format, now }, list.from);
  const compareOf = (id: string) => matchAddress(executiveId, { from: list.from, with: [id] });
  const unranked = (row: CandidatePlacement): Unranked => ({
    ...row,
    id: row.assistantId,
    href: compareOf(row.assistantId),
  });
  return (
    <Page width="full">
      <PageHeader
        title={t("find.title")}
        back={{ href: `/manager/executives/${executiveId}`, label: list.name }}
        actions={
          <LinkButton href={`/manager/matching/weights?pool=${list.poolId}`} variant="ghost">
            {t("view.weights")}
          </LinkButton>
        }
      />
      <div className="grid gap-1">
        <h2 className="text-base font-semibold">{t("find.heading", { name: list.name, day })}</h2>
        <p className="tnum text-sm text-ink-2">
          {[list.title, list.site].filter(Boolean).join(", ")}
          {(list.title || list.site) && ". "}
          {t("find.facts", {
            hours: hoursADay(list.minutesPerWeek),
            ranked: list.counts.ranked,
            unknown: list.counts.tooLittleKnown,
            impossible: list.counts.impossible,
          })}
        </p>
        <FromDay from={list.from} />
      </div>
      <CompareForm action={`/manager/executives/${executiveId}/match/compare`} from={list.from}>
        {list.ranked.length > 0 ? (
          <FitTable
            caption={t("find.caption")}
            whoHeader={t("byFit")}
            rows={list.ranked}
            weights={list.weights}
            rowKey={({ assistantId }) => assistantId}
            head={({ assistantId, name, isPrimaryNow }) => ({
              ...{ name, href: compareOf(assistantId) },
              ...(isPrimaryNow && { mark: t("now") }),
              box: (
                <RowChoice choice={{ name: "with", value: assistantId, label: t("find.tick", { name }) }} />
              ),
            })}
          />
        ) : (
          <EmptyState>{t("find.none")}</EmptyState>
        )}
      </CompareForm>
      <TooLittleKnown
        rows={list.tooLittleKnown.map(unranked)}
        count={list.counts.tooLittleKnown}
        action={({ id, name }) => <AskAssistant assistantId={id} name={name} />}
      />
      <RuledOut rows={list.impossible.map(unranked)} count={list.counts.impossible} />
      <div className="grid gap-2 empty:hidden">
        {list.nextPage && (
          <MoreLink
            href={matchAddress(executiveId, { from: list.from, page: list.nextPage })}
            label={t("find.more")}
          />
        )}
        {page > 1 && (
          <MoreLink href={matchAddress(executiveId, { from: list.from })} label={t("find.first")} />
        )}
      </div>
      <Decisions decisions={decisions} />
    </Page>
  );
}
