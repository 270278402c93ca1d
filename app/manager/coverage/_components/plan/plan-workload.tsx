"use client";
import { useFormatter, useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { PlanView } from "@/lib/coverage/plans/queries";

const MINUTES = 60;

/** Whose work grows or shrinks with a plan, and by how much. */
export function PlanWorkload({ view }: { view: PlanView }) {
  const t = useTranslations("board.plan.difference");
  const format = useFormatter();
  const { people } = view.difference;
  if (people.length === 0) return null;
  const hours = (minutes: number) =>
    format.number(minutes / MINUTES, { maximumFractionDigits: 1, signDisplay: "exceptZero" });
  return (
    <Disclosure tone="quiet" summary={t("people", { count: people.length })}>
      <ul className="tnum mt-1 grid gap-1 text-sm">
        {people.map(({ assistantId, before, after }) => (
          <li key={assistantId} className="flex justify-between gap-3">
            <span>{view.names[assistantId]}</span>
            <span className="text-ink-2">{t("hours", { change: hours(after - before) })}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
