import { CancelForm, MoveForm } from "@/components/requests/move-form";
import { movesFrom, statusAfter } from "@/lib/moves/rules";
import { REQUEST_MOVES } from "@/lib/requests/rules";
import type { SupportRequestView } from "@/lib/requests/schema";
import { cancel, close, reopen } from "../actions";

const ACTIONS = { close, reopen };

type OwnMovesProps = { request: SupportRequestView; main?: keyof typeof ACTIONS };

/** What only who asked may do with a request: close or reopen it once it is done, cancel it before. */
export function OwnMoves({ request, main }: OwnMovesProps) {
  return (
    <>
      {movesFrom(REQUEST_MOVES, request.status, ["close", "reopen"]).map((move) => (
        <MoveForm key={move} request={request} move={move} action={ACTIONS[move]} isMain={move === main} />
      ))}
      {statusAfter(REQUEST_MOVES, request.status, "cancel") && (
        <CancelForm request={request} action={cancel} />
      )}
    </>
  );
}
