"use client";
import { useTranslations } from "next-intl";
import { startTransition } from "react";
import * as actions from "@/app/manager/coverage/actions";
import { type Columns, type Places, rangeOfPlaces } from "@/app/manager/coverage/board-lines";
import { attempt } from "@/components/refusals/attempt";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { useUndoable } from "@/components/refusals/use-undoable";
import { useRangeWords } from "@/components/time/use-range-words";
import { notify, notifyFault } from "@/components/ui/overlays/toast";
import type { BoardLine, BoardStretch } from "@/lib/coverage/board/rules-stretches";
import type { VerbAnswer } from "@/lib/server/verb-action";
import type { Act, HeldCover, Person } from "./board-context";

/** What is shown before it is answered: a change of some half-days of a line, lines as they were, or a plan that is decided on. */
export type Patch =
  | { lineId: string; places: Places; to: Partial<BoardStretch> }
  | { back: readonly BoardLine[]; places: Places }
  | { isPlanAccepted: boolean };

type Acting = {
  names: Record<string, string>;
  columns: Columns;
  patch: (change: Patch) => void;
  youAre: string;
};

/** What can be done with some half-days of a line: at once, with a way back, and rolled back with words when it is refused. */
export function useActs({ names, columns, patch, youAre }: Acting) {
  const t = useTranslations("board.toast");
  const refusals = useRefusalWords();
  const undoable = useUndoable();
  const rangeWords = useRangeWords();

  function run(
    { line, places, to }: { line: BoardLine; places: Places; to: Partial<BoardStretch> },
    words: string,
    call: () => Promise<VerbAnswer<{ changeId: string | null }>>,
  ) {
    startTransition(async () => {
      patch({ lineId: line.id, places, to });
      const answer = await attempt(call);
      if (!answer.ok) return notifyFault(refusals(answer));
      const { changeId } = answer.value;
      if (!changeId) return notify(words);
      undoable(words, () => actions.undo({ id: changeId }), {
        showUndone: () => patch({ back: [line], places }),
      });
    });
  }

  const isWhole = ({ stretch }: Act) => stretch.pieces.length === 0;

  function assign(act: Act, person: Person, dutyIds: readonly string[] = []) {
    const { line, stretch, places } = act;
    const range = rangeOfPlaces(columns, places);
    const isReplacing = stretch.status === "cover";
    const to: Partial<BoardStretch> =
      dutyIds.length === 0 && isWhole(act)
        ? {
            status: "cover",
            assistantId: person.id,
            coverId: null,
            proposedId: null,
            pinned: false,
            acceptedBy: null,
          }
        : {};
    const words = t("assigned", { name: person.name, executive: line.name, when: rangeWords(range) });
    run({ line, places, to }, words, () =>
      actions.assign({
        executiveId: line.id,
        assistantId: person.id,
        ...range,
        dutyIds: [...dutyIds],
        replace: isReplacing,
        openOnly: !isReplacing,
      }),
    );
  }

  function release(act: Act, cover = heldBy(act.stretch)) {
    if (!cover) return;
    const { line, places } = act;
    const range = rangeOfPlaces(columns, places);
    const to: Partial<BoardStretch> = isWhole(act)
      ? { status: "gap", assistantId: null, coverId: null, pinned: false, isOffered: false }
      : {};
    const words = t("released", { executive: line.name, when: rangeWords(range) });
    run({ line, places, to }, words, () => actions.release({ id: cover.coverId, stretch: range }));
  }

  function togglePin(act: Act, cover = heldBy(act.stretch)) {
    if (!cover) return;
    const { line, stretch } = act;
    const { coverId, pinned } = cover;
    const person = { name: names[cover.assistantId] ?? "", executive: line.name };
    run(
      { line, places: stretch, to: isWhole(act) ? { pinned: !pinned } : {} },
      t(pinned ? "unpinned" : "pinned", person),
      () => actions.pin({ id: coverId, pinned: !pinned }),
    );
  }

  function accept(act: Act) {
    decide(act, youAre, t("gapAccepted", { executive: act.line.name }), actions.leaveOpen, actions.reopen);
  }

  function reopen(act: Act) {
    decide(act, null, t("gapReopened", { executive: act.line.name }), actions.reopen, actions.leaveOpen);
  }

  function decide(
    { line, places }: Act,
    acceptedBy: string | null,
    words: string,
    call: typeof actions.reopen,
    back: typeof actions.reopen,
  ) {
    const gap = { executiveId: line.id, ...rangeOfPlaces(columns, places) };
    startTransition(async () => {
      patch({ lineId: line.id, places, to: { acceptedBy } });
      const answer = await attempt(() => call(gap));
      if (!answer.ok) return notifyFault(refusals(answer));
      undoable(words, () => back(gap), { showUndone: () => patch({ back: [line], places }) });
    });
  }

  return { assign, release, togglePin, accept, reopen };
}

function heldBy({ assistantId, coverId, pinned }: BoardStretch): HeldCover | null {
  return assistantId && coverId ? { assistantId, coverId, pinned } : null;
}
