import { CancelForm, MoveForm } from "@/components/requests/move-form";
import { RequestList } from "@/components/requests/request-list";
import { movesFrom, statusAfter } from "@/lib/moves/rules";
import { REQUEST_MOVES } from "@/lib/requests/rules";
import type { SupportRequestView } from "@/lib/requests/schema";
import { cancel, close, reopen } from "../actions";

const ACTIONS = { close, reopen };

/** The executive's own requests with what only who asked may do. */
export function OwnRequests({ requests }: { requests: SupportRequestView[] }) {
  return (
    <RequestList
      requests={requests}
      show="assignee"
      actions={(request) => (
        <>
          {movesFrom(REQUEST_MOVES, request.status, ["close", "reopen"]).map((move) => (
            <MoveForm
              key={move}
              request={request}
              move={move}
              action={ACTIONS[move]}
              isMain={move === "close"}
            />
          ))}
          {statusAfter(REQUEST_MOVES, request.status, "cancel") && (
            <CancelForm request={request} action={cancel} />
          )}
        </>
      )}
    />
  );
}
