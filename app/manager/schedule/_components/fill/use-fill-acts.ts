"use client";
import { useTranslations } from "next-intl";
import {
  acceptFilled,
  applyToFill,
  discardFilled,
  fill,
  stopFilling,
  undoFilled,
} from "@/app/manager/schedule/actions";
import { attempt } from "@/components/refusals/attempt";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { useUndoable } from "@/components/refusals/use-undoable";
import { notifyFault } from "@/components/ui/overlays/toast";
import type { UseRemedyInput } from "@/lib/schedules/fills/schema";
import type { Day } from "@/lib/time/day";

type FillActs = {
  begin: (from: Day, to: Day) => Promise<void>;
  keep: (id: string) => Promise<void>;
  discard: (id: string) => Promise<void>;
  stop: (id: string) => Promise<void>;
  /** Changes what is proposed by a remedy of a hole. */
  use: (remedy: UseRemedyInput) => Promise<void>;
};

/** What can be done to fill days of a pool; keeping what is found can be undone. */
export function useFillActs(poolId: string): FillActs {
  const t = useTranslations("schedule.fill");
  const refusals = useRefusalWords();
  const undoable = useUndoable();
  const said = async (
    act: () => Promise<(Parameters<typeof refusals>[0] & { ok: false }) | { ok: true }>,
  ) => {
    const answer = await attempt(act);
    if (!answer.ok) notifyFault(refusals(answer));
  };
  return {
    begin: (from, to) => said(() => fill({ poolId, from, to, roleIds: null })),
    discard: (id) => said(() => discardFilled({ id })),
    stop: (id) => said(() => stopFilling({ id })),
    use: (remedy) => said(() => applyToFill(remedy)),
    keep: async (id) => {
      const answer = await attempt(() => acceptFilled({ id }));
      if (!answer.ok) return notifyFault(refusals(answer));
      const { shiftIds: ids, replaced } = answer.value;
      undoable(t("kept", { count: ids.length }), () =>
        undoFilled({
          poolId,
          ids,
          replaced: replaced.map(({ work, ...draft }) => ({ ...draft, work: [...work] })),
        }),
      );
    },
  };
}
