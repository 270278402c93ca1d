import "server-only";
import { assistantsToChoose } from "@/app/_shared/forms/assistants-to-choose";
import { RequestThread } from "@/components/requests/request-thread";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { getServingAssistant } from "@/lib/coverage/serving/queries";
import { listDuties } from "@/lib/pools/queries-duties";
import { listComments } from "@/lib/requests/comments/queries";
import { requirePoolRequest } from "@/lib/requests/queries";
import type { SearchParams } from "@/lib/server/page";
import { AssignSection } from "./assign-section";
import { RequestDetail } from "./request-detail";

/** All that is known of a request, and the form that assigns it: on its page and beside the list. */
export async function readRequest(ctx: Ctx<Manager>, id: string, searchParams: SearchParams) {
  const { request, poolId } = await requirePoolRequest(ctx, id);
  const [duties, comments, serving, assistants] = await Promise.all([
    listDuties(ctx),
    listComments(ctx, { id }),
    getServingAssistant(ctx, request.executiveId, ctx.now, request.dutyId),
    assistantsToChoose(ctx, poolId, searchParams),
  ]);
  return { request, duties, comments, serving, assistants };
}

/** What `readRequest` found. */
export function RequestFacts(read: Awaited<ReturnType<typeof readRequest>>) {
  return (
    <>
      <RequestDetail request={read.request} duties={read.duties} />
      {read.comments.length > 0 && (
        <RequestThread request={{ ...read.request, details: "" }} comments={read.comments} />
      )}
      <AssignSection request={read.request} serving={read.serving} assistants={read.assistants} />
    </>
  );
}
