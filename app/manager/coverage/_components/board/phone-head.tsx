"use client";
import { ChevronDown, ChevronLeft, ChevronRight, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ShownDay } from "@/app/_shared/week/week-day-head";
import { WeekTitle } from "@/app/_shared/week/week-title";
import { type BoardAddress, boardHref, type Show, SPANS } from "@/app/manager/coverage/board-address";
import { buttonStyle } from "@/components/ui/forms/button-style";
import { Link } from "@/components/ui/layout/link";
import { MenuArea } from "@/components/ui/overlays/menu";
import type { Day } from "@/lib/time/day";
import { addWeeks, type IsoWeek } from "@/lib/time/iso-week";
import { poolEntries } from "./board-toolbar";

type PhoneHeadProps = {
  address: BoardAddress & { week: IsoWeek; poolId: string };
  pools: readonly { id: string; name: string }[];
  days: readonly ShownDay[];
  show: Show;
  setShow: (change: Partial<Show>) => void;
};

/** What week of which pool is shown, and the search; one row. */
export function PhoneHead({ address, pools, show, setShow, days }: PhoneHeadProps) {
  const t = useTranslations("board");
  const dates = useTranslations("common.date");
  const [isFinding, setFinding] = useState(show.query !== "");
  const step = SPANS[address.span];
  const hrefOf = (week: IsoWeek) => boardHref({ ...address, week }, show);
  const arrow = "grid size-11 place-items-center rounded-lg text-ink-2";
  const pool = pools.find(({ id }) => id === address.poolId);
  const entries = poolEntries(pools, address, show);
  if (isFinding) {
    return (
      <search className="flex h-14 items-center gap-2 px-4">
        <input
          // biome-ignore lint/a11y/noAutofocus: it has just been asked for
          autoFocus
          aria-label={t("findExecutive")}
          placeholder={t("findExecutive")}
          value={show.query}
          onChange={(event) => setShow({ query: event.currentTarget.value })}
          className="h-11 min-w-0 flex-1 rounded-lg border border-line-2 bg-surface px-3 text-base"
        />
        <button
          type="button"
          className={buttonStyle("ghost")}
          onClick={() => {
            setShow({ query: "" });
            setFinding(false);
          }}
        >
          {t("endFind")}
        </button>
      </search>
    );
  }
  return (
    <MenuArea entriesOf={() => entries} className="flex h-14 items-center px-1">
      <Link href={hrefOf(addWeeks(address.week, -step))} aria-label={dates("previousWeek")} className={arrow}>
        <ChevronLeft aria-hidden className="size-5" />
      </Link>
      <WeekTitle week={address.week} lastDay={days.at(-1)?.on ?? ("" as Day)} />
      <Link href={hrefOf(addWeeks(address.week, step))} aria-label={dates("nextWeek")} className={arrow}>
        <ChevronRight aria-hidden className="size-5" />
      </Link>
      <span className="flex-1" />
      {pools.length > 1 && (
        <button
          type="button"
          data-menu="pool"
          aria-haspopup="menu"
          className="flex h-11 min-w-0 items-center gap-1.5 px-2 text-sm font-medium text-ink-2"
        >
          <span className="truncate">{pool?.name}</span>
          <ChevronDown aria-hidden className="size-4 shrink-0" />
        </button>
      )}
      <button
        type="button"
        aria-label={t("findExecutive")}
        className={arrow}
        onClick={() => setFinding(true)}
      >
        <Search aria-hidden className="size-5" />
      </button>
    </MenuArea>
  );
}
