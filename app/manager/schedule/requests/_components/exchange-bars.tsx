import { useTranslations } from "next-intl";
import { type RoleNames, useShiftLine } from "@/app/_shared/swaps/asked-shift";
import { placeOf } from "@/app/manager/schedule/schedule-data";
import { cx } from "@/components/ui/layout/cx";
import type { ShiftRequestFacts } from "@/lib/schedules/swaps/queries";
import type { ShiftHandOn } from "@/lib/schedules/swaps/rules";
import type { PlannedShift } from "@/lib/schedules/week/rules";

type ExchangeBarsProps = {
  request: ShiftRequestFacts;
  handOns: readonly ShiftHandOn[] | null;
  roles: RoleNames;
};

/** What each of the two works now and then, on one scale. */
export function ExchangeBars({ request, handOns, roles }: ExchangeBarsProps) {
  const t = useTranslations("schedule.swaps");
  const { owner, taker, answers, shift, withShift } = request;
  const toId = handOns?.[0]?.toId;
  const receiver = [taker, ...answers].find((person) => person?.id === toId);
  const given = withShift ?? null;
  return (
    <div className="grid gap-4">
      {owner && (
        <Person name={owner.name} now={shift} then={handOns || withShift ? given : undefined} roles={roles} />
      )}
      {receiver && <Person name={receiver.name} now={given} then={shift} roles={roles} />}
      {!owner && !receiver && <Person name={t("nobodyYet")} now={shift} roles={roles} />}
    </div>
  );
}

type PersonProps = {
  name: string;
  now: PlannedShift | null;
  then?: PlannedShift | null | undefined;
  roles: RoleNames;
};

function Person({ name, now, then, roles }: PersonProps) {
  const t = useTranslations("schedule.swaps");
  return (
    <section className="grid gap-1 border-b border-hair pb-3">
      <h3 className="text-sm font-semibold">{name}</h3>
      <Row label={t("now")} shift={now} roles={roles} />
      {then !== undefined && <Row label={t("then")} shift={then} roles={roles} isNew />}
    </section>
  );
}

type RowProps = { label: string; shift: PlannedShift | null; roles: RoleNames; isNew?: boolean };

/** From here on the words of a bar stand before it, so that they stay on the page. */
const LATE_PERCENT = 50;

function Row({ label, shift, roles, isNew = false }: RowProps) {
  const t = useTranslations("schedule.swaps");
  const shiftLine = useShiftLine(roles);
  const place = shift && placeOf(shift);
  return (
    <div className="grid h-7 grid-cols-[2.5rem_minmax(0,1fr)] items-center text-xs">
      <span className="text-ink-2">{label}</span>
      {shift && place ? (
        <span className="relative h-6">
          <span
            className={cx(
              "absolute inset-y-0 rounded",
              isNew ? "bg-accent-soft ring-1 ring-accent ring-inset" : "bg-sunken",
            )}
            style={{ left: `${place.left}%`, width: `${place.width}%` }}
          />
          <span
            className="tnum absolute inset-y-0 truncate px-2 leading-6"
            style={
              place.left > LATE_PERCENT
                ? { right: `${100 - place.left}%`, left: 0, textAlign: "right" }
                : { left: `${place.left}%`, right: 0 }
            }
          >
            {shiftLine(shift)}
          </span>
        </span>
      ) : (
        <span className="text-ink-3">{t("noShift")}</span>
      )}
    </div>
  );
}
