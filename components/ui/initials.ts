/** The first letters of the first and last name: "Anna Maria Bergström" is AB. */
export function initialsOf(name: string): string {
  const parts = name.trim().split(/\s+/);
  const ends = parts.length > 1 ? [parts[0], parts.at(-1)] : [parts[0]];
  return ends
    .map((part) => [...(part ?? "")][0] ?? "")
    .join("")
    .toLocaleUpperCase("sv");
}
