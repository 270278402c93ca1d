import { ChevronLeft, ChevronRight } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/forms/link-button";
import { PageHeader } from "@/components/ui/layout/page";
import { Tabs } from "@/components/ui/layout/tabs";
import { WALLCHART_SPANS } from "@/lib/absences/wallchart/rules-span";
import type { WallchartView } from "@/lib/absences/wallchart/schema";
import { day, dayToDate } from "@/lib/time/day";
import { ChartFilter, type ChartFilterProps } from "./chart-filter";
import { ChartOptions } from "./chart-options";
import { isPresent, wallchartAddress, waysOf } from "./wallchart-address";

export type ChartBarProps = ChartFilterProps & {
  view: WallchartView;
  pools: { id: string; name: string }[];
};

const POOLS_SIDE_BY_SIDE = 3;

/** The one toolbar: which days are shown and the way to others, of which pool, of whom, and how. */
export function ChartBar(props: ChartBarProps) {
  const t = useTranslations("wallchart");
  return (
    <PageHeader
      title={t("title")}
      meta={
        <div className="flex flex-wrap items-center gap-x-2">
          <Steps {...props} />
          <span className="font-medium text-ink first-letter:uppercase max-md:hidden print:block">
            <RangeText view={props.view} />
          </span>
        </div>
      }
      actions={
        <>
          {props.pools.length > 1 && props.pools.length <= POOLS_SIDE_BY_SIDE && <PoolTabs {...props} />}
          <SpanTabs {...props} />
          <ChartFilter {...props} />
          <ChartOptions {...props} isWithoutPoolTabs={props.pools.length > POOLS_SIDE_BY_SIDE} />
        </>
      }
    />
  );
}

function RangeText({ view: { view, from, to } }: { view: WallchartView }): ReactNode {
  const format = useFormatter();
  const [first, last] = [dayToDate(day(from)), dayToDate(day(to))];
  if (view === "year") return from.slice(0, 4);
  const year = { year: "numeric", timeZone: "UTC" } as const;
  if (view === "month") return format.dateTime(first, { month: "long", ...year });
  return format.dateTimeRange(first, last, { day: "numeric", month: "short", ...year });
}

function Steps(props: ChartBarProps) {
  const t = useTranslations("wallchart");
  const ways = waysOf(props);
  const { view } = props.view;
  return (
    <div className="flex items-center gap-0.5 print:hidden">
      <LinkButton
        href={ways.previous}
        variant="ghost"
        size="icon"
        aria-label={t(`previous.${view}`)}
        icon={<ChevronLeft aria-hidden />}
        className="max-md:hidden"
      />
      <LinkButton href={ways.now} aria-current={isPresent(props.view) ? "date" : undefined}>
        {t("today")}
      </LinkButton>
      <LinkButton
        href={ways.next}
        variant="ghost"
        size="icon"
        aria-label={t(`next.${view}`)}
        icon={<ChevronRight aria-hidden />}
        className="max-md:hidden"
      />
    </div>
  );
}

function SpanTabs({ path, asked, view }: ChartBarProps) {
  const t = useTranslations("wallchart");
  const from = isPresent(view) ? undefined : view.from;
  return (
    <Tabs
      label={t("span")}
      appearance="segmented"
      className="max-md:hidden print:hidden"
      tabs={WALLCHART_SPANS.map((span) => ({
        href: wallchartAddress(
          path,
          { ...asked, day: undefined },
          { from, span: span === "six" ? undefined : span },
        ),
        label: t(`spans.${span}`),
        isCurrent: span === view.view,
      }))}
    />
  );
}

function PoolTabs({ path, asked, pools }: ChartBarProps) {
  const t = useTranslations("wallchart");
  const tab = (poolId: string | undefined, label: string) => ({
    href: wallchartAddress(path, asked, { poolId }),
    label,
    isCurrent: asked.poolId === poolId,
  });
  return (
    <Tabs
      label={t("pools")}
      appearance="segmented"
      className="max-[1400px]:hidden print:hidden"
      tabs={[tab(undefined, t("allPools")), ...pools.map(({ id, name }) => tab(id, name))]}
    />
  );
}
