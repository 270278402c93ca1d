import "server-only";
import { audit } from "@/lib/audit";
import type { Ctx } from "@/lib/context";
import { poolAudit } from "@/lib/pools/audit";

/** Makes duties with one name for both languages, and writes that they were made. */
export async function writeDuties(tx: Ctx, duties: readonly { id: string; name: string }[]): Promise<void> {
  await tx.db.duty.createMany({
    data: duties.map(({ id, name }) => ({ id, nameEn: name, nameSv: name })),
  });
  await audit(tx, ...duties.map(({ id, name }) => poolAudit("duty.created", id, { name })));
}
