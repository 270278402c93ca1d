import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/forms/link-button";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { countRows, firstRows } from "@/lib/absences/wallchart/rules";
import { ChartBar, type ChartControlsProps, ChartFilter, waysOf } from "./chart-controls";
import { ChartGrid } from "./chart-grid";
import { ChartLegend } from "./chart-legend";
import { DayList } from "./day-list";
import { wallchartAddress } from "./wallchart-address";

type WallchartScreenProps = ChartControlsProps & {
  typeNames: Record<string, string>;
  personHref: string | null;
};

const FIRST_ROWS = 26;
const DATA = "/api/v1/wallchart";

/** Who is away, as a grid of people and days; on phones day by day. */
export function WallchartScreen(props: WallchartScreenProps) {
  const { path, asked, view, typeNames, personHref } = props;
  const t = useTranslations("wallchart");
  const total = countRows(view);
  const today = view.pools[0]?.today ?? "";
  const source =
    total > FIRST_ROWS
      ? wallchartAddress(DATA, {
          ...asked,
          covers: undefined,
          day: undefined,
          month: asked.year ? undefined : view.from.slice(0, 7),
        })
      : null;
  return (
    <Page width="full" className="gap-3 print:p-0 [page:wide]">
      <PageHeader title={t("title")} meta={t("people", { count: view.people.length })} />
      <ChartBar {...props} isPresent={today >= view.from && today <= view.to} />
      <ChartFilter {...props} />
      {total === 0 ? (
        <EmptyState action={<LinkButton href={path}>{t("filter.clear")}</LinkButton>}>
          {t("empty")}
        </EmptyState>
      ) : (
        <>
          <ChartGrid
            key={`${view.from} ${view.view} ${asked.group ?? ""}`}
            first={firstRows(view, FIRST_ROWS)}
            source={source}
            total={total}
            typeNames={typeNames}
            isGrouped={asked.group !== undefined}
            hasCovers={asked.covers !== undefined}
            ways={waysOf(props)}
            personHref={personHref}
          />
          <ChartLegend view={view} hasCovers={asked.covers !== undefined} />
          <DayList path={path} asked={asked} view={view} typeNames={typeNames} />
        </>
      )}
    </Page>
  );
}
