import { z } from "zod";
import { declareAudit, forAdministrators } from "@/lib/audit-catalogue";
import { DayFact, publicText } from "@/lib/facts";

const ACCOUNT = forAdministrators("user");

const DEMO_POOL = z.strictObject({
  name: publicText("name of a pool"),
  assistants: z.number().int(),
  executives: z.number().int(),
});

/** What the audit log tells of accounts and of the installation itself. */
export const accountAudit = declareAudit({
  "installation.set_up": ACCOUNT,
  "audit_log.exported": ACCOUNT,
  "account.invited": ACCOUNT,
  "account.password_set": ACCOUNT,
  "account.reset_asked": ACCOUNT,
  "account.disabled": ACCOUNT,
  "account.enabled": ACCOUNT,
  "account.erased": ACCOUNT,
  "account.closed_after_leaving": ACCOUNT,
  "account.address_changed": ACCOUNT,
  "account.address_restored": ACCOUNT,
  "account.provisioned": ACCOUNT,
  "account.changed_by_directory": ACCOUNT,
  "account.identity_linked": ACCOUNT,
  "account.identity_unlinked": ACCOUNT,
  "account.factor_set_up": ACCOUNT,
  "account.factor_turned_off": ACCOUNT,
  "account.factor_reset": ACCOUNT,
  "account.factor_required": ACCOUNT,
  "account.factor_not_required": ACCOUNT,
  "account.recovery_codes_renewed": ACCOUNT,
  "account.recovery_code_used": ACCOUNT,
  "account.made_administrator": ACCOUNT,
  "account.unmade_administrator": ACCOUNT,
  "api_token.issued": forAdministrators("user", { name: publicText("label of a token") }),
  "api_token.ended": forAdministrators("user", { name: publicText("label of a token") }),
  "demo.seeded": forAdministrators("installation", { pools: z.array(DEMO_POOL), monday: DayFact }),
});
