import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/forms/link-button";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page } from "@/components/ui/layout/page";
import type { WallchartScreenView } from "@/lib/absences/wallchart/schema";
import { ChartBar } from "./chart-bar";
import type { ChartFilterProps } from "./chart-filter";
import { ChartGrid } from "./chart-grid";
import { ChartLegend } from "./chart-legend";
import { DayList } from "./day-list";
import { askedNow, wallchartAddress, waysOf } from "./wallchart-address";

type WallchartScreenProps = ChartFilterProps & {
  screen: WallchartScreenView;
  typeNames: Record<string, string>;
  personHref: string | null;
};

/** As many as a desktop shows at first; the rest comes by itself. */
export const FIRST_ROWS = 20;
/** As many as a phone lists of one day. */
export const MOST_ON_DAY = 40;
const DATA = "/api/v1/wallchart";

/** Who is away, as a grid of people and days; on phones day by day. */
export function WallchartScreen({ screen, typeNames, personHref, ...props }: WallchartScreenProps) {
  const { path } = props;
  const { first: view, rowCount, onDay } = screen;
  const t = useTranslations("wallchart");
  const asked = askedNow(props.asked, view);
  const source = wallchartAddress(DATA, {
    ...asked,
    from: view.from,
    span: view.view,
    covers: undefined,
    day: undefined,
  });
  return (
    <Page width="full" className="gap-3 print:gap-2 page-wide">
      <ChartBar {...props} asked={asked} view={view} pools={screen.pools} />
      {rowCount === 0 ? (
        <EmptyState action={<LinkButton href={path}>{t("filter.clear")}</LinkButton>}>
          {t("empty")}
        </EmptyState>
      ) : (
        <>
          <ChartGrid
            key={`${view.from} ${view.view} ${asked.group ?? ""}`}
            first={view}
            source={rowCount > FIRST_ROWS ? source : null}
            total={rowCount}
            typeNames={typeNames}
            isGrouped={asked.group !== undefined}
            hasCovers={asked.covers !== undefined}
            ways={waysOf({ path, asked, view })}
            personHref={personHref}
          />
          <ChartLegend view={view} hasCovers={asked.covers !== undefined} />
          <DayList {...{ path, asked, view, onDay, typeNames }} />
        </>
      )}
    </Page>
  );
}
