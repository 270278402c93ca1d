import "server-only";
import type { PublicCtx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { RequestFields, type RequestTypeView } from "./schema";

/** The types of request, in their order; retired ones are left out unless asked for. */
export async function listRequestTypes(
  { db }: PublicCtx,
  { withRetired = false }: { withRetired?: boolean } = {},
): Promise<RequestTypeView[]> {
  const rows = await db.requestType.findMany({
    where: withRetired ? {} : { retiredAt: null },
    orderBy: [{ sortOrder: "asc" }, { id: "asc" }],
    take: 100,
  });
  return rows.map(({ fields, retiredAt, sortOrder: _, ...type }) => ({
    ...type,
    fields: RequestFields.parse(fields),
    isRetired: retiredAt !== null,
  }));
}

/** One type of request; one that there isn't is not found. */
export async function requireRequestType(ctx: PublicCtx, id: string): Promise<RequestTypeView> {
  const type = (await listRequestTypes(ctx, { withRetired: true })).find((one) => one.id === id);
  if (!type) throw new NotFoundError("request type");
  return type;
}
