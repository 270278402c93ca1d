import { useTranslations } from "next-intl";
import type { GridRole, GridShift } from "@/app/manager/schedule/schedule-data";
import type { WorkPiece } from "@/lib/schedules/week/rules";
import { type Hours, shortHoursText } from "@/lib/time/hours";

type Roles = ReadonlyMap<string, GridRole>;

/** What is done in a shift, in words: "Support, Phones 13–17". */
export function workWords(work: readonly WorkPiece[], roles: Roles): string {
  return wordsOf(
    work,
    ({ roleId }) => roles.get(roleId)?.name,
    ({ roleId }) => roles.get(roleId)?.name,
  );
}

/** The same where there is little room, "Support, P 13–17", or less: "S, P 13–17". The strips say what the letters are. */
export function shortWorkWords(work: readonly WorkPiece[], roles: Roles, isNarrow: boolean): string {
  const letterOf = ({ roleId }: WorkPiece) => roles.get(roleId)?.letter;
  return wordsOf(work, isNarrow ? letterOf : ({ roleId }) => roles.get(roleId)?.name, letterOf);
}

/** What is done beside the main role, with letters: "P 13–17"; all of it where there is one role. */
export function otherWorkWords(work: readonly WorkPiece[], roles: Roles, isNarrow: boolean): string {
  const [, ...others] = mainFirst(work);
  if (others.length === 0) return shortWorkWords(work, roles, isNarrow);
  return others.map((piece) => `${roles.get(piece.roleId)?.letter} ${shortHoursText(piece)}`).join(", ");
}

type NameOf = (piece: WorkPiece) => string | undefined;

function wordsOf(work: readonly WorkPiece[], mainName: NameOf, otherName: NameOf): string {
  const [main, ...others] = mainFirst(work);
  if (!main) return "";
  return [mainName(main), ...others.map((piece) => `${otherName(piece)} ${shortHoursText(piece)}`)].join(
    ", ",
  );
}

/** Pieces with the longest first; those of the same role as it are said with it. */
function mainFirst(work: readonly WorkPiece[]): WorkPiece[] {
  const length = ({ startMinute, endMinute }: Hours) => endMinute - startMinute;
  const longest = [...work].sort((a, b) => length(b) - length(a))[0];
  return longest ? [longest, ...work.filter((piece) => piece.roleId !== longest.roleId)] : [];
}

/** The piece of a shift that names it. */
export function mainRole(shift: { work: readonly WorkPiece[] }, roles: Roles): GridRole | undefined {
  return roles.get(mainFirst(shift.work)[0]?.roleId ?? "");
}

/** The other pieces of a shift, which are marked on its bar. */
export function otherPieces({ work }: { work: readonly WorkPiece[] }): WorkPiece[] {
  return mainFirst(work).slice(1);
}

/** Words of shifts on the grid and for screen readers. */
export function useShiftWords(roles: Roles) {
  const t = useTranslations("schedule.shift");
  function stateOf(shift: GridShift): string | null {
    if (shift.proposed !== undefined) return t("proposed");
    if (shift.isRemoval) return t("removal");
    if (shift.status === "draft") {
      const was = hoursBefore(shift);
      return was ? t("changed", { was }) : t("draft");
    }
    if (isWhollyOff(shift)) return t("calledOff");
    const [off] = shift.calledOff;
    return off ? t("partlyOff", { hours: shortHoursText(off) }) : null;
  }
  function labelOf(shift: GridShift, name: string, day: string): string {
    const parts = [name, day, shortHoursText(shift), workWords(shift.work, roles), stateOf(shift)];
    return parts.filter(Boolean).join(", ");
  }
  return { stateOf, labelOf };
}

/** The hours that a draft changes; null where it keeps them, or changes nothing that is published. */
export function hoursBefore({ published, ...shift }: GridShift): string | null {
  const was = published && shortHoursText(published);
  return was === shortHoursText(shift) ? null : was;
}

/** True where an absence calls off all of a shift. */
export function isWhollyOff({ startMinute, endMinute, calledOff }: GridShift): boolean {
  return calledOff.some((off) => off.startMinute <= startMinute && endMinute <= off.endMinute);
}
