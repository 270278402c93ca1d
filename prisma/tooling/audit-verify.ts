import { verifyAuditChain } from "@/lib/accounts/queries-audit-chain";
import { createDb } from "@/lib/db";
import { runCommand } from "./command";
import { startDatabase } from "./postgres";
import { readSettings } from "./settings";

await runCommand(async () => {
  const database = await startDatabase({ ...readSettings(), report: console.error });
  const db = createDb(database.appUrl);
  try {
    const { rows, head, brokenAt } = await verifyAuditChain({ db, now: new Date() });
    if (brokenAt !== null)
      throw new Error(
        `The audit log is broken at row ${brokenAt}: it, or a row before it, was changed or taken out.`,
      );
    const end = head
      ? ` Its head is row ${head.seq}, ${head.hash}; compare it with the log of earlier days.`
      : "";
    console.log(`The audit log is verified: ${rows} rows.${end}`);
  } finally {
    await db.$disconnect();
    await database.stop();
  }
});
