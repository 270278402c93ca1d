import "server-only";
import { writtenAmount } from "@/lib/absences/requests/rules";
import type { PublicCtx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import type { LeaveTypeView } from "./schema-leave";

/** The types of leave, in their own order, retired ones too. */
export async function listLeaveTypes(ctx: PublicCtx): Promise<LeaveTypeView[]> {
  const rows = await ctx.db.leaveType.findMany({ orderBy: [{ sortOrder: "asc" }, { id: "asc" }] });
  return rows.map(({ sortOrder: _, isAutomatic, yearlyLimit, ...row }) => ({
    ...row,
    approval: row.isReported ? "reported" : isAutomatic ? "automatic" : "required",
    yearlyLimit: yearlyLimit === null ? null : writtenAmount(yearlyLimit, row.measure),
  }));
}

/** One type of leave; an unknown one is not found. */
export async function requireLeaveType(ctx: PublicCtx, id: string): Promise<LeaveTypeView> {
  const type = (await listLeaveTypes(ctx)).find((one) => one.id === id);
  if (!type) throw new NotFoundError("leave type");
  return type;
}
