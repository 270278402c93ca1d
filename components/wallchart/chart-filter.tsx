import { ListFilter } from "lucide-react";
import Form from "next/form";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/forms/button";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Select } from "@/components/ui/forms/select";
import { TextField } from "@/components/ui/forms/text-field";
import { DropPanel } from "@/components/ui/overlays/drop-panel";
import { SENIORITIES } from "@/lib/assistants/schema";
import { FILTERS, type WallchartAsked, wallchartAddress } from "./wallchart-address";

export type Choice = { value: string; label: string };
export type ChartFilterProps = {
  path: string;
  asked: WallchartAsked;
  sites: readonly string[];
  /** Empty where types are not for the reader to ask for. */
  types: Choice[];
};

/** Whose rows are shown; all of it stands in the address. */
export function ChartFilter({ path, asked, sites, types }: ChartFilterProps) {
  const t = useTranslations("wallchart");
  const people = useTranslations("people");
  const kept = Object.entries(asked).filter(([key, value]) => value && !FILTERS.some((one) => one === key));
  const used = FILTERS.filter((key) => asked[key]).length;
  return (
    <DropPanel
      key={JSON.stringify(asked)}
      label={t("filter.title")}
      icon={<ListFilter aria-hidden />}
      count={used}
    >
      <Form action={path} role="search" className="grid gap-3">
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextField name="q" label={t("filter.name")} defaultValue={asked.q} />
        <TextField name="executive" label={t("filter.executive")} defaultValue={asked.executive} />
        {sites.length > 1 && (
          <Select
            name="site"
            label={t("filter.site")}
            placeholder={t("filter.all")}
            defaultValue={asked.site ?? ""}
            options={sites.map((site) => ({ value: site, label: site }))}
          />
        )}
        <Select
          name="seniority"
          label={t("filter.seniority")}
          placeholder={t("filter.all")}
          defaultValue={asked.seniority ?? ""}
          options={SENIORITIES.map((value) => ({ value, label: people(`seniority.${value}`) }))}
        />
        {types.length > 0 && (
          <Select
            name="type"
            label={t("filter.type")}
            placeholder={t("filter.all")}
            defaultValue={asked.type ?? ""}
            options={types}
          />
        )}
        <div className="flex items-center gap-2">
          <Button type="submit" variant="primary">
            {t("filter.show")}
          </Button>
          {used > 0 && (
            <LinkButton
              variant="ghost"
              href={wallchartAddress(path, asked, Object.fromEntries(FILTERS.map((key) => [key, undefined])))}
            >
              {t("filter.clear")}
            </LinkButton>
          )}
        </div>
      </Form>
    </DropPanel>
  );
}
