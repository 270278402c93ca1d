import { useTranslations } from "next-intl";
import { useAmountWords } from "@/components/time/use-amount-words";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { Link } from "@/components/ui/layout/link";
import type { TrainingNeedView } from "@/lib/training/needs/schema";
import { PutAside } from "./put-aside";

type NeedListProps = {
  needs: readonly TrainingNeedView[];
  dutyNames: Readonly<Record<string, string>>;
  /** The next session of each course, by pool and course. */
  sessionOf: ReadonlyMap<string, string>;
};

/** The needs shown at once; the rest opens below them. */
const SHOWN = 6;

/** Which level would help cover most, each as a sentence with its figures and one way on. */
export function NeedList({ needs, ...words }: NeedListProps) {
  const t = useTranslations("training.needs");
  const rows = needs.map((need, i) => <Need key={need.id} need={need} rank={i + 1} {...words} />);
  const rest = rows.slice(SHOWN);
  return (
    <>
      <ol>{rows.slice(0, SHOWN)}</ol>
      {rest.length > 0 && (
        <Disclosure summary={t("more", { count: rest.length })}>
          <ol start={SHOWN + 1}>{rest}</ol>
        </Disclosure>
      )}
    </>
  );
}

type NeedProps = Omit<NeedListProps, "needs"> & { need: TrainingNeedView; rank: number };

function Need({ need, rank, dutyNames, sessionOf }: NeedProps) {
  const t = useTranslations("training.needs");
  const amountWords = useAmountWords();
  const { name, dutyId, level, daysBefore, daysAfter, executives, minutes } = need;
  const duty = dutyNames[dutyId] ?? dutyId;
  const facts = [
    minutes !== null && amountWords(minutes, "minutes"),
    t("removes", { removed: daysBefore - daysAfter, count: daysBefore }),
    executives.length > 0 && t("covers", { names: executives.map((one) => one.name).join(", ") }),
  ];
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3 gap-y-1 border-b border-hair py-3 sm:grid-cols-[1.25rem_minmax(0,1fr)_8.5rem_8rem] sm:items-center">
      <span className="tnum text-sm text-ink-3">{rank}</span>
      <div className="grid min-w-0">
        <p className="text-base font-medium">{t("train", { name, duty, level })}</p>
        <p className="text-xs text-ink-2">{facts.filter(Boolean).join(" · ")}</p>
      </div>
      <div className="max-sm:col-start-2">
        <DaysBar before={daysBefore} after={daysAfter} />
        <p className="tnum mt-1 text-xs text-ink-2">{t("days", { before: daysBefore, after: daysAfter })}</p>
      </div>
      <div className="flex items-center gap-1 max-sm:col-start-2">
        <WayOn need={need} sessionOf={sessionOf} />
      </div>
      <PutAside need={need} />
    </li>
  );
}

/** What stays, hatched, and what a higher level would take away. */
function DaysBar({ before, after }: { before: number; after: number }) {
  const left = Math.round((after / before) * 100);
  return (
    <span aria-hidden className="flex h-2 gap-0.5">
      {left > 0 && <span className="hatch rounded-sm bg-gap-bg" style={{ width: `${left}%` }} />}
      <span className="flex-1 rounded-sm border border-plan-bar bg-plan-bg" />
    </span>
  );
}

function WayOn({ need, sessionOf }: { need: TrainingNeedView; sessionOf: NeedListProps["sessionOf"] }) {
  const t = useTranslations("training.needs");
  const { poolId, courseId, assistantId, name } = need;
  const session = sessionOf.get(`${poolId} ${courseId}`);
  const way = session
    ? { href: `/manager/training/sessions/${session}?person=${assistantId}`, label: t("enrol") }
    : courseId
      ? { href: `/manager/training/sessions/new?course=${courseId}&pool=${poolId}`, label: t("plan") }
      : { href: "/manager/training/courses", label: t("addCourse") };
  return (
    <Link href={way.href} aria-label={t("wayOf", { way: way.label, name })} className="row-act">
      {way.label}
    </Link>
  );
}
