import { getFormatter, getTranslations } from "next-intl/server";
import { InterviewBadge } from "@/components/hiring/interview-badge";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Link } from "@/components/ui/layout/link";
import type { OwnInterview } from "@/lib/hiring/interviews/queries";

/** The interviews on whose panel one is: when, where, with whom. */
export async function OwnInterviews({
  interviews,
  base,
}: {
  interviews: readonly OwnInterview[];
  base: string;
}) {
  const t = await getTranslations("hiring.interview");
  const format = await getFormatter();
  if (interviews.length === 0) return <EmptyState>{t("noneOfOwn")}</EmptyState>;
  return (
    <ul>
      {interviews.map(({ id, candidate, job, status, startsAt, timeZone, minutes, place, isHeld }) => (
        <li
          key={id}
          className="relative grid gap-x-4 gap-y-1 border-b border-hair py-3 hover:bg-canvas sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center"
        >
          <div className="grid min-w-0 gap-0.5">
            <Link href={`${base}/${id}`} className="truncate font-medium after:absolute after:inset-0">
              {candidate ?? t("erased")}
            </Link>
            <p className="truncate text-sm text-ink-2">{[job, place].join(" · ")}</p>
          </div>
          <p className="tnum flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
            <span>
              {startsAt
                ? format.dateTime(new Date(startsAt), {
                    ...{ weekday: "short", day: "numeric", month: "short" },
                    ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone },
                  })
                : t("minutesOf", { count: minutes })}
            </span>
            <InterviewBadge {...{ status, isHeld }} />
          </p>
        </li>
      ))}
    </ul>
  );
}
