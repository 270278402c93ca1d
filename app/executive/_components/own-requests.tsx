import { CancelForm, MoveForm } from "@/components/requests/move-form";
import { RequestList } from "@/components/requests/request-list";
import { movesFrom, requestAfter } from "@/lib/requests/rules";
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
          {movesFrom(request.status, ["close", "reopen"]).map((move) => (
            <MoveForm
              key={move}
              request={request}
              move={move}
              action={ACTIONS[move]}
              variant={move === "close" ? "primary" : "outline"}
            />
          ))}
          {requestAfter(request.status, "cancel") && <CancelForm request={request} action={cancel} />}
        </>
      )}
    />
  );
}
