import { Check, CircleDashed, Clock, TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { TapForm } from "@/app/_shared/forms/tap-form";
import { KIND_ICONS, useShiftLine } from "@/app/_shared/swaps/asked-shift";
import { useFindingWords } from "@/app/manager/schedule/_components/use-finding-words";
import { JustChanged } from "@/components/live/just-changed";
import { useRangeWords } from "@/components/time/use-range-words";
import { firstNameOf } from "@/components/ui/layout/avatar";
import type { CheckedRequest } from "@/lib/coverage/publishing/queries-swaps";
import type { ShiftRequestFacts } from "@/lib/schedules/swaps/queries";
import { isLiveRequest } from "@/lib/schedules/swaps/rules";
import { approve, cancel } from "../actions";
import { isClear, type ShownSwaps, sectionOf } from "../read-swaps";
import { roleMapOf } from "./role-map";

export const SWAP_COLUMNS =
  "max-md:grid-cols-2 md:grid-cols-[6.5rem_minmax(0,1.2fr)_minmax(0,1.2fr)_minmax(0,1fr)_6.5rem_5.5rem]";

type RequestRowProps = { request: ShiftRequestFacts; shown: ShownSwaps; isOpen: boolean };

/** One request: what, from whom to whom, what it breaks now, when it ends, and the one thing to do where that is clear. */
export function RequestRow({ request, shown, isOpen }: RequestRowProps) {
  const t = useTranslations("schedule.swaps");
  const format = useFormatter();
  const shiftLine = useShiftLine(shown.roles);
  const { id, kind, owner, shift, expiresAt, endedAt } = request;
  const Icon = KIND_ICONS[kind];
  return (
    <li className={`row ${SWAP_COLUMNS}`} aria-current={isOpen || undefined}>
      <span className="flex items-center gap-1.5 text-sm text-ink-2 max-md:order-first">
        <Icon aria-hidden className="size-4 shrink-0 text-ink-3" />
        {t(`kind.${kind}`)}
      </span>
      <span className="min-w-0">
        <a href={`/manager/schedule/requests/${id}`} data-open={id} className="row-link">
          {owner?.name ?? t("nobodyYet")}
        </a>
        <span className="row-meta tnum">{shiftLine(shift)}</span>
        <JustChanged id={id} />
      </span>
      <span className="min-w-0">
        <To request={request} shown={shown} />
      </span>
      <span className="min-w-0">
        <CheckedNow request={request} checked={shown.checked.get(id)} roles={shown.roles} />
      </span>
      <span className="tnum text-xs text-ink-2">
        <span className="md:hidden">{t("column.ends")} </span>
        {format.dateTime(endedAt ?? expiresAt, "moment")}
      </span>
      <RowAct request={request} shown={shown} />
    </li>
  );
}

function To({ request: { kind, taker, withShift, answers }, shown }: Omit<RequestRowProps, "isOpen">) {
  const t = useTranslations("schedule.swaps");
  const format = useFormatter();
  const shiftLine = useShiftLine(shown.roles);
  const people = answers.filter(({ answer }) => answer === (kind === "take" ? "accepted" : "asked"));
  const names = format.list(
    people.slice(0, 3).map(({ name }) => firstNameOf(name)),
    { type: "unit" },
  );
  const name = taker?.name ?? (people.length === 1 ? people[0]?.name : undefined);
  const count = t(kind === "take" ? "offered" : "askedCount", { count: people.length });
  const meta = withShift
    ? shiftLine(withShift)
    : taker
      ? t("hasAccepted")
      : people.length > 1
        ? names
        : count;
  return (
    <>
      <span className="block truncate text-sm font-medium">{name ?? count}</span>
      <span className="row-meta tnum">{meta}</span>
    </>
  );
}

type CheckedNowProps = {
  request: ShiftRequestFacts;
  checked: CheckedRequest | undefined;
  roles: ShownSwaps["roles"];
};

function CheckedNow({ request, checked, roles }: CheckedNowProps) {
  const t = useTranslations("schedule.swaps");
  const format = useFormatter();
  const rangeWords = useRangeWords();
  const words = useFindingWords(roleMapOf(roles));
  if (!isLiveRequest(request.status))
    return (
      <Line
        icon={<CircleDashed aria-hidden className="size-4 text-ink-3" />}
        first={t(`status.${request.status}`)}
      />
    );
  if (!checked)
    return (
      <Line
        icon={<Clock aria-hidden className="size-4 text-ink-3" />}
        first={t(request.isOutdated ? "outdated" : "noAnswer")}
        second={t("askedAt", { moment: format.dateTime(request.askedAt, "moment") })}
      />
    );
  const [gap] = checked.opened;
  const [broken] = checked.findings.filter(({ kind, reason }) => kind !== "note" && !reason);
  if (gap)
    return (
      <Line
        isWrong
        first={t("gapsOpen", { count: checked.opened.length })}
        second={`${gap.name}, ${rangeWords({ from: gap.on, fromPart: gap.part, to: gap.on, toPart: gap.part })}`}
      />
    );
  if (broken) return <Line isWrong first={words.short(broken)} second={t("needsReason")} />;
  return (
    <Line
      icon={<Check aria-hidden className="size-4 text-ink-2" />}
      first={t("nothingBroken")}
      second={request.kind === "take" ? t("youGive") : t("bothAccepted")}
    />
  );
}

type LineProps = { icon?: React.ReactNode; first: string; second?: string; isWrong?: boolean };

function Line({ icon, first, second, isWrong = false }: LineProps) {
  return (
    <>
      <span className={isWrong ? "row-mark text-gap-ink" : "row-mark"}>
        {isWrong ? <TriangleAlert aria-hidden className="size-4 text-gap-bar" /> : icon}
        <span className="truncate first-letter:uppercase">{first}</span>
      </span>
      {second && <span className="row-meta">{second}</span>}
    </>
  );
}

function RowAct({ request, shown }: Omit<RequestRowProps, "isOpen">) {
  const t = useTranslations("schedule.swaps");
  const { id, version, owner, taker, answers, kind } = request;
  const section = sectionOf(request);
  const name = owner?.name ?? taker?.name ?? answers[0]?.name ?? "";
  const fields = { id, version };
  if (section === "closed") return <span />;
  return (
    <div className="row-acts">
      {section === "waiting" ? (
        <TapForm
          {...{ action: cancel, fields }}
          label={t("cancel")}
          of={t("cancelOf", { name })}
          done={t("cancelled")}
          variant="ghost"
        />
      ) : isClear(request, shown.checked.get(id)) ? (
        <TapForm
          {...{ action: approve, fields }}
          label={t(kind === "take" ? "give" : "approve")}
          of={t(kind === "take" ? "giveOf" : "approveOf", { name })}
          done={t("approved")}
        />
      ) : (
        <a
          href={`/manager/schedule/requests/${id}`}
          data-open={id}
          aria-label={t("reviewOf", { name })}
          className="row-go"
        >
          {t("review")}
        </a>
      )}
    </div>
  );
}
