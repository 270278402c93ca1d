import { useTranslations } from "next-intl";
import { AbsenceRow } from "@/components/absences/absence-row";
import { LinkButton } from "@/components/ui/link-button";
import { absenceAfter } from "@/lib/absences/rules";
import type { AbsenceView } from "@/lib/absences/schema";
import { CancelForm } from "./cancel-form";

type AbsenceRowsProps = {
  absences: AbsenceView[];
  typeNames: Record<string, string>;
  /** The manager's own, where they are an assistant too: another decides on it. */
  ownAssistantId: string | null;
};

/** Absences with what the manager can decide on each. */
export function AbsenceRows({ absences, typeNames, ownAssistantId }: AbsenceRowsProps) {
  return (
    <ul>
      {absences.map((absence) => (
        <AbsenceRow key={absence.id} absence={absence} typeName={typeNames[absence.type] ?? absence.type}>
          <Decision absence={absence} isOwn={absence.assistantId === ownAssistantId} />
        </AbsenceRow>
      ))}
    </ul>
  );
}

function Decision({ absence, isOwn }: { absence: AbsenceView; isOwn: boolean }) {
  const t = useTranslations("absences.decide");
  const words = useTranslations("cover.decide");
  const canDecide = absenceAfter(absence.status, "approve") !== null;
  const canCancel = absenceAfter(absence.status, "cancel") !== null;
  if (isOwn) return canDecide && <p className="text-sm text-ink-2">{t("own")}</p>;
  const href = `/manager/absences/${absence.id}`;
  if (canDecide)
    return (
      <LinkButton href={href} variant="primary" aria-label={words("openOf", { name: absence.assistantName })}>
        {words("open")}
      </LinkButton>
    );
  return (
    canCancel && (
      <>
        <LinkButton href={href} aria-label={words("openCoverOf", { name: absence.assistantName })}>
          {words("openCover")}
        </LinkButton>
        <CancelForm absence={absence} />
      </>
    )
  );
}
