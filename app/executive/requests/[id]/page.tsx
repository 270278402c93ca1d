import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LivePage } from "@/components/live/live-page";
import { ChangeLine } from "@/components/requests/change-line";
import { RequestAnswers } from "@/components/requests/request-answers";
import { RequestBadge } from "@/components/requests/request-list";
import { RequestMails } from "@/components/requests/request-mails";
import { RequestThread } from "@/components/requests/request-thread";
import { Notice } from "@/components/ui/layout/notice";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { PrintButton } from "@/components/ui/layout/print-button";
import { requireExecutive } from "@/lib/auth/guards";
import { listComments } from "@/lib/requests/comments/queries";
import { listRequestFiles } from "@/lib/requests/files/queries";
import { listRequestMails } from "@/lib/requests/inbound/queries";
import { requireSupportRequest } from "@/lib/requests/queries";
import { listOwnPlaces } from "@/lib/requests/queue/queries-places";
import { getRating } from "@/lib/requests/ratings/queries";
import { listRequestTypes } from "@/lib/requests/types/queries";
import { idOf, orNotFound } from "@/lib/server/page";
import { OwnAnswer } from "../../_components/own-answer";
import { OwnMoves } from "../../_components/own-moves";
import { OwnPromise } from "../../_components/own-promise";
import { OwnRating } from "../../_components/own-rating";
import { change } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests"))("one") };
}

export default async function MyRequestPage({ params }: PageProps<"/executive/requests/[id]">) {
  const ctx = await requireExecutive();
  const t = await getTranslations("requests");
  const [request, comments, types, files, rating, mails] = await orNotFound(async () => {
    const id = idOf((await params).id);
    return Promise.all([
      requireSupportRequest(ctx, id),
      listComments(ctx, { id }),
      listRequestTypes(ctx, { withRetired: true }),
      listRequestFiles(ctx, { id }),
      getRating(ctx, { id }),
      listRequestMails(ctx, { id }),
    ]);
  });
  const place = (await listOwnPlaces(ctx, [request])).get(request.id);
  const type = types.find(({ id }) => id === request.typeId);
  return (
    <Page width="text">
      <LivePage kinds={["request"]} ids={[request.id]} />
      <PageHeader
        title={request.summary}
        back={{ href: "/executive/requests", label: t("mine") }}
        actions={<PrintButton />}
      />
      <div className="flex flex-wrap items-center gap-3">
        <RequestBadge status={request.status} />
        <span className="text-sm text-ink-2">
          {t(`says.${request.status}`, { name: request.assigneeName ?? "" })}
        </span>
        <span className="ml-auto flex flex-wrap items-center gap-2">
          <OwnMoves request={request} main="close" />
        </span>
      </div>
      {request.mergedIntoId && (
        <Notice>
          {t.rich("merge.into", {
            a: (words) => (
              <a
                className="font-medium text-accent hover:underline"
                href={`/executive/requests/${request.mergedIntoId}`}
              >
                {words}
              </a>
            ),
          })}
        </Notice>
      )}
      <OwnPromise request={request} place={place} />
      <div className="contents print:hidden">
        <ChangeLine request={request} types={types} action={change} />
      </div>
      <RequestThread
        request={request}
        comments={comments}
        files={files}
        fields={Object.keys(request.fields).length > 0 && <RequestAnswers request={request} type={type} />}
      />
      <RequestMails mails={mails} />
      <div className="contents print:hidden">
        <OwnRating request={request} rating={rating} />
      </div>
      <OwnAnswer key={comments.length} request={request} />
    </Page>
  );
}
