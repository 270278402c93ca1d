import { useTranslations } from "next-intl";
import { FilterMenu } from "@/components/ui/layout/filter-menu";

type Named = { id: string; name: string };

type RequestFiltersProps = {
  chosen: { type?: string | undefined; executive?: string | undefined };
  /** The address of the list with another filter; the others stay. */
  hrefOf: (key: "type" | "executive", id: string | undefined) => string;
  types: Named[];
  /** Left out where all requests are of one executive. */
  executives?: Named[];
};

/** Of which type and of which executive; it stands in the address. */
export function RequestFilters({ chosen, hrefOf, types, executives }: RequestFiltersProps) {
  const t = useTranslations("requests.filter");
  const choiceOf = (key: "type" | "executive") => (id: string | undefined, label: string) => ({
    href: hrefOf(key, id),
    label,
    isCurrent: chosen[key] === id,
  });
  const [type, executive] = [choiceOf("type"), choiceOf("executive")];
  return (
    <>
      <FilterMenu
        label={t("type")}
        all={type(undefined, t("allTypes"))}
        choices={types.map(({ id, name }) => type(id, name))}
      />
      {executives && (
        <FilterMenu
          label={t("executive")}
          all={executive(undefined, t("allExecutives"))}
          choices={executives.map(({ id, name }) => executive(id, name))}
        />
      )}
    </>
  );
}
