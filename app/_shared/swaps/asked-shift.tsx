import { ArrowLeftRight, ArrowRight, Hand, MessageCircleQuestion } from "lucide-react";
import { useDayOfMonthWords } from "@/components/time/use-day-words";
import type { PlannedShift } from "@/lib/schedules/week/rules";
import { shortHoursText } from "@/lib/time/hours";

/** Names of roles by id, in the reader's language. */
export type RoleNames = Readonly<Record<string, string>>;

/** What is done in a shift: "Support, Reception 12–13". */
export function namedWork({ work, startMinute, endMinute }: PlannedShift, roles: RoleNames): string {
  const names = work.map((piece) => {
    const name = roles[piece.roleId] ?? "";
    const isWhole = piece.startMinute === startMinute && piece.endMinute === endMinute;
    return isWhole || work.filter(({ roleId }) => roleId === piece.roleId).length > 1
      ? name
      : `${name} ${shortHoursText(piece)}`;
  });
  return [...new Set(names)].join(", ");
}

/** A shift in few words: "Mon 7, 09:30–18 Reception". */
export function useShiftLine(roles: RoleNames) {
  const dayWords = useDayOfMonthWords();
  return (shift: PlannedShift): string =>
    `${dayWords(shift.on)}, ${shortHoursText(shift)} ${namedWork(shift, roles)}`;
}

/** The mark of each kind of request, beside its word. */
export const KIND_ICONS = {
  swap: ArrowLeftRight,
  drop: ArrowRight,
  take: Hand,
  ask: MessageCircleQuestion,
} as const;
