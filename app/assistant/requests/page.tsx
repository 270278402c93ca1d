import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MoveForm } from "@/components/requests/move-form";
import { RequestList } from "@/components/requests/request-list";
import { readRequestsAddress, requestsInput } from "@/components/requests/requests-address";
import { RequestsPage } from "@/components/requests/requests-page";
import { requireAssistant } from "@/lib/auth/guards";
import { movesFrom, statusAfter } from "@/lib/moves/rules";
import { listServedRequests } from "@/lib/requests/queries";
import {
  type AssistantMove,
  byUrgency,
  REQUEST_MOVES,
  type RequestStatus,
  reverseOf,
} from "@/lib/requests/rules";
import { resolve, resume, start, wait } from "./actions";

const ACTIONS = { start, wait, resume, resolve };

function undoOf(status: RequestStatus, move: AssistantMove) {
  const reverse = reverseOf(status, statusAfter(REQUEST_MOVES, status, move) ?? status);
  return reverse ? ACTIONS[reverse] : undefined;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("requests");
  return { title: t("title") };
}

export default async function ServedRequestsPage({ searchParams }: PageProps<"/assistant/requests">) {
  const ctx = await requireAssistant();
  const t = await getTranslations("requests");
  const address = readRequestsAddress(await searchParams);
  const { items, nextCursor } = await listServedRequests(ctx, requestsInput(address));
  return (
    <RequestsPage
      title={t("title")}
      path="/assistant/requests"
      address={address}
      isEmpty={items.length === 0}
      emptyWords={t(address.show === "open" ? "empty.assistant" : "empty.assistantDone")}
      nextCursor={nextCursor}
    >
      <RequestList
        requests={address.show === "open" ? [...items].sort(byUrgency) : items}
        show="executive"
        actions={(request) =>
          movesFrom(REQUEST_MOVES, request.status, ["start", "resume", "resolve", "wait"]).map((move, i) => (
            <MoveForm
              key={move}
              request={request}
              move={move}
              action={ACTIONS[move]}
              undo={undoOf(request.status, move)}
              isMain={i === 0}
            />
          ))
        }
      />
    </RequestsPage>
  );
}
