import { useFormatter, useTranslations } from "next-intl";
import { useDayOfMonthWords } from "@/components/time/use-day-words";
import { cx } from "@/components/ui/layout/cx";
import { Link } from "@/components/ui/layout/link";
import type { BenchPerson, Bench as BenchView } from "@/lib/coverage/candidates/rules-bench";
import { addDays, type Day, dayToDate } from "@/lib/time/day";

const SHOWN = 40;
const WEEKDAYS = [0, 1, 2, 3, 4];

type BenchProps = { bench: BenchView; monday: Day; today: Day; poolHref: (poolId: string) => string };

/** Who has time to give this week, beside the board; their names can be dragged to a gap. */
export function Bench({ bench, monday, today, poolHref }: BenchProps) {
  const t = useTranslations("board.bench");
  const format = useFormatter();
  const [now, later] = [
    bench.people.filter((person) => person.isFreeToday),
    bench.people.filter((person) => !person.isFreeToday),
  ];
  const dayOfMonth = useDayOfMonthWords();
  return (
    <div className="text-sm">
      <h2 className="sticky top-0 z-1 flex h-9 items-center border-b border-line bg-surface px-3 font-semibold">
        {t("title")}
        <span
          aria-hidden
          className="ml-auto grid grid-cols-[repeat(5,9px)] gap-0.5 text-center text-[11px] text-ink-3"
        >
          {WEEKDAYS.map((i) => (
            <span
              key={i}
              className={addDays(monday, i) === today ? "font-bold text-accent-text" : "font-medium"}
            >
              {format.dateTime(dayToDate(addDays(monday, i)), {
                weekday: "narrow",
                timeZone: "UTC",
              })}
            </span>
          ))}
        </span>
      </h2>
      <Group title={t("freeToday")} people={now} />
      <Group title={t(now.length > 0 ? "freeLater" : "free")} people={later} />
      {bench.people.length === 0 && <p className="px-3 py-3 text-ink-2">{t("nobody")}</p>}
      {bench.away.length > 0 && (
        <section>
          <h3 className="px-3 pt-3 pb-1 text-xs font-medium text-ink-3">{t("away")}</h3>
          <ul>
            {bench.away.slice(0, SHOWN).map(({ id, name, backOn }) => (
              <li key={id} className="flex h-7 items-center gap-2 px-3">
                <span className="min-w-0 truncate">{name}</span>
                {backOn && (
                  <span className="ml-auto shrink-0 text-xs text-ink-2">
                    {t("back", { day: dayOfMonth(backOn) })}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {bench.lenders.map(({ poolId, name, free }) => (
        <p key={poolId} className="px-3 py-3">
          <Link href={poolHref(poolId)} className="font-medium text-accent-text hover:underline">
            {t("lend", { pool: name, count: free })}
          </Link>
        </p>
      ))}
      <p aria-hidden className="flex gap-3 border-t border-hair px-3 py-3 text-xs text-ink-2">
        {(["free", "busy", "off"] as const).map((state) => (
          <span key={state} className="flex items-end gap-1.5">
            <Tick state={state} />
            {t(`key.${state}`)}
          </span>
        ))}
      </p>
    </div>
  );
}

function Group({ title, people }: { title: string; people: readonly BenchPerson[] }) {
  const t = useTranslations("board.bench");
  if (people.length === 0) return null;
  return (
    <section>
      <h3 className="px-3 pt-3 pb-1 text-xs font-medium text-ink-3">{title}</h3>
      <ul>
        {people.slice(0, SHOWN).map(({ id, name, freeHalfDays, halfDays }) => (
          <li
            key={id}
            draggable
            data-person={id}
            data-name={name}
            className="flex h-7 cursor-grab items-center gap-2 px-3 hover:bg-hover"
          >
            <span className="min-w-0 truncate">{name}</span>
            <span aria-hidden className="tnum ml-auto text-xs font-medium text-ink-2">
              {freeHalfDays}
            </span>
            <span className="sr-only">{t("halfDays", { count: freeHalfDays })}</span>
            <span aria-hidden className="grid h-3.5 shrink-0 grid-cols-[repeat(5,9px)] items-end gap-0.5">
              {WEEKDAYS.map((i) => (
                <span key={i} className="flex items-end gap-px">
                  <Tick state={halfDays[2 * i]} />
                  <Tick state={halfDays[2 * i + 1]} />
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {people.length > SHOWN && (
        <p className="px-3 py-1 text-xs text-ink-2">{t("more", { count: people.length - SHOWN })}</p>
      )}
    </section>
  );
}

const TICK = {
  free: "h-3.5 bg-accent",
  busy: "h-[3px] bg-edge",
  off: "h-px bg-edge",
  over: "h-[3px] bg-line",
};

function Tick({ state = "off" }: { state?: BenchPerson["halfDays"][number] | undefined }) {
  return <span className={cx("w-1 rounded-[1px]", TICK[state])} />;
}
