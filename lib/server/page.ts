import "server-only";
import { notFound } from "next/navigation";
import { z } from "zod";
import { NotFoundError } from "@/lib/errors";

/** What a page shows; a record that is not there, or that one may not know of, makes it the page that isn't here. */
export async function orNotFound<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof NotFoundError) notFound();
    throw error;
  }
}

/** The id in an address; anything but a UUID leads nowhere. */
export function idOf(text: string): string {
  if (!z.uuid().safeParse(text).success) notFound();
  return text;
}

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

type Parsed<T> = { filter: T; address: Record<string, string | undefined> };

/** What an address asks of a list, parsed and as it was written; nonsense shows the list from its start. */
export async function parseSearchParams<S extends z.ZodType>(
  input: S,
  params: SearchParams,
): Promise<Parsed<z.output<S>>> {
  const single = Object.entries(await params).map(([key, value]) => [key, [value].flat()[0]] as const);
  const address = Object.fromEntries(single.filter(([, value]) => value));
  const parsed = input.safeParse(address);
  return parsed.success ? { filter: parsed.data, address } : { filter: input.parse({}), address: {} };
}
