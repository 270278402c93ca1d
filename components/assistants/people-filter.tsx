import { useTranslations } from "next-intl";
import { z } from "zod";
import { LinkButton } from "@/components/ui/forms/link-button";
import { SearchField } from "@/components/ui/forms/search-field";
import { FilterMenu } from "@/components/ui/layout/filter-menu";
import { FilterBar } from "@/components/ui/layout/list-detail";
import { ListPeopleInput } from "@/lib/assistants/schema";

/** What the address of a list of people asks: who is listed, and who is open. */
export const PeopleAddress = ListPeopleInput.extend({ open: z.uuid().optional() });

/** The same as written there. */
export type PeopleAsked = { q?: string; poolId?: string; show?: string; cursor?: string; open?: string };

type PeopleFilterProps = {
  path: string;
  asked: PeopleAsked;
  pools: readonly { id: string; name: string }[];
};

/** The address of a list of people with some of what is asked changed; a change starts from the first page with nothing open. */
export function addressOf(path: string, asked: PeopleAsked, change: Partial<PeopleAsked> = {}): string {
  const { q, poolId, show, cursor, open } = { ...asked, cursor: undefined, open: undefined, ...change };
  const parts = { q, poolId, show: show === "all" ? "all" : undefined, cursor, open };
  const search = new URLSearchParams(
    Object.entries(parts).filter((part): part is [string, string] => Boolean(part[1])),
  ).toString();
  return search ? `${path}?${search}` : path;
}

/** Search by name, and whose people are listed. */
export function PeopleFilter({ path, asked, pools }: PeopleFilterProps) {
  const t = useTranslations("people.list");
  const choice = (change: PeopleAsked, label: string, isCurrent: boolean) => ({
    href: addressOf(path, asked, change),
    label,
    isCurrent,
  });
  const isAll = asked.show === "all";
  return (
    <FilterBar>
      <SearchField
        label={t("search")}
        action={path}
        query={asked.q}
        keep={{ poolId: asked.poolId, show: isAll ? "all" : undefined }}
        isPlain
      />
      {pools.length > 1 && (
        <FilterMenu
          label={t("pool")}
          all={choice({ poolId: undefined }, t("allPools"), !asked.poolId)}
          choices={pools.map(({ id, name }) => choice({ poolId: id }, name, asked.poolId === id))}
        />
      )}
      <FilterMenu
        label={t("show")}
        all={choice({ show: "current" }, t("current"), !isAll)}
        choices={[choice({ show: "all" }, t("all"), isAll)]}
      />
    </FilterBar>
  );
}

type PeoplePagesProps = { path: string; asked: PeopleAsked; nextCursor: string | null; isFirst: boolean };

/** The way to the next page of a list, and back to its start. */
export function PeoplePages({ path, asked, nextCursor, isFirst }: PeoplePagesProps) {
  const t = useTranslations("people.list");
  const pages = [
    ...(isFirst ? [] : [{ href: addressOf(path, asked), label: t("first") }]),
    ...(nextCursor ? [{ href: addressOf(path, asked, { cursor: nextCursor }), label: t("next") }] : []),
  ];
  return (
    <div className="flex flex-wrap gap-2 px-(--edge) empty:hidden">
      {pages.map(({ href, label }) => (
        <LinkButton key={label} href={href}>
          {label}
        </LinkButton>
      ))}
    </div>
  );
}
