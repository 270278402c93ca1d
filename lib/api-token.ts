import "server-only";
import { newSecret } from "@/lib/secrets";

const PREFIX = "standby_";
const BEARER = /^Bearer (standby_[\w-]{43})$/i;

/** A new API token in clear; what it begins with lets a search for leaked secrets find it. */
export function newApiToken(): string {
  return `${PREFIX}${newSecret()}`;
}

/** The token in an `Authorization` header; null for anything else. */
export function apiTokenIn(authorization: string | null): string | null {
  return BEARER.exec(authorization ?? "")?.[1] ?? null;
}
