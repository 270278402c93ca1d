import { ChevronLeft, ChevronRight, Download } from "lucide-react";
import Form from "next/form";
import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/forms/button";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Select } from "@/components/ui/forms/select";
import { TextField } from "@/components/ui/forms/text-field";
import { Tabs } from "@/components/ui/layout/tabs";
import { WALLCHART_GROUPS, type WallchartView } from "@/lib/absences/wallchart/schema";
import { SENIORITIES } from "@/lib/assistants/schema";
import { day, dayToDate } from "@/lib/time/day";
import { addMonths, type Month, monthOf } from "@/lib/time/month";
import { FILTERS, type WallchartAsked, wallchartAddress } from "./wallchart-address";

export type Choice = { value: string; label: string };
export type ChartControlsProps = {
  path: string;
  asked: WallchartAsked;
  view: WallchartView;
  sites: readonly string[];
  /** Empty where types are not for the reader to ask for. */
  types: Choice[];
};

/** Addresses of the stretch before, of the present one and of the one after. */
export function waysOf({ path, asked, view }: Pick<ChartControlsProps, "path" | "asked" | "view">) {
  const to = (change: Partial<WallchartAsked>) =>
    wallchartAddress(path, { ...asked, day: undefined }, change);
  if (view.view === "year") {
    const year = Number(view.from.slice(0, 4));
    const now = String(view.pools[0]?.today ?? view.from).slice(0, 4);
    return {
      previous: to({ year: `${year - 1}` }),
      now: to({ year: now }),
      next: to({ year: `${year + 1}` }),
    };
  }
  const month = monthOf(day(view.from));
  const move = (by: number): Month => addMonths(month, by);
  return { previous: to({ month: move(-1) }), now: to({ month: undefined }), next: to({ month: move(1) }) };
}

/** Which month or year is shown and the way to others, by month or by year, grouped by what, with cover or without. */
export function ChartBar(props: ChartControlsProps & { isPresent: boolean }) {
  const { path, asked, view, isPresent } = props;
  const t = useTranslations("wallchart");
  const format = useFormatter();
  const ways = waysOf(props);
  const isYear = view.view === "year";
  const first = dayToDate(day(view.from));
  const title = format.dateTime(first, {
    ...(isYear ? {} : { month: "long" }),
    year: "numeric",
    timeZone: "UTC",
  });
  const tab = (change: Partial<WallchartAsked>, label: string, isCurrent: boolean) => ({
    href: wallchartAddress(path, { ...asked, day: undefined }, change),
    label,
    isCurrent,
  });
  const year = view.from.slice(0, 4);
  const present = view.pools[0]?.today.slice(0, 4) === year ? view.pools[0].today.slice(0, 7) : `${year}-01`;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <div className="flex items-center gap-1 print:hidden">
        <LinkButton
          href={ways.previous}
          variant="ghost"
          size="icon"
          aria-label={t(isYear ? "previousYear" : "previousMonth")}
          icon={<ChevronLeft aria-hidden />}
        />
        <LinkButton href={ways.now} aria-current={isPresent ? "date" : undefined}>
          {t(isYear ? "thisYear" : "thisMonth")}
        </LinkButton>
        <LinkButton
          href={ways.next}
          variant="ghost"
          size="icon"
          aria-label={t(isYear ? "nextYear" : "nextMonth")}
          icon={<ChevronRight aria-hidden />}
        />
      </div>
      <h2 className="tnum text-xl font-semibold tracking-tight first-letter:uppercase">{title}</h2>
      <div className="flex flex-wrap items-center gap-2 max-md:hidden md:ml-auto print:hidden">
        <Tabs
          label={t("span")}
          appearance="segmented"
          tabs={[
            tab({ month: isYear ? present : asked.month, year: undefined }, t("month"), !isYear),
            tab({ year, month: undefined }, t("year"), isYear),
          ]}
        />
        <Tabs
          label={t("groupBy")}
          appearance="segmented"
          tabs={[
            tab({ group: undefined }, t("group.none"), !asked.group),
            ...WALLCHART_GROUPS.map((group) => tab({ group }, t(`group.${group}`), asked.group === group)),
          ]}
        />
        <LinkButton
          href={wallchartAddress(path, asked, { covers: asked.covers ? undefined : "1" })}
          aria-current={asked.covers ? "true" : undefined}
          className={asked.covers ? "border-line-2 bg-sunken" : ""}
        >
          {t(asked.covers ? "hideCovers" : "showCovers")}
        </LinkButton>
        <LinkButton
          href={wallchartAddress(`${path}/csv`, { ...asked, covers: undefined, day: undefined })}
          prefetch={false}
          download
          icon={<Download aria-hidden />}
        >
          {t("csv")}
        </LinkButton>
      </div>
    </div>
  );
}

/** Whose rows are shown; all of it stands in the address. */
export function ChartFilter({ path, asked, sites, types }: ChartControlsProps) {
  const t = useTranslations("wallchart");
  const people = useTranslations("people");
  const kept = Object.entries(asked).filter(([key, value]) => value && !FILTERS.some((one) => one === key));
  const hasFilter = FILTERS.some((key) => asked[key]);
  return (
    <Form
      key={JSON.stringify(asked)}
      action={path}
      role="search"
      className="grid grid-cols-[1fr_auto] items-end gap-2 md:flex md:flex-wrap print:hidden"
    >
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField name="q" label={t("filter.name")} defaultValue={asked.q} className="md:w-40" />
      <TextField
        name="executive"
        label={t("filter.executive")}
        defaultValue={asked.executive}
        className="max-md:hidden md:w-40"
      />
      {sites.length > 1 && (
        <Select
          name="site"
          label={t("filter.site")}
          placeholder={t("filter.all")}
          defaultValue={asked.site ?? ""}
          options={sites.map((site) => ({ value: site, label: site }))}
          className="max-md:hidden md:w-36"
        />
      )}
      <Select
        name="seniority"
        label={t("filter.seniority")}
        placeholder={t("filter.all")}
        defaultValue={asked.seniority ?? ""}
        options={SENIORITIES.map((value) => ({ value, label: people(`seniority.${value}`) }))}
        className="max-md:hidden md:w-32"
      />
      {types.length > 0 && (
        <Select
          name="type"
          label={t("filter.type")}
          placeholder={t("filter.all")}
          defaultValue={asked.type ?? ""}
          options={types}
          className="max-md:hidden md:w-40"
        />
      )}
      <div className="flex items-end gap-2">
        <Button type="submit">{t("filter.show")}</Button>
        {hasFilter && (
          <LinkButton
            variant="ghost"
            href={wallchartAddress(path, asked, Object.fromEntries(FILTERS.map((key) => [key, undefined])))}
          >
            {t("filter.clear")}
          </LinkButton>
        )}
      </div>
    </Form>
  );
}
