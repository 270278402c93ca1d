/** What the address of a list asks, as written there. */
export type Address = Record<string, string | undefined>;

/** The address of a list with some of what is asked changed; a change starts from the first page. */
export function addressOf(path: string, asked: Address, change: Address = {}): string {
  const wanted: Address = { ...asked, cursor: undefined, ...change };
  const parts = Object.entries(wanted);
  const search = new URLSearchParams(parts.filter((part): part is [string, string] => Boolean(part[1])));
  return search.size > 0 ? `${path}?${search}` : path;
}
