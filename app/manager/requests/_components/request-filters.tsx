import { useTranslations } from "next-intl";
import { type RequestsAddress, requestsHref } from "@/components/requests/requests-address";
import { FilterMenu } from "@/components/ui/layout/filter-menu";

const PATH = "/manager/requests";

type RequestFiltersProps = {
  address: RequestsAddress;
  types: { id: string; name: string }[];
  executives: { id: string; name: string }[];
};

/** Of which type and of which executive; it stands in the address. */
export function RequestFilters({ address, types, executives }: RequestFiltersProps) {
  const t = useTranslations("requests.filter");
  const choiceOf = (key: "type" | "executive") => (id: string | undefined, label: string) => ({
    href: requestsHref(PATH, address, { [key]: id }),
    label,
    isCurrent: address[key] === id,
  });
  const [type, executive] = [choiceOf("type"), choiceOf("executive")];
  return (
    <>
      <FilterMenu
        label={t("type")}
        all={type(undefined, t("allTypes"))}
        choices={types.map(({ id, name }) => type(id, name))}
      />
      <FilterMenu
        label={t("executive")}
        all={executive(undefined, t("allExecutives"))}
        choices={executives.map(({ id, name }) => executive(id, name))}
      />
    </>
  );
}
