import { useTranslations } from "next-intl";
import type { OwnShift } from "@/lib/schedules/week/queries-own";
import { hoursText, shortHoursText } from "@/lib/time/hours";

/** What is done in one's shifts of a day and where: "Support · Reception 12–13 · Kista". */
export function ShiftFacts({ shifts, isRemote }: { shifts: readonly OwnShift[]; isRemote: boolean }) {
  const t = useTranslations("week.shift");
  if (shifts.length === 0 && !isRemote) return null;
  const off = shifts.flatMap(({ calledOff }) => calledOff);
  const site = isRemote ? t("remote") : shifts.find((shift) => shift.site !== "")?.site;
  const parts = [...new Set(shifts.flatMap(workParts)), ...(site ? [site] : [])];
  return (
    <div className="pt-0.5">
      <p className="text-base text-ink-2">{parts.join(" · ")}</p>
      {shifts.length > 1 && <p className="tnum text-sm text-ink-2">{shifts.map(hoursText).join(", ")}</p>}
      {notesOf(shifts).map((note) => (
        <p key={note} className="text-sm">
          {note}
        </p>
      ))}
      {off.length > 0 && (
        <p className="text-sm text-ink-2">
          {t("calledOff")} <s className="tnum">{off.map(shortHoursText).join(", ")}</s>
        </p>
      )}
    </div>
  );
}

/** The same for a line of a list: what is not support, with its hours; and what is called off. */
export function ShiftNote({ shifts, isRemote }: { shifts: readonly OwnShift[]; isRemote: boolean }) {
  const t = useTranslations("week.shift");
  const off = shifts.flatMap(({ calledOff }) => calledOff);
  const words = [
    ...(isRemote ? [t("remote")] : []),
    ...awayWork(shifts),
    ...(shifts.length > 1 ? [shifts.map(shortHoursText).join(", ")] : []),
    ...notesOf(shifts),
  ];
  if (words.length + off.length === 0) return null;
  return (
    <p className="col-span-full pb-1 text-xs text-ink-2 md:col-start-3 md:col-end-4">
      {words.join(" · ")}
      {words.length > 0 && off.length > 0 && " · "}
      {off.length > 0 && (
        <>
          {t("calledOff")} <s className="tnum">{off.map(shortHoursText).join(", ")}</s>
        </>
      )}
    </p>
  );
}

/** What is done in shifts away from executives, with its hours: "Reception 12–13". */
export function awayWork(shifts: readonly OwnShift[]): string[] {
  return shifts
    .flatMap(({ work }) => work.filter(({ isWithExecutives }) => !isWithExecutives))
    .map((piece) => `${piece.role} ${shortHoursText(piece)}`);
}

function notesOf(shifts: readonly OwnShift[]): string[] {
  return [...new Set(shifts.map(({ note }) => note).filter(Boolean))];
}

function workParts({ work }: OwnShift): string[] {
  const [only, ...others] = work;
  if (!only) return [];
  if (others.length === 0) return [only.role];
  const main = work.filter(({ isWithExecutives }) => isWithExecutives);
  const rest = work.filter(({ isWithExecutives }) => !isWithExecutives);
  return [
    ...new Set(main.map(({ role }) => role)),
    ...rest.map((piece) => `${piece.role} ${shortHoursText(piece)}`),
  ];
}
