import "server-only";
import type { PublicCtx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { ok, type Result, refuse } from "@/lib/result";
import type { Hours } from "@/lib/time/hours";
import { faultOfWork, type WorkFault, type WorkPiece } from "./rules";

export type WorkRefusal =
  | WorkFault
  | "ends_before_start"
  | "break_too_long"
  | "role_retired"
  | "role_missing";

type AskedWork = Hours & {
  breakMinutes: number;
  roleId?: string | undefined;
  work?: readonly WorkPiece[] | undefined;
};

/**
 * The pieces of work of some hours, from one role for all of it or several one after the other. Refuses hours that end before
 * they start, a break as long as they are, work that does not fill them, and a retired role; an unknown one is not found.
 */
export async function checkWork(
  { db }: Pick<PublicCtx, "db">,
  { startMinute, endMinute, breakMinutes, roleId, work }: AskedWork,
): Promise<Result<readonly WorkPiece[], WorkRefusal>> {
  if (endMinute <= startMinute) return refuse("ends_before_start", { path: "endMinute" });
  if (breakMinutes >= endMinute - startMinute) return refuse("break_too_long", { path: "breakMinutes" });
  const pieces = work ?? (roleId ? [{ roleId, startMinute, endMinute }] : []);
  if (pieces.length === 0) return refuse("role_missing", { path: "roleId" });
  const fault = faultOfWork({ startMinute, endMinute }, pieces);
  if (fault) return refuse(fault, { path: "work" });
  const ids = [...new Set(pieces.map((piece) => piece.roleId))];
  const roles = await db.workRole.findMany({ where: { id: { in: ids } }, select: { isRetired: true } });
  if (roles.length < ids.length) throw new NotFoundError("work role");
  if (roles.some(({ isRetired }) => isRetired)) return refuse("role_retired", { path: "roleId" });
  return ok([...pieces].sort((a, b) => a.startMinute - b.startMinute));
}
