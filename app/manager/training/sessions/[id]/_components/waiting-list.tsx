import { ArrowUp, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/layout/cx";
import type { EnrolmentView } from "@/lib/training/enrolments/schema";
import { DeclineForm } from "./decline-form";

type WaitingListProps = {
  enrolments: readonly EnrolmentView[];
  executiveNames: Readonly<Record<string, string>>;
};

/** Who waits for a seat, in the order in which they joined, and why a seat went past somebody. */
export function WaitingList({ enrolments, executiveNames }: WaitingListProps) {
  const t = useTranslations("training.waiting");
  const next = enrolments.find(({ passedOver }) => passedOver === null)?.id;
  return (
    <ol>
      {enrolments.map((enrolment) => (
        <li
          key={enrolment.id}
          className="grid grid-cols-[1.25rem_minmax(0,1fr)_auto] gap-x-1.5 border-b border-hair py-2 text-sm"
        >
          <span className="tnum text-ink-3">{enrolment.position}</span>
          <div className="grid min-w-0 gap-0.5">
            <p className="truncate font-medium">{enrolment.assistantName}</p>
            {enrolment.passedOver && <PassedOver enrolment={enrolment} names={executiveNames} />}
            {enrolment.id === next && (
              <p className="flex items-center gap-1 font-medium text-accent-text">
                <ArrowUp aria-hidden className="size-3.5" />
                {t("next")}
              </p>
            )}
          </div>
          <DeclineForm enrolment={enrolment} />
        </li>
      ))}
    </ol>
  );
}

function PassedOver({
  enrolment: { passedOver, passedOverFor },
  names,
}: {
  enrolment: EnrolmentView;
  names: WaitingListProps["executiveNames"];
}) {
  const t = useTranslations("training.waiting");
  const isGap = passedOver === "gaps_not_accepted";
  const left = passedOverFor.flatMap((id) => names[id] ?? []).join(", ");
  return (
    <>
      <p className={cx("flex items-start gap-1", isGap ? "font-medium text-gap-ink" : "text-ink-2")}>
        {isGap && <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />}
        {isGap ? t("wouldLeave", { names: left }) : t("passedOver", { reason: passedOver ?? "" })}
      </p>
      <p className="text-xs text-ink-2">{t("keepsTurn")}</p>
    </>
  );
}
