import { Check, Info, TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useFindingWords } from "@/app/manager/schedule/_components/use-finding-words";
import { useRangeWords } from "@/components/time/use-range-words";
import { firstNameOf } from "@/components/ui/layout/avatar";
import { cx } from "@/components/ui/layout/cx";
import type { CheckedRequest } from "@/lib/coverage/publishing/queries-swaps";
import type { ShiftRequestFacts } from "@/lib/schedules/swaps/queries";
import type { Finding, FindingRule } from "@/lib/schedules/week/rules-findings-kinds";
import type { ShownSwaps } from "../read-swaps";
import { roleMapOf } from "./role-map";

const GROUPS: { key: "hours" | "skill" | "leave"; rules: readonly FindingRule[] }[] = [
  {
    key: "hours",
    rules: [
      "rest",
      "day_span",
      "day_hours",
      "week_hours",
      "over_contract",
      "under_contract",
      "days_in_row",
      "late_again",
      "weekly_rest",
      "break",
      "overlap",
    ],
  },
  { key: "skill", rules: ["skill"] },
  {
    key: "leave",
    rules: ["away", "not_employed", "leave_requested", "unavailable", "against_wish", "holiday"],
  },
];

type CheckListProps = { request: ShiftRequestFacts; checked: CheckedRequest; roles: ShownSwaps["roles"] };

/** What was checked with the shifts exchanged: each kind of rule kept, or what breaks it and for whom. */
export function CheckList({ request, checked, roles }: CheckListProps) {
  const t = useTranslations("schedule.swaps");
  const rangeWords = useRangeWords();
  const format = useFormatter();
  const gaps = checked.opened.map(({ on, part, name }) =>
    t("check.gap", { name, range: rangeWords({ from: on, fromPart: part, to: on, toPart: part }) }),
  );
  return (
    <section aria-labelledby={`check-${request.id}`}>
      <h3 id={`check-${request.id}`} className="pb-1 text-sm font-semibold">
        {t(request.withShift ? "check.both" : "check.one")}
      </h3>
      <ul>
        {GROUPS.map(({ key, rules }) => {
          const found = checked.findings.filter(({ rule }) => rules.includes(rule));
          return found.length === 0 ? (
            <Line key={key}>{t(`check.${key}`)}</Line>
          ) : (
            found.map((finding) => (
              <FoundLine key={`${finding.shiftId}${finding.rule}`} {...{ finding, request, roles }} />
            ))
          );
        })}
        {gaps.length === 0 ? (
          <Line>{t("check.support")}</Line>
        ) : (
          gaps.map((gap) => (
            <Line key={gap} tone="wrong">
              {gap}
            </Line>
          ))
        )}
        {checked.closed.length > 0 && (
          <Line>
            {t("check.closes", {
              names: format.list([...new Set(checked.closed.map(({ name }) => name))], { type: "unit" }),
            })}
          </Line>
        )}
      </ul>
    </section>
  );
}

type FoundLineProps = { finding: Finding; request: ShiftRequestFacts; roles: ShownSwaps["roles"] };

function FoundLine({ finding, request, roles }: FoundLineProps) {
  const words = useFindingWords(roleMapOf(roles));
  const person = [request.owner, request.taker, ...request.answers].find(
    (one) => one?.id === finding.assistantId,
  );
  return (
    <Line tone={finding.kind === "note" ? "note" : "wrong"}>
      {firstNameOf(person?.name ?? "")}: {words.sentence(finding)}
    </Line>
  );
}

type LineProps = { tone?: "kept" | "note" | "wrong"; children: React.ReactNode };

function Line({ tone = "kept", children }: LineProps) {
  const Icon = { kept: Check, note: Info, wrong: TriangleAlert }[tone];
  return (
    <li className="flex min-h-9 items-center gap-2 border-b border-hair py-1 text-sm">
      <Icon
        aria-hidden
        className={cx(
          "size-4 shrink-0",
          tone === "wrong" ? "text-gap-bar" : tone === "kept" ? "text-accent" : "text-ink-3",
        )}
      />
      <span className={cx(tone === "wrong" && "font-medium text-gap-ink")}>{children}</span>
    </li>
  );
}
