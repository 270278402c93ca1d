"use client";
import { useFormatter, useTranslations } from "next-intl";
import type { HoleView } from "@/lib/schedules/fills/schema";
import { useSchedule } from "../schedule-context";

/** What keeps people from some hours, by reason: by name where they are few. */
export function HoleReasons({ reasons }: Pick<HoleView, "reasons">) {
  const t = useTranslations("schedule.fill");
  const { people } = useSchedule();
  const format = useFormatter();
  return (
    <ul className="flex flex-wrap gap-x-4 pt-1 text-xs text-ink-2">
      {reasons.map(({ reason, assistantIds, count }) => {
        const isNamed = count <= assistantIds.length;
        const names = assistantIds.map((id) => people.get(id)?.name ?? "");
        return (
          <li key={reason}>
            <b className="font-medium text-ink">
              {isNamed ? format.list(names, { type: "unit" }) : t("people", { count })}
            </b>{" "}
            {t(`reason.${reason}`)}
          </li>
        );
      })}
    </ul>
  );
}
