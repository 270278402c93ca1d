import { RequestList } from "@/components/requests/request-list";
import type { SupportRequestView } from "@/lib/requests/schema";
import { OwnMoves } from "./own-moves";

/** The executive's own requests with what only who asked may do. */
export function OwnRequests({ requests }: { requests: SupportRequestView[] }) {
  return (
    <RequestList
      requests={requests}
      show="assignee"
      actions={(request) => <OwnMoves request={request} main="close" />}
    />
  );
}
