const NUMBER = /^\+?[\d\s()./-]{5,}$/;

/** True where what a caller said is a number to dial; anything else stays text. */
export function isDialable(said: string): boolean {
  return NUMBER.test(said.trim());
}

/** A message in one line: who called, and from where. */
export function messageSummary({ caller, company }: { caller: string; company: string }): string {
  return (company ? `${caller}, ${company}` : caller).slice(0, 160);
}
