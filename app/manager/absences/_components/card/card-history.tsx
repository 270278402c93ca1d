"use client";
import { useTranslations } from "next-intl";
import { AbsenceSteps } from "@/components/absences/absence-steps";
import { LoadOnOpen } from "@/components/absences/load-on-open";
import { steps } from "../../actions";

/** Who did what with an absence, read when it is opened. */
export function CardHistory({ id }: { id: string }) {
  const history = useTranslations("absences")("history");
  return (
    <LoadOnOpen
      summary={history}
      label={history}
      load={async () => {
        const answer = await steps({ id });
        return answer.ok ? answer.value : null;
      }}
      show={(found) => <AbsenceSteps steps={found} />}
    />
  );
}
