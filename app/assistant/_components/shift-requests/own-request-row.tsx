import { useFormatter, useTranslations } from "next-intl";
import { TapForm } from "@/app/_shared/forms/tap-form";
import { KIND_ICONS, type RoleNames, useShiftLine } from "@/app/_shared/swaps/asked-shift";
import { firstNameOf } from "@/components/ui/layout/avatar";
import { cx } from "@/components/ui/layout/cx";
import type { ShiftRequestFacts } from "@/lib/schedules/swaps/queries";
import { isLiveRequest } from "@/lib/schedules/swaps/rules";
import { cancelRequest } from "../../schedule-actions";

type OwnRequestRowProps = { request: ShiftRequestFacts; roles: RoleNames; me: string };

/** A request of one's own: which shift, how it stands and whose the shift is until then; and the way to take it back. */
export function OwnRequestRow({ request, roles, me }: OwnRequestRowProps) {
  const t = useTranslations("schedule.mine");
  const format = useFormatter();
  const shiftLine = useShiftLine(roles);
  const { id, version, kind, status, shift, withShift, owner, expiresAt, note } = request;
  const Icon = KIND_ICONS[kind];
  const isLive = isLiveRequest(status);
  const line = shiftLine(shift);
  return (
    <li className={cx("flex min-h-15 items-center gap-3 border-b border-hair py-2", !isLive && "text-ink-2")}>
      <Icon aria-hidden className="size-4 shrink-0 text-ink-3" />
      <span className="min-w-0 flex-1">
        <span className="tnum block font-medium">
          {withShift ? t("swapLine", { shift: line, other: shiftLine(withShift) }) : line}
        </span>
        <span className="block text-sm text-ink-2">
          <StateWords request={request} />
          {isLive && ` · ${t("endsAt", { moment: format.dateTime(expiresAt, "moment") })}`}
          {note && ` · “${note}”`}
        </span>
        {isLive && (
          <span className="block text-sm text-ink-2">
            {owner === null
              ? t("staysOpen")
              : owner.id === me
                ? t("staysYours")
                : t("staysTheirs", { name: firstNameOf(owner.name) })}
          </span>
        )}
      </span>
      {isLive && owner?.id === me && (
        <TapForm
          action={cancelRequest}
          fields={{ id, version }}
          label={t("cancel")}
          of={t("cancelOf", { shift: line })}
          done={t("cancelled")}
          variant="ghost"
        />
      )}
    </li>
  );
}

function StateWords({ request: { status, taker, answers } }: { request: ShiftRequestFacts }) {
  const t = useTranslations("schedule.mine.state");
  const format = useFormatter();
  const waiting = answers.filter(({ answer }) => answer === "asked").map(({ name }) => firstNameOf(name));
  if (status === "pending_acceptance")
    return (
      <>
        {t("asked", {
          names: format.list(waiting.slice(0, 3), { type: "unit" }),
          more: Math.max(0, waiting.length - 3),
        })}
      </>
    );
  return <>{t(status, { name: taker?.name ?? "" })}</>;
}
