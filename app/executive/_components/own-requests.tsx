import { MoveForm } from "@/components/requests/move-form";
import { RequestList } from "@/components/requests/request-list";
import { movesFrom } from "@/lib/requests/rules";
import type { SupportRequestView } from "@/lib/requests/schema";
import { cancel, close, reopen } from "../actions";

const ACTIONS = { close, reopen, cancel };

/** The executive's own requests with what only who asked may do. */
export function OwnRequests({ requests }: { requests: SupportRequestView[] }) {
  return (
    <RequestList
      requests={requests}
      show="assignee"
      actions={(request) =>
        movesFrom(request.status, ["close", "reopen", "cancel"]).map((move) => (
          <MoveForm
            key={move}
            request={request}
            move={move}
            action={ACTIONS[move]}
            isPrimary={move === "close"}
          />
        ))
      }
    />
  );
}
