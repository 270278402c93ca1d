const NUMBER = /^\+?[\d\s()./-]{5,}$/;

/** The address that dials a number, where what the caller said is one; null where it is not. */
export function telAddress(number: string): string | null {
  if (!NUMBER.test(number.trim())) return null;
  const digits = number.replace(/[^\d+]/g, "");
  return digits.length >= 5 ? `tel:${digits}` : null;
}

/** A message in one line: who called, and from where. */
export function messageSummary({ caller, company }: { caller: string; company: string }): string {
  return (company ? `${caller}, ${company}` : caller).slice(0, 160);
}
