"use client";
import { useTranslations } from "next-intl";
import { AbsenceRow } from "@/components/absences/absence-row";
import { AbsenceSteps } from "@/components/absences/absence-steps";
import { LoadOnOpen } from "@/components/absences/load-on-open";
import { OutlookFacts } from "@/components/absences/outlook-facts";
import { useRangeWords } from "@/components/time/use-range-words";
import { LinkButton } from "@/components/ui/forms/link-button";
import type { AbsenceView } from "@/lib/absences/requests/schema";
import { outlook, steps } from "../actions";
import { CancelForm, CancellationForm } from "./decide-form";

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
          more={WAITING.includes(absence.status) && <ToKnow absence={absence} />}
        >
          <Decision absence={absence} isOwn={absence.assistantId === ownAssistantId} />
        </AbsenceRow>
      ))}
    </ul>
  );
}

type RowProps = { absence: AbsenceView };

function Decision({ absence, isOwn }: RowProps & { isOwn: boolean }) {
  const t = useTranslations("absences");
  const words = useTranslations("cover.decide");
  const { status, canDecide, assistantName: name } = absence;
  const href = `/manager/absences/${absence.id}`;
  const coverLink = (
    <LinkButton href={href} prefetch={false} aria-label={words("openCoverOf", { name })}>
      {words("openCover")}
    </LinkButton>
  );
  if (!WAITING.includes(status))
    return (
      <>
        <History absence={absence} />
        {status === "approved" && coverLink}
        {canDecide && status === "approved" && <CancelForm absence={absence} isOneOfMany />}
      </>
    );
  if (!canDecide) return <p className="text-sm text-ink-2">{isOwn ? t("decide.own") : t("othersDecide")}</p>;
  if (status === "cancellation_requested") return <CancellationForm absence={absence} />;
  return (
    <LinkButton href={href} prefetch={false} variant="primary" aria-label={words("openOf", { name })}>
      {words("open")}
    </LinkButton>
  );
}

function History({ absence }: RowProps) {
  const t = useTranslations("absences");
  const when = useWhen(absence);
  return (
    <LoadOnOpen
      summary={t("history")}
      label={t("historyOf", { when })}
      load={async () => {
        const answer = await steps({ id: absence.id });
        return answer.ok ? answer.value : null;
      }}
      show={(found) => <AbsenceSteps steps={found} />}
      className="max-w-80"
    />
  );
}

/** What is to be known before deciding. */
function ToKnow({ absence }: RowProps) {
  const t = useTranslations("absences");
  const name = useWhen(absence);
  return (
    <>
      {absence.status === "provisionally_approved" && (
        <p className="text-sm text-ink-2">{t("waitingSecond")}</p>
      )}
      <div className="flex flex-wrap gap-x-6">
        <LoadOnOpen
          summary={t("preview.load")}
          label={t("preview.loadOf", { name })}
          load={async () => {
            const answer = await outlook({ id: absence.id });
            return answer.ok ? answer.value : null;
          }}
          show={(found) => <OutlookFacts outlook={found} />}
        />
        <History absence={absence} />
      </div>
    </>
  );
}

function useWhen(absence: AbsenceView): string {
  return `${absence.assistantName}, ${useRangeWords()(absence)}`;
}
