import { z } from "zod";

/** A truth as directories send it: Entra ID writes it as a word. */
const Truth = z.union([z.boolean(), z.string()]).transform((value, check) => {
  const word = String(value).toLowerCase();
  if (word === "true" || word === "false") return word === "true";
  check.issues.push({ code: "custom", input: value });
  return z.NEVER;
});

const Text = z.string().trim().max(254);
const Optional = Text.nullish().transform((text) => text ?? undefined);

/** What a directory says of a person, as far as it is kept; what else it sends is passed over. */
export const ScimUserInput = z.object({
  userName: Text.pipe(z.string().toLowerCase().pipe(z.email())),
  externalId: Optional,
  displayName: Optional,
  name: z.object({ formatted: Optional, givenName: Optional, familyName: Optional }).nullish(),
  active: Truth.default(true),
});
export type ScimUserInput = z.output<typeof ScimUserInput>;

/** A change as a directory sends it: with a path, or with a value of several attributes. */
export const ScimPatchInput = z.object({
  Operations: z
    .array(
      z.object({
        op: z
          .string()
          .toLowerCase()
          .pipe(z.enum(["add", "replace", "remove"])),
        path: z.string().max(200).optional(),
        value: z.unknown(),
      }),
    )
    .min(1)
    .max(100),
});
export type ScimPatchInput = z.output<typeof ScimPatchInput>;

const Index = z.coerce.number().int();

export const ScimListInput = z.object({
  filter: z.string().max(400).optional(),
  startIndex: Index.default(1).transform((index) => Math.max(1, index)),
  count: Index.default(100).transform((count) => Math.min(200, Math.max(0, count))),
});
export type ScimListInput = z.output<typeof ScimListInput>;

/** What of a person a change names; what is left out stays. */
export const ScimChange = z.object({
  userName: ScimUserInput.shape.userName.optional(),
  externalId: Optional,
  displayName: Optional,
  formatted: Optional,
  givenName: Optional,
  familyName: Optional,
  active: Truth.optional(),
});
export type ScimChange = Partial<z.output<typeof ScimChange>>;

/** An account as a directory knows it. */
export type ScimAccount = {
  id: string;
  email: string;
  name: string;
  externalId: string | null;
  isActive: boolean;
  createdAt: Date;
};

export type ScimRefusal =
  | "own_account"
  | "last_administrator"
  | "last_manager"
  | "email_taken"
  | "directory_id_taken";
