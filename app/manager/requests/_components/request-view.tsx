import "server-only";
import { assistantsToChoose } from "@/app/_shared/forms/assistants-to-choose";
import { ChangeLine } from "@/components/requests/change-line";
import { RatingLine } from "@/components/requests/rating-line";
import { RequestMails } from "@/components/requests/request-mails";
import { RequestThread } from "@/components/requests/request-thread";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { listDuties } from "@/lib/pools/queries-duties";
import { listComments } from "@/lib/requests/comments/queries";
import { listRequestFiles } from "@/lib/requests/files/queries";
import { listReceivers } from "@/lib/requests/holders/queries-receivers";
import { listRequestMails } from "@/lib/requests/inbound/queries";
import { requirePoolRequest } from "@/lib/requests/queries";
import { getRating } from "@/lib/requests/ratings/queries";
import { listRequestTypes } from "@/lib/requests/types/queries";
import type { SearchParams } from "@/lib/server/page";
import { change } from "../actions";
import { AssignSection } from "./assign-section";
import { RequestDetail } from "./request-detail";

/** All that is known of a request, and the form that assigns it: on its page and beside the list. */
export async function readRequest(ctx: Ctx<Manager>, id: string, searchParams: SearchParams) {
  const { request, poolId } = await requirePoolRequest(ctx, id);
  const [duties, comments, files, rating, types, proposed, assistants, mails] = await Promise.all([
    listDuties(ctx),
    listComments(ctx, { id }),
    listRequestFiles(ctx, { id }),
    getRating(ctx, { id }),
    listRequestTypes(ctx, { withRetired: true }),
    listReceivers(ctx, id),
    assistantsToChoose(ctx, poolId, searchParams),
    listRequestMails(ctx, { id }),
  ]);
  return { request, duties, comments, files, rating, types, proposed, assistants, mails };
}

/** What `readRequest` found. */
export function RequestFacts(read: Awaited<ReturnType<typeof readRequest>>) {
  return (
    <>
      <RequestDetail request={read.request} duties={read.duties} />
      {read.comments.length + read.files.length > 0 && (
        <RequestThread
          request={{ ...read.request, details: "" }}
          comments={read.comments}
          files={read.files}
        />
      )}
      <RequestMails mails={read.mails} />
      <RatingLine rating={read.rating} name={read.request.executiveName} />
      <div className="contents print:hidden">
        <ChangeLine request={read.request} types={read.types} action={change} />
        <AssignSection request={read.request} proposed={read.proposed} assistants={read.assistants} />
      </div>
    </>
  );
}
