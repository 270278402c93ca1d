import { useTranslations } from "next-intl";
import { EffectLine } from "@/components/absences/effect-line";
import { JustChanged } from "@/components/live/just-changed";
import { useAmountWords, useChangeWords } from "@/components/time/use-amount-words";
import { useDayWords } from "@/components/time/use-day-words";
import { useRangeWords } from "@/components/time/use-range-words";
import { Avatar } from "@/components/ui/layout/avatar";
import { MenuButton } from "@/components/ui/overlays/menu-button";
import type { LeaveAmount } from "@/lib/absences/balances/queries-changes";
import { isAskedFor } from "@/lib/absences/requests/rules-statuses";
import type { AbsenceView } from "@/lib/absences/requests/schema";
import type { LeaveEffect } from "@/lib/coverage/leave-cover/rules-effects";
import { hoursText } from "@/lib/time/hours";
import { isAnswerClear } from "./row-acts";

export const ROW_COLUMNS =
  "md:grid-cols-[minmax(0,1.1fr)_minmax(0,1.3fr)_minmax(0,1.4fr)_8.25rem] lg:grid-cols-[minmax(0,1.1fr)_minmax(0,1.3fr)_minmax(0,1.4fr)_minmax(0,0.7fr)_8.25rem]";

export type AbsenceRowProps = {
  absence: AbsenceView;
  typeName: string;
  effect: LeaveEffect | undefined;
  amount: LeaveAmount | undefined;
  isOpen: boolean;
  isOwn: boolean;
  /** Whoever is away already is listed by until when. */
  isAway: boolean;
};

/** One absence: who, when, what it does, its balance, and the one thing to do where the answer is clear. */
export function AbsenceRow(props: AbsenceRowProps) {
  const { absence, typeName, effect, amount, isOpen } = props;
  const status = useTranslations("absences.status");
  const changeWords = useChangeWords();
  const { id, assistantName: name } = absence;
  const isPlain = absence.status === "requested" || absence.status === "approved";
  return (
    <li className={`row ${ROW_COLUMNS}`} aria-current={isOpen || undefined}>
      <div className="flex min-w-0 items-center gap-2.5">
        <Avatar name={name} size="small" />
        <div className="min-w-0">
          <a href={`/manager/absences/${id}`} data-open={id} className="row-link">
            {name}
          </a>
          <span className="row-meta">{isPlain ? typeName : `${typeName} · ${status(absence.status)}`}</span>
          <JustChanged id={id} />
        </div>
      </div>
      <When {...props} />
      <div className="min-w-0 max-md:col-span-2 max-md:pl-8.5">
        {effect && <EffectLine effect={effect} />}
      </div>
      <div className="tnum hidden text-xs text-ink-2 lg:block">
        {amount?.change && changeWords(amount.change)}
      </div>
      <Acts {...props} />
    </li>
  );
}

function When({ absence, amount, isAway }: AbsenceRowProps) {
  const t = useTranslations("absences");
  const rangeWords = useRangeWords();
  const dayWords = useDayWords();
  const extentWords = useExtentWords();
  const { startMinute, endMinute } = absence;
  const isByHour = startMinute !== null && endMinute !== null;
  const when = isByHour
    ? dayWords(absence.from)
    : isAway
      ? t("until", { day: dayWords(absence.to) })
      : rangeWords(absence);
  const extent = isByHour ? hoursText({ startMinute, endMinute }) : amount && extentWords(amount.days);
  return (
    <div className="flex min-w-0 flex-wrap items-baseline gap-x-2 max-md:col-span-2 max-md:pl-8.5 md:block">
      <span className="block truncate text-sm font-medium">{when}</span>
      <span className="row-meta">{extent}</span>
    </div>
  );
}

function useExtentWords() {
  const t = useTranslations("absences.extent");
  const amountWords = useAmountWords();
  return (days: number): string => {
    if (days === 0) return t("none");
    return days === 0.5 ? t("half") : amountWords(days, "days");
  };
}

function Acts({ absence, effect, isOwn }: AbsenceRowProps) {
  const t = useTranslations("absences");
  const { id, assistantName: name, status, canDecide } = absence;
  const href = `/manager/absences/${id}`;
  const isAsked = isAskedFor(status);
  const isEnding = status === "cancellation_requested";
  const isToSee = effect?.kind === "open" || effect?.kind === "asked" || (isAsked && canDecide);
  return (
    <div className="row-acts">
      {(isAsked || isEnding) && !canDecide && (
        <span className="text-xs text-ink-2">{isOwn ? t("row.own") : t("row.others")}</span>
      )}
      {canDecide && isEnding && (
        <ActButton act="grant" id={id} label={t("row.grant")} of={t("row.grantOf", { name })} />
      )}
      {canDecide && isAsked && isAnswerClear(effect) ? (
        <ActButton act="approve" id={id} label={t("decide.approve")} of={t("row.approveOf", { name })} />
      ) : (
        isToSee && (
          <a
            href={href}
            data-open={id}
            aria-label={t("row.reviewOf", { name })}
            className={isAsked ? "row-act" : "row-go"}
          >
            {t("row.review")}
          </a>
        )
      )}
      <MenuButton menu={id} label={t("row.more", { name })} />
    </div>
  );
}

type ActButtonProps = { act: string; id: string; label: string; of: string };

/** Does it at once; before JavaScript it leads to the page on which it can be done. */
function ActButton({ act, id, label, of }: ActButtonProps) {
  return (
    <button
      type="submit"
      formAction={`/manager/absences/${id}`}
      data-act={act}
      data-row={id}
      aria-label={of}
      className="row-act"
    >
      {label}
    </button>
  );
}
