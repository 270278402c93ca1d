import { Clock, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDayWords } from "@/components/time/use-day-words";
import { Link } from "@/components/ui/layout/link";
import { hoursText } from "@/lib/time/hours";
import type { SessionView } from "@/lib/training/sessions/schema";

type SessionListProps = { sessions: readonly SessionView[]; openIn: ReadonlyMap<string, number> };

/** The sessions that are to come: when, how many have a location, who waits, and whether somebody is left without cover. */
export function SessionList({ sessions, openIn }: SessionListProps) {
  return (
    <ul>
      {sessions.map((session) => (
        <SessionRow key={session.id} session={session} open={openIn.get(session.id) ?? 0} />
      ))}
    </ul>
  );
}

function SessionRow({ session, open }: { session: SessionView; open: number }) {
  const t = useTranslations("training.session");
  const dayWords = useDayWords();
  const { id, course, dates, capacity, minimum, held, waiting, location, arranged, arrangements } = session;
  const [first] = dates;
  return (
    <li className="relative grid grid-cols-[8.5rem_minmax(0,1fr)_auto] gap-x-3 border-b border-hair py-3 hover:bg-canvas">
      <p className="grid content-start text-sm">
        <span className="font-medium">{first ? dayWords(first.on) : t("noDate")}</span>
        {first && (
          <span className="tnum text-xs text-ink-2">
            {dates.length > 1 ? t("dates", { count: dates.length }) : hoursText(first)}
          </span>
        )}
      </p>
      <div className="grid min-w-0 content-start gap-1">
        <Link
          href={`/manager/training/sessions/${id}`}
          className="truncate text-sm font-medium after:absolute after:inset-0"
        >
          {course}
        </Link>
        <p className="flex flex-wrap gap-x-3 gap-y-1 text-xs text-ink-2">
          {open > 0 && (
            <span className="inline-flex items-center gap-1 font-medium text-gap-ink">
              <TriangleAlert aria-hidden className="size-3.5" />
              {t("open", { count: open })}
            </span>
          )}
          {first && held < minimum && (
            <span className="inline-flex items-center gap-1 text-ink">
              <Clock aria-hidden className="size-3.5" />
              {t("below", { count: minimum - held })}
            </span>
          )}
          {arrangements > 0 && (
            <span className={arranged < arrangements ? "text-ink" : ""}>
              {t("arranged", { done: arranged, count: arrangements })}
            </span>
          )}
          {waiting > 0 && <span>{t("waiting", { count: waiting })}</span>}
          {location && <span className="truncate">{location}</span>}
        </p>
      </div>
      <p className="tnum text-right text-sm">
        <span className="font-semibold">{held}</span> {t("ofSeats", { capacity })}
      </p>
    </li>
  );
}
