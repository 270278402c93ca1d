const BRACES = /\{\{([^{}]*)\}\}/g;

/** Each piece of a text that is to be filled in, as it stands between double braces. */
export function namesInBraces(text: string): string[] {
  return [...text.matchAll(BRACES)].map(([, name = ""]) => name.trim());
}

/** A text with what stands between double braces filled in; null leaves a piece as it is. */
export function withBracesFilled(text: string, fill: (name: string) => string | null): string {
  return text.replace(BRACES, (whole, name: string) => fill(name.trim()) ?? whole);
}
