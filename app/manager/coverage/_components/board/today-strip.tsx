import { Inbox, Thermometer, TreePalm } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/layout/link";
import type { AbsentToday } from "@/lib/coverage/board/queries-today";

type TodayStripProps = {
  away: readonly AbsentToday[];
  unassigned: number;
  shownPoolId: string;
};

/** How today stands in all pools one leads: who is ill or away, whom nobody serves, and what is unassigned; one way on from each. */
export function TodayStrip({ away, unassigned, shownPoolId }: TodayStripProps) {
  const t = useTranslations("board.todayStrip");
  const [worst, ...others] = away.filter(({ isIll, uncovered }) => isIll || uncovered > 0);
  const uncovered = others.reduce((sum, one) => sum + one.uncovered, 0);
  return (
    <section
      aria-label={t("label")}
      className="grid min-h-10 shrink-0 items-center gap-x-3 border-b border-line px-4 text-sm board:flex board:whitespace-nowrap print:hidden"
    >
      {worst ? (
        <Fact
          icon={worst.isIll ? <Thermometer aria-hidden /> : <TreePalm aria-hidden />}
          isUrgent={worst.uncovered > 0}
          href={`/manager/absences/${worst.absenceId}`}
          action={t("review")}
          about={worst.name}
        >
          <span className="block font-semibold board:inline">
            {t(worst.isIll ? "ill" : "away", { name: worst.name })}
          </span>{" "}
          <span className="text-xs text-ink-2">
            {worst.poolId !== shownPoolId && `${worst.poolName} · `}
            {worst.uncovered > 0
              ? t("uncovered", { count: worst.uncovered })
              : t("covered", { count: worst.executives })}
          </span>
        </Fact>
      ) : (
        <span className="text-ink-2">
          {away.length > 0 ? t("awayCovered", { count: away.length }) : t("nobody")}
        </span>
      )}
      {others.length > 0 && (
        <Fact href="/manager/absences" action={t("show")} about={t("more", { count: others.length })}>
          {t("more", { count: others.length })}{" "}
          {uncovered > 0 && (
            <span className="text-xs text-ink-2">{t("uncovered", { count: uncovered })}</span>
          )}
        </Fact>
      )}
      {unassigned > 0 && (
        <Fact
          icon={<Inbox aria-hidden />}
          href="/manager/requests"
          action={t("assign")}
          about={t("unassigned", { count: unassigned })}
        >
          {t("unassigned", { count: unassigned })}
        </Fact>
      )}
    </section>
  );
}

type FactProps = {
  icon?: ReactNode;
  isUrgent?: boolean;
  href: string;
  action: string;
  about: string;
  children: ReactNode;
};

function Fact({ icon, isUrgent = false, href, action, about, children }: FactProps) {
  return (
    <p className="flex min-h-13 min-w-0 items-center gap-x-3 py-1 not-first:border-t not-first:border-hair board:min-h-0 board:gap-x-2 board:not-first:border-0 board:not-first:before:mr-1 board:not-first:before:h-4 board:not-first:before:border-l board:not-first:before:border-line">
      {icon && (
        <span className={isUrgent ? "text-gap-bar [&_svg]:size-4" : "text-ink-3 [&_svg]:size-4"}>{icon}</span>
      )}
      <span className="min-w-0 board:truncate">{children}</span>
      <Link
        href={href}
        aria-label={`${action}: ${about}`}
        className="rounded font-medium text-accent-text ml-auto hover:underline touch:inline-flex touch:min-h-11 touch:items-center touch:pl-2 board:ml-0"
      >
        {action}
      </Link>
    </p>
  );
}
