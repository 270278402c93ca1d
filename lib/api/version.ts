import "server-only";

/**
 * The version a call is about: the one it names in its body or by If-Match, or else the one that stands as it arrives. Only
 * the API lets it be left out; a form always sends the version that was read.
 */
export async function atVersion<I extends { version?: number | undefined }>(
  input: I,
  readCurrent: () => Promise<{ version: number }>,
): Promise<I & { version: number }> {
  return { ...input, version: input.version ?? (await readCurrent()).version };
}
