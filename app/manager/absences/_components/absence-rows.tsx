"use client";
import { useTranslations } from "next-intl";
import { AbsenceRow } from "@/components/absences/absence-row";
import { AbsenceSteps } from "@/components/absences/absence-steps";
import { useStretchWords } from "@/components/absences/absence-words";
import { LoadOnOpen } from "@/components/absences/load-on-open";
import { OutlookFacts } from "@/components/absences/outlook-facts";
import type { AbsenceView } from "@/lib/absences/schema";
import { outlook, steps } from "../actions";
import { CancellationForm } from "./cancellation-form";
import { CancelForm, DecideForm } from "./decide-form";

type AbsenceRowsProps = {
  absences: AbsenceView[];
  typeNames: Record<string, string>;
  /** The manager's own, where they are an assistant too: another decides on it. */
  ownAssistantId: string | null;
};

const WAITING: readonly string[] = ["requested", "provisionally_approved", "cancellation_requested"];

/** Absences with what the manager can decide on each. */
export function AbsenceRows({ absences, typeNames, ownAssistantId }: AbsenceRowsProps) {
  return (
    <ul>
      {absences.map((absence) => (
        <AbsenceRow
          key={absence.id}
          absence={absence}
          typeName={typeNames[absence.type] ?? absence.type}
          more={<More absence={absence} />}
        >
          <Decision absence={absence} isOwn={absence.assistantId === ownAssistantId} />
        </AbsenceRow>
      ))}
    </ul>
  );
}

function Decision({ absence, isOwn }: { absence: AbsenceView; isOwn: boolean }) {
  const t = useTranslations("absences");
  const { status, canDecide } = absence;
  if (!canDecide) {
    const words = isOwn ? t("decide.own") : t("othersDecide");
    return WAITING.includes(status) && <p className="text-sm text-ink-2">{words}</p>;
  }
  if (status === "cancellation_requested") return <CancellationForm absence={absence} />;
  if (WAITING.includes(status)) return <DecideForm absence={absence} />;
  return status === "approved" && <CancelForm absence={absence} />;
}

function More({ absence }: { absence: AbsenceView }) {
  const t = useTranslations("absences");
  const { id, assistantName: name } = absence;
  const when = `${name}, ${useStretchWords()(absence)}`;
  return (
    <>
      {absence.status === "provisionally_approved" && (
        <p className="text-sm text-ink-2">{t("waitingSecond")}</p>
      )}
      <div className="flex flex-wrap gap-x-6">
        {WAITING.includes(absence.status) && (
          <LoadOnOpen
            summary={t("preview.load")}
            label={t("preview.loadOf", { name: when })}
            load={async () => {
              const answer = await outlook({ id });
              return answer.ok ? answer.value : null;
            }}
            show={(found) => <OutlookFacts outlook={found} />}
          />
        )}
        <LoadOnOpen
          summary={t("history")}
          label={t("historyOf", { when })}
          load={async () => {
            const answer = await steps({ id });
            return answer.ok ? answer.value : null;
          }}
          show={(found) => <AbsenceSteps steps={found} />}
        />
      </div>
    </>
  );
}
