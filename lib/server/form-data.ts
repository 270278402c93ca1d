/** What was typed, as text, ready to be shown again. A name asked for twice holds a list. */
export type FormValues = Record<string, string | string[]>;

const PRIVATE_FIELDS = /^\$|password/i;

/** The hidden field with the key of one rendering of a form, under which it is done once. */
export const FORM_KEY_FIELD = "$KEY";

/** The field in which a person shows that it is they, where a form was refused without. */
export const PROOF_FIELD = "$PROOF";

/** The field files are chosen in, and the hidden one that names those which were kept, so that they outlive a refusal. */
export const FILES_FIELD = "files[]";
export const KEPT_FILES_FIELD = "fileIds[]";

/** The files of a form that are to be kept. */
export function filesOf(form: FormData): File[] {
  return form.getAll(FILES_FIELD).filter((one): one is File => one instanceof File && one.size > 0);
}

/** Puts the names of kept files in the place of the files. */
export function nameKeptFiles(form: FormData, kept: readonly { id: string; name: string }[]): void {
  form.delete(FILES_FIELD);
  for (const { id, name } of kept) form.append(KEPT_FILES_FIELD, `${id} ${name}`);
}

/** The typed values of a form, without framework fields, files and passwords. */
export function typedValues(form: FormData): FormValues {
  const values: FormValues = {};
  for (const key of new Set(form.keys())) {
    if (PRIVATE_FIELDS.test(key) || reachesPrototype(key)) continue;
    const texts = form.getAll(key).filter((v): v is string => typeof v === "string");
    values[key] = texts.length > 1 || key.endsWith("[]") ? texts : (texts[0] ?? "");
  }
  return values;
}

type Tree = { [key: string]: unknown };

/**
 * The object a form describes: `hours.1.starts` nests, `languages[]` lists, an empty field is absent.
 * Names that could reach a prototype are ignored.
 */
export function objectOf(form: FormData): Tree {
  const root: Tree = {};
  for (const key of new Set(form.keys())) {
    if (key.startsWith("$")) continue;
    const isList = key.endsWith("[]");
    if (reachesPrototype(key)) continue;
    const path = (isList ? key.slice(0, -2) : key).split(".");
    const entries = form.getAll(key).filter((v) => v !== "" && !(v instanceof File && v.size === 0));
    if (entries.length === 0) continue;
    place(root, path, isList ? entries : entries.at(-1));
  }
  return root;
}

function reachesPrototype(key: string): boolean {
  return /(^|\.)(__proto__|constructor|prototype)($|\.|\[)/.test(key);
}

function place(root: Tree, path: string[], value: unknown): void {
  let node = root;
  for (const part of path.slice(0, -1)) {
    if (typeof node[part] !== "object" || node[part] === null) node[part] = {};
    node = node[part] as Tree;
  }
  node[path.at(-1) ?? ""] = value;
}
