import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { JustChanged } from "@/components/live/just-changed";
import { useEdgeWords, useRangeWords } from "@/components/time/use-range-words";
import type { AbsenceView } from "@/lib/absences/requests/schema";
import { AbsenceBadge } from "./absence-badge";

type AbsenceRowProps = {
  absence: AbsenceView;
  typeName: string;
  children?: ReactNode;
  /** What stands under the row, over its whole width. */
  more?: ReactNode;
};

/** One absence of the reader's own: when, what kind, how it stands, and what can be done. */
export function AbsenceRow({ absence, typeName, children, more }: AbsenceRowProps) {
  const t = useTranslations("absences");
  const stretch = useRangeWords();
  const edge = useEdgeWords();
  return (
    <li className="relative isolate grid items-center gap-x-4 gap-y-2 border-b border-line py-3 md:grid-cols-[1fr_auto]">
      <div className="grid min-w-0 gap-0.5">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium">{stretch(absence)}</span>
          <AbsenceBadge status={absence.status} />
          <JustChanged id={absence.id} />
        </p>
        <p className="text-sm text-ink-2">{typeName}</p>
        {absence.cancelFrom && (
          <p className="text-sm text-ink-2">
            {t("cancellation.requestedFrom", {
              on: edge(absence.cancelFrom, absence.cancelFromPart ?? "am"),
            })}
          </p>
        )}
        {absence.note && <p className="text-sm text-ink-2 [overflow-wrap:anywhere]">{absence.note}</p>}
        {absence.decisionNote && (
          <p className="text-sm text-ink-2 [overflow-wrap:anywhere]">
            {t("decisionNote", { note: absence.decisionNote })}
          </p>
        )}
      </div>
      {children && <div className="flex flex-wrap items-end gap-2">{children}</div>}
      {more && <div className="grid gap-2 md:col-span-2">{more}</div>}
    </li>
  );
}
