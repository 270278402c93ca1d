import { declarePersonal } from "@/lib/personal";

/** What accounts hold of people. The account itself stays, without a name, because records of what was done point to it. */
export const accountPersonal = declarePersonal({
  users: {
    whose: [{ user: "id" }],
    erased: {},
    byVerb: ["name", "email", "password_hash", "locale"],
    unexported: ["password_hash"],
  },
  sessions: { whose: [{ user: "user_id" }], erased: "row", unexported: ["id_hash"] },
  second_factors: {
    whose: [{ user: "user_id" }],
    erased: "row",
    unexported: ["sealed_seed", "totp_last_step"],
  },
  user_identities: { whose: [{ user: "user_id" }], erased: "row" },
  directory_ids: { whose: [{ user: "user_id" }], erased: "row" },
  recovery_codes: { whose: [{ user: "user_id" }], erased: "row", unexported: "table" },
  sign_in_challenges: { whose: [{ user: "user_id" }], erased: "row", unexported: "table" },
  api_tokens: { whose: [{ user: "user_id" }], erased: "row", unexported: ["token_hash"] },
  one_time_links: { whose: [{ user: "user_id" }], erased: "row", unexported: "table" },
  address_changes: {
    whose: [{ user: "user_id" }],
    erased: "row",
    unexported: ["confirm_hash", "undo_hash"],
  },
  idempotency_keys: { whose: [{ user: "user_id" }], erased: "row", unexported: "table" },
});
