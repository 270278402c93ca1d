import type { Metadata } from "next";
import { getFormatter, getLocale, getNow, getTranslations } from "next-intl/server";
import { z } from "zod";
import { FitTable } from "@/components/matching/fit-table";
import { RuledOut, TooLittleKnown, type Unranked } from "@/components/matching/unranked";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { localeOf } from "@/lib/i18n/locales";
import { dayWords } from "@/lib/i18n/time-words";
import { listFittingExecutives } from "@/lib/matching/placements/queries";
import { LEAST_KNOWN_PERCENT } from "@/lib/matching/placements/rules";
import type { PlaceView } from "@/lib/matching/placements/schema";
import { idOf, orNotFound, parseSearchParams } from "@/lib/server/page";
import { DayInput } from "@/lib/time/inputs";

const Asked = z.object({ from: DayInput.optional() });
const MOST_SHOWN = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("matching.places"))("title") };
}

export default async function FindExecutivesPage({
  params,
  searchParams,
}: PageProps<"/manager/assistants/[id]/match">) {
  const ctx = await requireManager();
  const assistantId = idOf((await params).id);
  const t = await getTranslations("matching");
  const [format, now, locale] = [await getFormatter(), await getNow(), localeOf(await getLocale())];
  const { from } = (await parseSearchParams(Asked, searchParams)).filter;
  const places = await orNotFound(() => listFittingExecutives(ctx, { assistantId, from }, locale));
  const hrefOf = ({ executiveId }: PlaceView) =>
    `/manager/executives/${executiveId}/match/compare?with=${assistantId}&from=${places.from}`;
  const unranked = (row: PlaceView): Unranked => ({ ...row, id: row.executiveId, href: hrefOf(row) });
  const nowWith = ({ present }: PlaceView) => {
    if (!present) return t("places.unassigned");
    return present.known < LEAST_KNOWN_PERCENT
      ? t("places.whoNotKnown", present)
      : t("places.whoWithFit", present);
  };
  return (
    <Page width="full">
      <PageHeader
        title={t("places.title")}
        back={{ href: `/manager/assistants/${assistantId}`, label: places.name }}
      />
      <div className="grid gap-1">
        <h2 className="text-base font-semibold">
          {t("places.heading", { name: places.name, day: dayWords({ format, now }, places.from) })}
        </h2>
        <p className="text-sm text-ink-2">{t("places.facts", { ranked: places.ranked.length })}</p>
      </div>
      {places.ranked.length > 0 ? (
        <FitTable
          caption={t("places.caption")}
          whoHeader={t("places.executive")}
          lastHeader={t("places.who")}
          rows={places.ranked.slice(0, MOST_SHOWN)}
          weights={places.weights}
          rowKey={({ executiveId }) => executiveId}
          head={(row) => ({ name: row.name, href: hrefOf(row), ...(row.isPrimaryNow && { mark: t("now") }) })}
          last={nowWith}
        />
      ) : (
        <EmptyState>{t("places.none")}</EmptyState>
      )}
      <TooLittleKnown
        rows={places.tooLittleKnown.slice(0, MOST_SHOWN).map(unranked)}
        count={places.tooLittleKnown.length}
      />
      <RuledOut
        rows={places.impossible.slice(0, MOST_SHOWN).map(unranked)}
        count={places.impossible.length}
      />
      <p className="text-xs text-ink-2">{t("legend")}</p>
    </Page>
  );
}
