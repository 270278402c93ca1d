import "server-only";
import { listAccounts } from "@/lib/accounts/queries";
import type { Administrator, Assistant, Executive, Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { listKnownExecutives } from "@/lib/executives/queries-access";
import { listOwnRequests, listPoolRequests, listServedRequests } from "@/lib/requests/queries";
import { STATUSES_SHOWN } from "@/lib/requests/rules";
import type { SupportRequestView } from "@/lib/requests/schema";
import { listMembersNamed } from "./queries-people";
import type { Found } from "./schema";

const MOST_PEOPLE = 8;
const MOST_REQUESTS = 6;

const requestsAsked = (q: string) => ({ q, show: "all" as const, limit: MOST_REQUESTS });

/** The people of the manager's pools, and requests there. */
export async function findForManager(ctx: Ctx<Manager>, q: string): Promise<Found[]> {
  const [people, requests] = await Promise.all([
    listMembersNamed(ctx, q, MOST_PEOPLE),
    listPoolRequests(ctx, requestsAsked(q)),
  ]);
  return [...people, ...requests.items.map(requestFound)];
}

/** The executives an assistant supports or covers, and their requests. */
export async function findForAssistant(ctx: Ctx<Assistant>, q: string): Promise<Found[]> {
  const [executives, requests] = await Promise.all([
    listKnownExecutives(ctx, q, MOST_PEOPLE),
    listServedRequests(ctx, requestsAsked(q)),
  ]);
  const people = executives.map(({ executiveId, executiveName, title }) => ({
    id: executiveId,
    kind: "executive" as const,
    name: executiveName,
    about: title,
  }));
  return [...people, ...requests.items.map(requestFound)];
}

/** The executive's own requests. */
export async function findForExecutive(ctx: Ctx<Executive>, q: string): Promise<Found[]> {
  return (await listOwnRequests(ctx, requestsAsked(q))).items.map(requestFound);
}

/** All accounts. */
export async function findForAdministrator(ctx: Ctx<Administrator>, q: string): Promise<Found[]> {
  const { items } = await listAccounts(ctx, { q, limit: MOST_PEOPLE });
  return items.map(({ userId, name, email }) => ({ id: userId, kind: "account", name, about: email }));
}

const DONE: readonly string[] = STATUSES_SHOWN.done;

function requestFound({ id, summary, executiveName, status }: SupportRequestView): Found {
  return { id, kind: "request", name: summary, about: executiveName, isDone: DONE.includes(status) };
}
