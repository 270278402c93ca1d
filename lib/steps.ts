/** The JSON of plain data, a member of an array or of an object in it at a step. */
export function* jsonInSteps(value: unknown): Generator<void, string> {
  if (Array.isArray(value)) {
    const items: string[] = [];
    for (const item of value) {
      yield;
      items.push(JSON.stringify(item));
    }
    return `[${items.join(",")}]`;
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members: string[] = [];
  for (const [key, member] of Object.entries(value))
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${yield* jsonInSteps(member)}`);
  return `{${members.join(",")}}`;
}

/** What work that is divided into steps gives, done at once. */
export function resultOf<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
