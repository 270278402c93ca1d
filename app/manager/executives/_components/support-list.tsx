import { useTranslations } from "next-intl";
import type { Choice } from "@/app/_shared/forms/people-choices";
import {
  SupportDuties,
  SupportPhase,
  SupportRoleWord,
  SupportTerm,
} from "@/components/support/support-words";
import { Link } from "@/components/ui/layout/link";
import { phaseOf } from "@/lib/support/rules";
import type { SupportAssignmentView } from "@/lib/support/schema";
import type { Day } from "@/lib/time/day";
import { SupportActions } from "./support-actions";

type SupportListProps = {
  rows: SupportAssignmentView[];
  /** The executive's duties. */
  duties: Choice[];
  dutyNames: Record<string, string>;
  today: Day;
};

/** Who supports an executive over time; each line opens to be changed or ended. */
export function SupportList({ rows, duties, dutyNames, today }: SupportListProps) {
  const t = useTranslations("people.support");
  return (
    <ul aria-label={t("caption")} className="border-t border-line">
      {rows.map((row) => (
        <li key={`${row.id} ${row.version}`} className="border-b border-line pt-2 pb-1">
          <div className="grid gap-x-4 gap-y-0.5 text-sm md:min-h-7 md:grid-cols-[2fr_1fr_2fr_3fr_1fr] md:items-center">
            <Link
              href={`/manager/assistants/${row.assistantId}`}
              className="w-fit font-medium hover:underline max-md:text-base"
            >
              {row.assistantName}
            </Link>
            <span>
              <SupportRoleWord support={row} />
            </span>
            <span>
              <SupportDuties support={row} dutyNames={dutyNames} />
            </span>
            <span>
              <SupportTerm support={row} />
            </span>
            <SupportPhase phase={phaseOf(row, today)} />
          </div>
          <SupportActions support={row} duties={choicesFor(row, duties, dutyNames)} today={today} />
        </li>
      ))}
    </ul>
  );
}

/** The executive's duties, and those support is for though they are not the executive's any more. */
function choicesFor({ dutyIds }: SupportAssignmentView, duties: Choice[], names: Record<string, string>) {
  const others = dutyIds.filter((id) => duties.every(({ value }) => value !== id));
  return [...duties, ...others.map((id) => ({ value: id, label: names[id] ?? id }))];
}
