"use client";
import { ChevronDown, Search, Sparkles, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RefObject, useState } from "react";
import { PoolSwitch } from "@/app/_shared/week/pool-switch";
import { WeekSteps } from "@/app/_shared/week/week-step";
import { WeekTitle } from "@/app/_shared/week/week-title";
import {
  type BoardAddress,
  boardHref,
  type Show,
  SPANS,
  type Span,
} from "@/app/manager/coverage/board-address";
import { buttonStyle } from "@/components/ui/forms/button-style";
import { boxStyle } from "@/components/ui/forms/checkbox-style";
import { LinkButton } from "@/components/ui/forms/link-button";
import { cx } from "@/components/ui/layout/cx";
import { MenuArea } from "@/components/ui/overlays/menu";
import type { MenuEntry } from "@/components/ui/overlays/menu-popover";
import type { WeekAhead } from "@/lib/coverage/board/queries-page";
import type { Day } from "@/lib/time/day";
import type { IsoWeek } from "@/lib/time/iso-week";
import { WeeksAhead } from "./weeks-ahead";

export type ToolbarProps = {
  address: BoardAddress & { week: IsoWeek; poolId: string };
  thisWeek: IsoWeek;
  pools: readonly { id: string; name: string }[];
  weeks: readonly WeekAhead[];
  lastDay: Day;
  show: Show;
  setShow: (change: Partial<Show>) => void;
  findRef: RefObject<HTMLInputElement | null>;
  /** The ways to plan; empty where nothing can be planned. */
  plans: readonly MenuEntry[];
  onPlan: (() => void) | null;
  isPlanning: boolean;
  isPlanQuiet: boolean;
};

const SPAN_NAMES = Object.keys(SPANS) as Span[];

/** What week of which pool is shown, how the coming ones stand, and how to plan; one row. */
export function BoardToolbar(props: ToolbarProps) {
  const { address, thisWeek, pools, weeks, show, setShow, plans, onPlan } = props;
  const t = useTranslations("board");
  const dates = useTranslations("common.date");
  const hrefOf = (week: IsoWeek) => boardHref({ ...address, week }, show);
  const step = SPANS[address.span];

  function entriesOf(menu: string): MenuEntry[] {
    if (menu === "plan") return [...plans];
    if (menu === "pool") return poolEntries(pools, address, show);
    return SPAN_NAMES.map((span) => ({
      id: span,
      label: t(`span.${span}`),
      href: boardHref({ ...address, span }, show),
    }));
  }

  return (
    <MenuArea
      entriesOf={entriesOf}
      className="hidden min-h-12 shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-1.5 board:flex lg:flex-nowrap print:hidden"
    >
      <WeekSteps week={address.week} weeks={step} hrefOf={hrefOf} />
      <WeekTitle week={address.week} lastDay={props.lastDay} />
      <button
        type="button"
        data-menu="span"
        aria-haspopup="menu"
        className={cx(buttonStyle("ghost"), "h-7 gap-1 px-2")}
      >
        {t(`span.${address.span}`)}
        <ChevronDown aria-hidden className="size-3!" />
      </button>
      {address.week !== thisWeek && (
        <LinkButton href={hrefOf(thisWeek)} className="h-7 px-2.5">
          {dates("today")}
        </LinkButton>
      )}
      <WeeksAhead weeks={weeks} shown={address.week} span={step} hrefOf={hrefOf} />
      <span className="flex-1 min-[1180px]:hidden" />
      <PoolSwitch
        label={t("pool")}
        pools={pools}
        current={address.poolId}
        hrefOf={(poolId) => boardHref({ ...address, poolId }, show)}
      />
      <label className="flex h-8 items-center gap-2 rounded-md px-2 text-sm font-medium whitespace-nowrap text-ink-2 hover:bg-sunken">
        <input
          type="checkbox"
          className={cx(boxStyle, "mt-0")}
          checked={show.onlyGaps}
          onChange={(event) => setShow({ onlyGaps: event.currentTarget.checked })}
        />
        {t("onlyGaps")}
      </label>
      <Find {...props} />
      {onPlan && (
        <div className="flex">
          <button
            type="button"
            onClick={onPlan}
            aria-disabled={props.isPlanning || undefined}
            className={cx(
              buttonStyle(props.isPlanQuiet ? "outline" : "primary"),
              plans.length > 0 && "rounded-r-none",
            )}
          >
            <Sparkles aria-hidden className={cx(props.isPlanning && "animate-pulse")} />
            {t(props.isPlanning ? "plan.making" : "plan.make")}
          </button>
          {plans.length > 0 && (
            <button
              type="button"
              data-menu="plan"
              aria-haspopup="menu"
              aria-label={t("plan.more")}
              className={cx(
                buttonStyle(props.isPlanQuiet ? "outline" : "primary"),
                "w-7 rounded-l-none px-0",
                props.isPlanQuiet ? "-ml-px" : "ml-px",
              )}
            >
              <ChevronDown aria-hidden className="size-3.5!" />
            </button>
          )}
        </div>
      )}
    </MenuArea>
  );
}

/** The pools one leads, as a menu that leads to their boards. */
export function poolEntries(pools: ToolbarProps["pools"], address: BoardAddress, show: Show): MenuEntry[] {
  return pools.map(({ id, name }) => ({
    id,
    label: name,
    href: boardHref({ ...address, poolId: id }, show),
  }));
}

function Find({ show, setShow, findRef }: ToolbarProps) {
  const t = useTranslations("board");
  const common = useTranslations("common.action");
  const [isOpen, setOpen] = useState(show.query !== "");
  if (!isOpen && show.query === "") {
    return (
      <button
        type="button"
        aria-label={t("findExecutive")}
        title={t("findExecutive")}
        data-find
        onClick={() => setOpen(true)}
        className={buttonStyle("ghost", "icon")}
      >
        <Search aria-hidden />
      </button>
    );
  }
  function close() {
    setShow({ query: "" });
    setOpen(false);
  }
  return (
    <search className="relative">
      <Search aria-hidden className="pointer-events-none absolute top-2 left-2 size-4 text-ink-3" />
      <input
        ref={findRef}
        // biome-ignore lint/a11y/noAutofocus: it has just been asked for
        autoFocus
        aria-label={t("findExecutive")}
        placeholder={t("findExecutive")}
        value={show.query}
        onChange={(event) => setShow({ query: event.currentTarget.value })}
        onKeyDown={(event) => event.key === "Escape" && close()}
        onBlur={() => show.query === "" && setOpen(false)}
        className="h-8 w-44 rounded-md border border-line-2 bg-surface px-7 text-sm"
      />
      {show.query && (
        <button
          type="button"
          aria-label={common("clear")}
          onClick={close}
          className="absolute top-0 right-0 grid size-8 place-items-center text-ink-2"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </search>
  );
}
