"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { PlanView } from "@/lib/coverage/plans/queries";
import type { PlannedCover, PlannedGap } from "@/lib/coverage/plans/rules-view";
import { groupedBy } from "@/lib/groups";
import { PlanCoverRow } from "./plan-cover-row";
import { PlanGapRow } from "./plan-gap-row";

/** So many executives are read one by one; more stand behind a line that opens. */
const FEW_EXECUTIVES = 12;

type PlanByExecutiveProps = { view: PlanView; dutyNames: Record<string, string> };

/** Who covers each executive with the plan, and what stays open, with the way to find out why. */
export function PlanByExecutive({ view, dutyNames }: PlanByExecutiveProps) {
  const t = useTranslations("board.plan");
  const changes = view.assignments.filter((cover) => cover.isChange);
  const covered = [...groupedBy(changes, (cover) => cover.executiveId)].sort(byName(view));
  const open = [...groupedBy(view.uncovered, (gap) => gap.executiveId)].sort(byName(view));
  const list = (
    <ul>
      {covered.map(([executiveId, covers]) => (
        <ExecutiveRow key={executiveId} name={view.names[executiveId] ?? ""}>
          {covers.map((cover: PlannedCover) => (
            <PlanCoverRow key={cover.index} cover={cover} plan={view} dutyNames={dutyNames} />
          ))}
        </ExecutiveRow>
      ))}
    </ul>
  );
  return (
    <>
      {covered.length > 0 && (
        <section>
          {covered.length > FEW_EXECUTIVES ? (
            <Disclosure tone="quiet" summary={t("byExecutive", { count: covered.length })}>
              {list}
            </Disclosure>
          ) : (
            list
          )}
        </section>
      )}
      {open.length > 0 && (
        <section>
          <h3 className="pb-1 text-xs font-medium text-ink-3">{t("open")}</h3>
          <ul>
            {open.map(([executiveId, gaps]) => (
              <ExecutiveRow key={executiveId} name={view.names[executiveId] ?? ""}>
                {gaps.map((gap: PlannedGap) => (
                  <PlanGapRow key={gap.index} gap={gap} plan={view} dutyNames={dutyNames} />
                ))}
              </ExecutiveRow>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function byName({ names }: PlanView) {
  return ([a]: [string, unknown], [b]: [string, unknown]) => (names[a] ?? "").localeCompare(names[b] ?? "");
}

function ExecutiveRow({ name, children }: { name: string; children: ReactNode }) {
  return (
    <li className="border-b border-hair py-2.5">
      <p className="text-sm font-semibold">{name}</p>
      <ul className="grid gap-1.5 pt-1">{children}</ul>
    </li>
  );
}
