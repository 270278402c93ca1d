import "server-only";
import { hashPassword } from "@/lib/password";
import { ok, type Result, refuse } from "@/lib/result";
import { isCommonPassword, isOwnName } from "./rules-password";

declare const lookedAt: unique symbol;

/** The argon2id of a password that was looked at before; every door that sets one keeps only this. */
export type NewPasswordHash = string & { readonly [lookedAt]: true };

export type NewPasswordRefusal = "password_is_own_name" | "password_too_common";

/** What is kept of a password that somebody chooses; refuses their own name and what many people choose, at the field of `path`. */
export async function hashNewPassword({
  password,
  email,
  path,
}: {
  password: string;
  email: string;
  path: string;
}): Promise<Result<NewPasswordHash, NewPasswordRefusal>> {
  if (isOwnName(password, email)) return refuse("password_is_own_name", { path });
  if (isCommonPassword(password)) return refuse("password_too_common", { path });
  return ok((await hashPassword(password)) as NewPasswordHash);
}
