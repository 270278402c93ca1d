import "server-only";
import { accountAudit } from "@/lib/accounts/audit";
import { enableAccount } from "@/lib/accounts/service-administration";
import { lockAccount } from "@/lib/accounts/service-keys";
import {
  changeAddress,
  renameAccounts,
  writeDirectoryId,
  writeInvitedAccounts,
} from "@/lib/accounts/service-rows";
import type { Administrator } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { sqlStateOf } from "@/lib/errors";
import { ok, type Result, refuse } from "@/lib/result";
import { shutAccount } from "../leaving/service";
import { requireDirectoryAccount } from "./queries";
import { nameAfterChange, scimChangeOf } from "./rules";
import type { ScimAccount, ScimChange, ScimRefusal, ScimUserInput } from "./schema";

const LONGEST_NAME = 120;
const UNIQUE = "23505";

type Answer = Promise<Result<ScimAccount, ScimRefusal>>;

/** Makes the account of a person whom a directory has; roles in pools are given here. Refuses an address and a directory's id that are taken. */
export function createDirectoryAccount(ctx: Ctx<Administrator>, user: ScimUserInput): Answer {
  const { userName: email, externalId, active } = user;
  const name = nameAfterChange(scimChangeOf(user), email.split("@")[0] ?? email).slice(0, LONGEST_NAME);
  return refusingTaken(() =>
    inTransaction(ctx, async (tx) => {
      if ((await tx.db.user.count({ where: { email } })) > 0) return refuse("email_taken");
      const id = (await writeInvitedAccounts(tx, [{ email, name }])).get(email) ?? "";
      if (externalId) await writeDirectoryId(tx, id, externalId);
      await audit(tx, accountAudit("account.provisioned", id));
      return active ? ok(await requireDirectoryAccount(tx, id)) : setActive(tx, id, false);
    }),
  );
}

/** Changes what a directory says of a person: address, name, its own id of them, and whether they may sign in. Refuses to shut the last administrator, a pool's last manager, and the one whose token it is. */
export function changeDirectoryAccount(ctx: Ctx<Administrator>, id: string, change: ScimChange): Answer {
  return refusingTaken(() =>
    inTransaction(ctx, async (tx) => {
      await lockAccount(tx, id);
      const before = await requireDirectoryAccount(tx, id);
      const { userName: email = before.email, externalId, active } = change;
      const name = nameAfterChange(change, before.name).slice(0, LONGEST_NAME);
      if (email !== before.email) await changeAddress(tx, id, email);
      if (name !== before.name) await renameAccounts(tx, [{ userId: id, name }]);
      if (externalId && externalId !== before.externalId) await writeDirectoryId(tx, id, externalId);
      const differs = email !== before.email || name !== before.name;
      if (differs) await audit(tx, accountAudit("account.changed_by_directory", id));
      return active === undefined || active === before.isActive
        ? ok(await requireDirectoryAccount(tx, id))
        : setActive(tx, id, active);
    }),
  );
}

async function setActive(tx: Ctx<Administrator>, userId: string, isActive: boolean): Answer {
  const done = isActive ? await enableAccount(tx, { userId }) : await shutAccount(tx, { userId });
  return done.ok ? ok(await requireDirectoryAccount(tx, userId)) : done;
}

/** An address or a directory's id that another request has taken in the same moment. */
async function refusingTaken(work: () => Answer): Answer {
  try {
    return await work();
  } catch (error) {
    if (sqlStateOf(error) !== UNIQUE) throw error;
    return refuse(String(error).includes("directory") ? "directory_id_taken" : "email_taken");
  }
}
