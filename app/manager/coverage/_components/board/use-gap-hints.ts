"use client";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { useRequirementWords } from "@/app/_shared/coverage/words";
import * as actions from "@/app/manager/coverage/actions";
import { type BoardItem, type Columns, halfDayAtPlace } from "@/app/manager/coverage/board-lines";
import { attempt } from "@/components/refusals/attempt";
import { isOpenGap } from "@/lib/coverage/board/rules-stretches";
import type { GapHint } from "@/lib/coverage/candidates/rules-hints";

const MOST_LINES = 40;
const NO_HINTS: ReadonlyMap<string, string> = new Map();

type HintsProps = {
  poolId: string;
  items: readonly BoardItem[];
  columns: Columns;
  dutyNames: Record<string, string>;
};

/** What would help each gap, in a few words: who fits best, or what everybody lacks; asked for when the board stands. */
export function useGapHints({ poolId, items, columns, dutyNames }: HintsProps): ReadonlyMap<string, string> {
  const t = useTranslations("board.hint");
  const requirementWords = useRequirementWords(dutyNames);
  const [hints, setHints] = useState<readonly GapHint[]>([]);
  const asked = useMemo(
    () =>
      items
        .flatMap((item) => (item.kind === "line" && item.section === "needs" ? [item.line] : []))
        .filter(({ stretches }) => stretches.some((stretch) => isOpenGap(stretch, columns.todayAt)))
        .slice(0, MOST_LINES)
        .map(({ id }) => id)
        .join(),
    [items, columns],
  );
  const [from, to] = [columns.days[columns.todayAt >> 1], columns.days.at(-1)];

  useEffect(() => {
    if (!asked || !from || !to) return setHints([]);
    let isCurrent = true;
    attempt(() => actions.gapHints({ poolId, executiveIds: asked.split(","), from, to })).then((answer) => {
      if (isCurrent && answer.ok) setHints(answer.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [poolId, asked, from, to]);

  return useMemo(() => {
    if (hints.length === 0) return NO_HINTS;
    const placeOf = new Map(
      columns.days.flatMap((_, i) =>
        [2 * i, 2 * i + 1].map((at) => {
          const { on, part } = halfDayAtPlace(columns, at);
          return [`${on} ${part}`, at] as const;
        }),
      ),
    );
    return new Map(
      hints.map(({ executiveId, on, part, best, some, lacking }) => [
        `${executiveId} ${placeOf.get(`${on} ${part}`)}`,
        best
          ? t("fits", { name: best })
          : some
            ? t("some", { ...some, name: some.name.split(" ")[0] ?? "" })
            : lacking
              ? t("needs", { what: requirementWords(lacking) })
              : t("nobody"),
      ]),
    );
  }, [hints, columns, t, requirementWords]);
}
