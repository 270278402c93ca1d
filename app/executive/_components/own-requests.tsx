import type { Searched } from "@/components/requests/marked";
import { RequestList } from "@/components/requests/request-list";
import type { SupportRequestView } from "@/lib/requests/schema";
import { OwnMoves } from "./own-moves";

/** The executive's own requests with what only who asked may do. */
export function OwnRequests({
  requests,
  searched,
}: {
  requests: SupportRequestView[];
  searched: Searched | undefined;
}) {
  return (
    <RequestList
      requests={requests}
      show="assignee"
      path="/executive/requests"
      searched={searched}
      actions={(request) => <OwnMoves request={request} main="close" />}
    />
  );
}
