const LETTER = /[\p{L}\p{N}]/u;

/** Whom a text names after an @: by full name, or by a first name that only one of them has. */
export function mentionedIn<P extends { name: string }>(text: string, people: readonly P[]): P[] {
  const firstNames = people.map(({ name }) => firstOf(name));
  return people.filter(({ name }) => {
    const first = firstOf(name);
    const isOnly = firstNames.filter((other) => other === first).length === 1;
    return isNamed(text, name) || (isOnly && isNamed(text, first));
  });
}

function firstOf(name: string): string {
  return name.split(" ")[0] ?? name;
}

function isNamed(text: string, name: string): boolean {
  const [written, sought] = [text.toLocaleLowerCase(), `@${name.toLocaleLowerCase()}`];
  for (let at = written.indexOf(sought); at >= 0; at = written.indexOf(sought, at + 1))
    if (!LETTER.test(written.charAt(at + sought.length))) return true;
  return false;
}
