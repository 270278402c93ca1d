import { z } from "zod";

/** Who may read that something happened: administrators in the audit log, or only those who handle the matter. */
export type AuditVisibility = "administrators" | "handlers";

type Data = z.ZodObject<z.ZodRawShape, z.core.$strict>;

/** One thing that can happen: the kind of record it happens to, the facts written beside it, and who may read it. */
export type AuditDeclaration = { entityType: string; data: Data; visibility: AuditVisibility };

/** Something that administrators read in the audit log. */
export function forAdministrators<K extends string, S extends z.ZodRawShape = Record<never, never>>(
  entityType: K,
  facts: S = {} as S,
) {
  return { entityType, visibility: "administrators" as const, data: z.strictObject(facts) };
}

/** Beside the facts of a row that no person wrote: the name of the job, or of the command line. */
export const BY_FACT = "by";

/** What the command line is called there. */
export const COMMAND_LINE = "command-line";

const isDeclared: unique symbol = Symbol("declared");

/** A row of the audit log to be written; made only by a declaration. */
export type AuditEntry = {
  action: string;
  entityType: string;
  entityId: string;
  data: Record<string, unknown>;
  readonly [isDeclared]: true;
};

type DataOf<D extends AuditDeclaration> =
  Record<never, never> extends z.input<D["data"]> ? [data?: z.input<D["data"]>] : [data: z.input<D["data"]>];

/** Declares what can happen in a domain. The answer makes the entries, and throws on data that is not declared. */
export function declareAudit<C extends { [A in keyof C]: AuditDeclaration }>(declared: C) {
  function entryOf<A extends keyof C & string>(
    action: A,
    entityId: string,
    ...[data]: DataOf<C[A]>
  ): AuditEntry {
    const { entityType, data: facts } = declared[action];
    return { action, entityType, entityId, data: facts.parse(data ?? {}), [isDeclared]: true };
  }
  return Object.assign(entryOf, { declared });
}
