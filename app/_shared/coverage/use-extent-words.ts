import { useFormatter } from "next-intl";
import { type Hours, hoursText } from "@/lib/time/hours";

/** The hours and duties a cover or gap is for, where it is not all of them. */
export function useExtentWords(dutyNames: Record<string, string>) {
  const format = useFormatter();
  return ({ window, dutyIds }: { window: Hours | null; dutyIds: readonly string[] }): string[] => [
    ...(window ? [hoursText(window)] : []),
    ...(dutyIds.length > 0
      ? [
          format.list(
            dutyIds.map((id) => dutyNames[id] ?? id),
            { type: "unit" },
          ),
        ]
      : []),
  ];
}
