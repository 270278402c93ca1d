"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { useDayWords } from "@/components/time/use-day-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import type { LeaverView } from "@/lib/absences/settings/schema";
import { cancelAfterLeaving } from "../actions";

/** People who leave and have leave after their last day, and the confirmation that takes it back. */
export function Leavers({ leavers }: { leavers: readonly LeaverView[] }) {
  const t = useTranslations("absences.leavers");
  const dayWords = useDayWords();
  const refusals = useRefusalWords();
  return (
    <ul>
      {leavers.map(({ assistantId, name, leavesOn, absences }) => (
        <li
          key={assistantId}
          className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-3"
        >
          <p className="min-w-0 flex-1 basis-64">
            {t("line", { name, on: dayWords(leavesOn), count: absences.length })}
          </p>
          <Form action={cancelAfterLeaving} done={t("done", { name })} refusals={refusals} className="gap-1">
            <input type="hidden" name="assistantId" value={assistantId} />
            <Button type="submit" variant="danger" aria-label={t("confirmOf", { name })}>
              {t("confirm")}
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}
