import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/layout/avatar";
import { cx } from "@/components/ui/layout/cx";
import type { BenchPerson } from "@/lib/coverage/candidates/rules-bench";

const SHOWN = 14;

/** Who has time to give this week, beside the board. */
export function Bench({ people }: { people: BenchPerson[] }) {
  const t = useTranslations("board.bench");
  const free = people.filter((person) => person.freeHalfDays > 0);
  return (
    <aside
      aria-label={t("title")}
      className="hidden w-[236px] shrink-0 flex-col gap-1.5 border-l border-line px-3 py-2 xl:flex print:hidden"
    >
      <h2 className="text-sm font-semibold">{t("title")}</h2>
      <p className="mb-1 text-xs text-ink-2">{t("hint")}</p>
      <ul className="grid gap-1.5">
        {free.slice(0, SHOWN).map((person) => (
          <li key={person.id} className="rounded-lg border border-line p-2">
            <p className="flex items-center gap-2">
              <Avatar name={person.name} size="small" />
              <span className="min-w-0">
                <span className="block truncate text-sm font-medium">{person.name}</span>
                <span className="block text-xs text-ink-2">{t("free", { count: person.freeHalfDays })}</span>
              </span>
            </p>
            <HalfDays halfDays={person.halfDays} />
          </li>
        ))}
      </ul>
      {free.length > SHOWN && (
        <p className="text-xs text-ink-2">{t("more", { count: free.length - SHOWN })}</p>
      )}
    </aside>
  );
}

const WEEKDAYS = [1, 2, 3, 4, 5];

function HalfDays({ halfDays }: { halfDays: BenchPerson["halfDays"] }) {
  return (
    <span aria-hidden className="mt-1.5 grid grid-cols-5 gap-1">
      {WEEKDAYS.map((weekday) => (
        <span key={weekday} className="grid gap-0.5">
          <HalfDay state={halfDays[weekday * 2 - 2]} />
          <HalfDay state={halfDays[weekday * 2 - 1]} />
        </span>
      ))}
    </span>
  );
}

function HalfDay({ state }: { state: BenchPerson["halfDays"][number] | undefined }) {
  return (
    <span
      className={cx(
        "h-1 rounded-full",
        state === "free" ? "bg-accent" : state === "busy" ? "bg-own-bar" : "bg-sunken",
      )}
    />
  );
}
