"use client";
import { ChevronDown, Ellipsis, Send, Sparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { PoolSwitch } from "@/app/_shared/week/pool-switch";
import type { ShownDay } from "@/app/_shared/week/week-day-head";
import { WeekSteps } from "@/app/_shared/week/week-step";
import { WeekTitle } from "@/app/_shared/week/week-title";
import { scheduleHref } from "@/app/manager/schedule/schedule-address";
import type { GridRole } from "@/app/manager/schedule/schedule-data";
import { Button } from "@/components/ui/forms/button";
import { buttonStyle } from "@/components/ui/forms/button-style";
import { LinkButton } from "@/components/ui/forms/link-button";
import { cx } from "@/components/ui/layout/cx";
import { MenuArea } from "@/components/ui/overlays/menu";
import type { MenuEntry } from "@/components/ui/overlays/menu-popover";
import { addDays, type Day } from "@/lib/time/day";
import { type IsoWeek, mondayOf } from "@/lib/time/iso-week";
import { useFillActs } from "./fill/use-fill-acts";

type WeekToolbarProps = {
  address: { week: IsoWeek; poolId: string; roleId: string | null };
  thisWeek: IsoWeek;
  pools: readonly { id: string; name: string }[];
  days: readonly ShownDay[];
  roles: readonly GridRole[];
  drafts: number;
  /** True where people are missing on days to come. */
  canFill: boolean;
  onPublish: () => void;
  /** Copies this week so many weeks on, each; -1 copies the last one into this. */
  onCopy: (weeks: readonly number[]) => void;
  /** Asks which days and roles are to be filled; null while something is proposed. */
  onChooseFill: (() => void) | null;
};

/** For so many weeks a week may be repeated. */
const REPEATS = [4, 8, 12];

/** What week of which pool is shown, by which role, and what is not published yet. */
export function WeekToolbar(props: WeekToolbarProps) {
  const { address, thisWeek, pools, roles, days, drafts, canFill, onPublish, onCopy, onChooseFill } = props;
  const t = useTranslations("schedule");
  const dates = useTranslations("common.date");
  const hrefOf = (change: Partial<typeof address>) => scheduleHref({ ...address, ...change });
  const role = roles.find(({ id }) => id === address.roleId);

  function entriesOf(menu: string): MenuEntry[] {
    if (menu === "pool")
      return pools.map(({ id, name }) => ({ id, label: name, href: hrefOf({ poolId: id }) }));
    if (menu === "role")
      return [
        { id: "all", label: t("allRoles"), href: hrefOf({ roleId: null }) },
        ...roles.map(({ id, name }) => ({ id, label: name, href: hrefOf({ roleId: id }) })),
      ];
    return [
      ...(address.week === thisWeek
        ? []
        : [{ id: "now", label: t("key.now"), href: hrefOf({ week: thisWeek }) }]),
      ...(onChooseFill
        ? [
            {
              id: "fill",
              label: t("fill.choose.open"),
              description: t("act.copyHint"),
              onAction: onChooseFill,
            },
          ]
        : []),
      { id: "from", label: t("act.copyFrom"), description: t("act.copyHint"), onAction: () => onCopy([-1]) },
      { id: "to", label: t("act.copyTo"), description: t("act.copyHint"), onAction: () => onCopy([1]) },
      ...REPEATS.map((count) => ({
        id: `many-${count}`,
        label: t("act.copyToMany", { count }),
        description: t("act.copyHint"),
        onAction: () => onCopy(Array.from({ length: count }, (_, week) => week + 1)),
      })),
      {
        id: "roles",
        label: t("roles.title"),
        href: scheduleHref({ ...address, roleId: null }).replace(
          "/manager/schedule",
          "/manager/schedule/roles",
        ),
      },
      { id: "swaps", label: t("swaps.title"), href: "/manager/schedule/requests" },
      {
        id: "print",
        label: t("print.open"),
        href: scheduleHref(address).replace("/manager/schedule", "/manager/schedule/print"),
      },
      { id: "setup", label: t("setup.open"), href: `/manager/schedule/set-up?pool=${address.poolId}` },
    ];
  }

  return (
    <MenuArea
      entriesOf={entriesOf}
      className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-2 gap-y-1 max-md:gap-x-1 border-b border-line px-4 py-1.5 print:hidden"
    >
      <WeekSteps week={address.week} hrefOf={(week) => hrefOf({ week })} />
      <WeekTitle week={address.week} lastDay={days.at(-1)?.on ?? ("" as Day)} />
      {address.week !== thisWeek && (
        <LinkButton href={hrefOf({ week: thisWeek })} className="h-7 px-2.5 max-md:hidden">
          {dates("today")}
        </LinkButton>
      )}
      <div className="max-md:order-last">
        <PoolSwitch
          label={t("pool")}
          pools={pools}
          current={address.poolId}
          hrefOf={(poolId) => hrefOf({ poolId })}
        />
      </div>
      {roles.length > 1 && (
        <button
          type="button"
          data-menu="role"
          aria-haspopup="menu"
          className={cx(buttonStyle("ghost"), "gap-1 max-md:order-last", role && "bg-sunken text-ink")}
        >
          {role?.name ?? t("allRoles")}
          <ChevronDown aria-hidden className="size-3.5!" />
        </button>
      )}
      <span className="flex-1" />
      <button
        type="button"
        data-menu="more"
        aria-haspopup="menu"
        aria-label={t("act.more")}
        className={buttonStyle("ghost", "icon")}
      >
        <Ellipsis aria-hidden />
      </button>
      {canFill && <FillButton week={address.week} poolId={address.poolId} />}
      {drafts > 0 && (
        <span className="px-1 text-sm font-medium text-ink-2 max-md:sr-only">
          {t("notPublished", { count: drafts })}
        </span>
      )}
      {drafts > 0 && (
        <button type="button" onClick={onPublish} className={buttonStyle("primary")}>
          <Send aria-hidden />
          <span className="max-md:sr-only">{t("publish.button")}</span>
        </button>
      )}
    </MenuArea>
  );
}

function FillButton({ week, poolId }: { week: IsoWeek; poolId: string }) {
  const t = useTranslations("schedule.fill");
  const { begin } = useFillActs(poolId);
  const [isBeginning, start] = useTransition();
  const monday = mondayOf(week);
  return (
    <Button
      icon={<Sparkles aria-hidden />}
      isPending={isBeginning}
      onPress={() => start(() => begin(monday, addDays(monday, 6)))}
    >
      <span className="max-md:sr-only">{t("button")}</span>
    </Button>
  );
}
