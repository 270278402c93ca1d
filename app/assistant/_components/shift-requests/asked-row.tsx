import { MessageCircleQuestion } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { TapForm } from "@/app/_shared/forms/tap-form";
import { type RoleNames, useShiftLine } from "@/app/_shared/swaps/asked-shift";
import type { ShiftRequestFacts } from "@/lib/schedules/swaps/queries";
import { acceptShift, declineShift } from "../../schedule-actions";

type AskedRowProps = { request: ShiftRequestFacts; roles: RoleNames; isMain?: boolean };

/** A question of a colleague or a manager about a shift: who asks, which shift, for which of one's own, and the two answers. */
export function AskedRow({ request, roles, isMain = false }: AskedRowProps) {
  const t = useTranslations("schedule.mine");
  const format = useFormatter();
  const shiftLine = useShiftLine(roles);
  const { id, version, kind, owner, askedBy, shift, withShift, expiresAt } = request;
  const name = (owner ?? askedBy).name;
  const of = { name, shift: shiftLine(shift) };
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-3 border-b border-line bg-accent-soft px-4 py-3 md:px-6">
      <div className="flex min-w-0 flex-1 basis-72 gap-3">
        <MessageCircleQuestion aria-hidden className="mt-0.5 size-5 shrink-0 text-accent-text" />
        <div className="grid min-w-0">
          <h3 className="font-semibold">{t(`asks.${kind}`, { name })}</h3>
          <p className="tnum">{shiftLine(shift)}</p>
          {withShift && (
            <p className="tnum text-sm text-ink-2">{t("for", { shift: shiftLine(withShift) })}</p>
          )}
          <p className="text-sm text-ink-2 md:text-xs">
            {t("until", { moment: format.dateTime(expiresAt, "moment") })}
          </p>
        </div>
      </div>
      <div className="flex gap-2 max-md:w-full max-md:[&_button]:w-full max-md:[&>*]:flex-1">
        <TapForm
          action={acceptShift}
          fields={{ id, version }}
          label={t("accept")}
          of={t("acceptOf", of)}
          done={t(kind === "ask" ? "acceptedOpen" : "accepted")}
          variant={isMain ? "primary" : "outline"}
        />
        <TapForm
          action={declineShift}
          fields={{ id, version }}
          label={t("decline")}
          of={t("declineOf", of)}
          done={t("declined")}
        />
      </div>
    </li>
  );
}
