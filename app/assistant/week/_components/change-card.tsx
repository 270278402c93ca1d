import { CalendarClock } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useDayWords } from "@/components/time/use-day-words";
import type { OwnReceipt } from "@/lib/schedules/publishing/queries";
import type { ReceiptChange } from "@/lib/schedules/publishing/schema";
import { shortHoursText } from "@/lib/time/hours";
import { acknowledge } from "../../schedule-actions";

type ChangeCardProps = { receipt: OwnReceipt; roleNames: Readonly<Record<string, string>> };
type Side = NonNullable<ReceiptChange["after"]>;

const MOST_CHANGES = 3;

/** What a publication changed for oneself, and "Got it", which says that it is read. A form, so that it works at once. */
export function ChangeCard({ receipt, roleNames }: ChangeCardProps) {
  const t = useTranslations("week.change");
  const format = useFormatter();
  const { changes, publicationId, at } = receipt;
  const more = changes.length - MOST_CHANGES;
  return (
    <section
      aria-label={t("title")}
      data-live-only
      className="grid min-h-17 grid-cols-[1rem_minmax(0,1fr)_auto] items-center gap-3 border-b border-line bg-accent-soft py-2 pl-4 md:px-6"
    >
      <CalendarClock aria-hidden className="size-4 text-accent-text" />
      <ul className="grid gap-1">
        {changes.slice(0, MOST_CHANGES).map((change) => (
          <ChangeLine key={`${change.shiftId}${change.kind}`} change={change} roleNames={roleNames} />
        ))}
        <li className="text-xs text-ink-2">
          {more > 0 && `${t("more", { count: more })} · `}
          {t("published", { moment: format.dateTime(at, "moment") })}
        </li>
      </ul>
      <form action={acknowledge}>
        <input type="hidden" name="publicationId" value={publicationId} />
        <button
          type="submit"
          className="h-11 rounded-md px-4 font-semibold whitespace-nowrap text-accent-text hover:bg-hover md:h-8"
        >
          {t("seen")}
        </button>
      </form>
    </section>
  );
}

function ChangeLine({
  change: { before, after, kind },
  roleNames,
}: { change: ReceiptChange } & Pick<ChangeCardProps, "roleNames">) {
  const t = useTranslations("week.change");
  const dayWords = useDayWords();
  const namesOf = ({ work }: Side) =>
    [...new Set(work.map(({ roleId }) => roleNames[roleId] ?? ""))].join(", ");
  const sideWords = (side: Side) => `${namesOf(side)} ${shortHoursText(side)}`;
  const fresh = after && kind === "role" ? differentPart(before, after) : after;
  const day = (side: Side) => dayWords(side.on as Parameters<typeof dayWords>[0]);
  if (!after)
    return before ? (
      <li>
        <p className="font-semibold">{t("gone", { day: day(before) })}</p>
        <p className="text-sm text-ink-2">
          <s>{sideWords(before)}</s>
        </p>
      </li>
    ) : null;
  return (
    <li>
      <p className="font-semibold">
        {fresh && sideWords(fresh)}, {day(after)}
      </p>
      <p className="text-sm text-ink-2">
        {before
          ? t("was", {
              was: before.on === after.on ? sideWords(before) : `${day(before)}, ${sideWords(before)}`,
            })
          : t("new")}
      </p>
    </li>
  );
}

/** Of a shift whose work changed, the hours of the role that is new in it. */
function differentPart(before: Side | null, after: Side): Side {
  const known = new Set(before?.work.map(({ roleId }) => roleId));
  const [piece] = after.work.filter(({ roleId }) => !known.has(roleId));
  return piece ? { ...after, ...piece, work: [piece] } : after;
}
