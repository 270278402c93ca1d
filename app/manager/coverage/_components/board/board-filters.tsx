import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type BoardAddress, boardHref } from "@/app/manager/coverage/board-address";
import { LinkButton } from "@/components/ui/forms/link-button";
import { SearchField } from "@/components/ui/forms/search-field";
import { cx } from "@/components/ui/layout/cx";
import type { PoolView } from "@/lib/pools/schema";

type BoardFiltersProps = {
  address: BoardAddress;
  pools: PoolView[];
  figures: { covered: number; gaps: number };
};

/** How the week stands, and what of it to show: pool, search, only gaps. All of it is in the address. */
export function BoardFilters({ address, pools, figures }: BoardFiltersProps) {
  const t = useTranslations("board");
  return (
    <div className="ml-auto flex flex-wrap items-center gap-2">
      <p className="tnum text-sm text-ink-2">
        {t("covered", { percent: figures.covered })} ·{" "}
        <span className={cx("font-semibold", figures.gaps > 0 ? "text-gap-ink" : "text-ink")}>
          {t("gaps", { count: figures.gaps })}
        </span>
      </p>
      {pools.length > 1 && (
        <nav aria-label={t("pool")} className="flex rounded-md bg-sunken p-0.5">
          {pools.map((pool) => (
            <LinkButton
              key={pool.id}
              href={boardHref(address, { poolId: pool.id })}
              variant="ghost"
              aria-current={pool.id === address.poolId ? "page" : undefined}
              className={cx("h-7 px-2.5", pool.id === address.poolId && "bg-surface text-ink shadow-xs")}
            >
              {pool.name}
            </LinkButton>
          ))}
        </nav>
      )}
      <LinkButton
        href={boardHref(address, { onlyGaps: !address.onlyGaps })}
        aria-current={address.onlyGaps ? "true" : undefined}
        icon={<TriangleAlert aria-hidden className="size-4" />}
        className={cx(address.onlyGaps && "border-line-2 bg-sunken")}
      >
        {t(address.onlyGaps ? "everyone" : "onlyGaps")}
      </LinkButton>
      <SearchField
        label={t("findExecutive")}
        action="/manager/coverage"
        query={address.query}
        keep={{
          week: address.week ?? undefined,
          pool: address.poolId ?? undefined,
          gaps: address.onlyGaps ? "1" : "",
        }}
        className="w-44 max-md:hidden"
      />
    </div>
  );
}

type PagesProps = { address: BoardAddress; shown: number; total: number; perPage: number };

/** Where in a long pool the board is, and the way on. */
export function Pages({ address, shown, total, perPage }: PagesProps) {
  const t = useTranslations("board");
  if (total <= perPage) return null;
  const from = (address.page - 1) * perPage + 1;
  return (
    <nav
      aria-label={t("executive")}
      className="flex items-center gap-2 border-t border-line px-5 py-2 text-sm"
    >
      <span className="tnum text-ink-2">{t("pages", { from, to: from + shown - 1, total })}</span>
      {address.page > 1 && (
        <LinkButton href={boardHref(address, { page: address.page - 1 })}>{t("previousPage")}</LinkButton>
      )}
      {from + shown - 1 < total && (
        <LinkButton href={boardHref(address, { page: address.page + 1 })}>{t("nextPage")}</LinkButton>
      )}
    </nav>
  );
}
