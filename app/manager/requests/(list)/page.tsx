import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RequestList } from "@/components/requests/request-list";
import { readRequestsAddress, requestsInput } from "@/components/requests/requests-address";
import { RequestsPage } from "@/components/requests/requests-page";
import { requireManager } from "@/lib/auth/guards";
import { listAssigneeChoices, listPoolRequests } from "@/lib/requests/queries";
import { requestAfter } from "@/lib/requests/rules";
import { AssignForm } from "../_components/assign-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("requests");
  return { title: t("title") };
}

export default async function PoolRequestsPage({ searchParams }: PageProps<"/manager/requests">) {
  const ctx = await requireManager();
  const t = await getTranslations("requests");
  const address = readRequestsAddress(await searchParams);
  const [{ items, nextCursor }, choices] = await Promise.all([
    listPoolRequests(ctx, requestsInput(address)),
    listAssigneeChoices(ctx),
  ]);
  const unassignedFirst = [...items].sort((a, b) => Number(b.status === "new") - Number(a.status === "new"));
  return (
    <RequestsPage
      title={t("title")}
      path="/manager/requests"
      address={address}
      isEmpty={items.length === 0}
      emptyWords={t(address.show === "open" ? "empty.inHand" : "empty.done")}
      nextCursor={nextCursor}
    >
      <RequestList
        requests={unassignedFirst}
        show="both"
        actions={(request) =>
          requestAfter(request.status, "assign") && <AssignForm request={request} choices={choices} />
        }
      />
    </RequestsPage>
  );
}
