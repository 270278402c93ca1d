import type { ScimAccount, ScimChange, ScimPatchInput, ScimUserInput } from "./schema";

const FILTER = /^\s*(userName|externalId|id)\s+eq\s+"((?:[^"\\]|\\.)*)"\s*$/i;

export type ScimFilter = { attribute: "username" | "externalid" | "id"; value: string };

/** Whom a list is asked for; null for a filter that is not offered. */
export function scimFilterOf(text: string): ScimFilter | null {
  const [, attribute = "", value = ""] = FILTER.exec(text) ?? [];
  if (!attribute) return null;
  return {
    attribute: attribute.toLowerCase() as ScimFilter["attribute"],
    value: value.replace(/\\(.)/g, "$1").toLowerCase(),
  };
}

/** Attributes by the paths that Entra ID and Okta name them with, in lower case. */
const ATTRIBUTES: Readonly<Record<string, keyof ScimChange>> = {
  username: "userName",
  externalid: "externalId",
  displayname: "displayName",
  "name.formatted": "formatted",
  "name.givenname": "givenName",
  "name.familyname": "familyName",
  active: "active",
};

const CORE = "urn:ietf:params:scim:schemas:core:2.0:user:";

/** What some operations change, by attribute, the last of them first; what is not kept here is passed over, and so is taking a name away. */
export function scimChangesIn({ Operations }: ScimPatchInput): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  for (const { op, path, value } of Operations)
    if (op !== "remove") for (const [name, one] of namedValues(path, value)) changes[name] = one;
  return changes;
}

function namedValues(path: string | undefined, value: unknown): [string, unknown][] {
  if (path !== undefined && !isObject(value)) {
    const attribute = ATTRIBUTES[path.toLowerCase().replace(CORE, "")];
    return attribute ? [[attribute, value]] : [];
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => namedValues(path ? `${path}.${key}` : key, one));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A person as the change that makes them so: what a directory leaves out of a whole record stays as it is. */
export function scimChangeOf({ name, ...user }: ScimUserInput): ScimChange {
  return { ...user, ...name };
}

/** The one name kept here, from the several that directories send. */
export function nameAfterChange(change: ScimChange, current: string): string {
  const { displayName, formatted, givenName, familyName } = change;
  if (displayName || formatted) return displayName || formatted || current;
  if (!givenName && !familyName) return current;
  const parts = partsOfName(current);
  return [givenName ?? parts.givenName, familyName ?? parts.familyName].filter(Boolean).join(" ");
}

/** A name in the two parts that directories ask for: its first word, and the rest. */
export function partsOfName(name: string): { givenName: string; familyName: string } {
  const [givenName = "", ...rest] = name.split(" ");
  return { givenName, familyName: rest.join(" ") };
}

const USER = "urn:ietf:params:scim:schemas:core:2.0:User";

/** An account as SCIM says it. */
export function scimUser({ id, email, name, externalId, isActive, createdAt }: ScimAccount, base: string) {
  return {
    schemas: [USER],
    id,
    ...(externalId && { externalId }),
    userName: email,
    displayName: name,
    name: { formatted: name, ...partsOfName(name) },
    emails: [{ value: email, type: "work", primary: true }],
    active: isActive,
    meta: { resourceType: "User", created: createdAt.toISOString(), location: `${base}/Users/${id}` },
  };
}
