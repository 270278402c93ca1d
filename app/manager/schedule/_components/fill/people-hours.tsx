"use client";
import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { FillResultView } from "@/lib/schedules/fills/schema";
import { hoursAmountText } from "@/lib/time/hours";
import { useSchedule } from "../schedule-context";

/** What those who are given shifts work by then, beside their contract, and their turns with those of thirteen weeks before. */
export function PeopleHours({ people }: Pick<FillResultView, "people">) {
  const t = useTranslations("schedule.fill.hours");
  const known = useSchedule().people;
  const hasTurns = people.some(({ turns, turnsBefore }) => turns + turnsBefore > 0);
  if (people.length === 0) return null;
  return (
    <Disclosure summary={t("title")}>
      <table className="w-full text-sm">
        <thead className="text-left text-xs text-ink-3">
          <tr>
            <th scope="col" className="py-1 font-medium">
              {t("person")}
            </th>
            <th scope="col" className="py-1 text-right font-medium">
              {t("hours")}
            </th>
            {hasTurns && (
              <th scope="col" className="py-1 text-right font-medium">
                {t("turns")}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {people.map(({ assistantId, plannedMinutes, contractMinutes, turns, turnsBefore }) => (
            <tr key={assistantId} className="border-t border-hair">
              <th scope="row" className="py-1.5 text-left font-normal">
                {known.get(assistantId)?.name}
              </th>
              <td className="tnum py-1.5 text-right">
                {hoursAmountText(plannedMinutes)} / {hoursAmountText(contractMinutes)}
              </td>
              {hasTurns && <td className="tnum py-1.5 text-right">{turns + turnsBefore}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Disclosure>
  );
}
