import type { FoundItem } from "@/components/shell/shell-types";
import type { Person } from "@/lib/actor";
import { getSignedIn } from "@/lib/auth/guards";
import { asAdministrator, asAssistant, asExecutive, asManager } from "@/lib/auth/person";
import type { Ctx } from "@/lib/context";
import { isBusy } from "@/lib/errors";
import {
  findForAdministrator,
  findForAssistant,
  findForExecutive,
  findForManager,
} from "@/lib/insight/search/queries";
import { type Found, SearchInput } from "@/lib/insight/search/schema";
import { logFailure } from "@/lib/log";
import { requestIdOf } from "@/lib/server/request-id";
import { itemsFound } from "./items";

export const dynamic = "force-dynamic";

/** What the palette finds for whoever is signed in: people and requests within their rights in one area. */
export async function GET(request: Request): Promise<Response> {
  const ctx = await getSignedIn();
  if (!ctx) return answer(401);
  const input = SearchInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!input.success) return answer(400);
  try {
    const found = await findFor(ctx, input.data);
    return found ? answer(200, itemsFound(found, input.data.area)) : answer(404);
  } catch (error) {
    logFailure(error, { reference: requestIdOf(request), where: "search" });
    return answer(isBusy(error) ? 503 : 500);
  }
}

async function findFor({ actor, ...ctx }: Ctx<Person>, { area, q }: SearchInput): Promise<Found[] | null> {
  const [manager, assistant] = [asManager(actor), asAssistant(actor)];
  const [executive, administrator] = [asExecutive(actor), asAdministrator(actor)];
  if (area === "manager" && manager) return findForManager({ ...ctx, actor: manager }, q);
  if (area === "assistant" && assistant) return findForAssistant({ ...ctx, actor: assistant }, q);
  if (area === "executive" && executive) return findForExecutive({ ...ctx, actor: executive }, q);
  if (area === "admin" && administrator) return findForAdministrator({ ...ctx, actor: administrator }, q);
  return null;
}

function answer(status: number, items: FoundItem[] = []): Response {
  return Response.json({ items }, { status });
}
