import "server-only";

type File = { name: string; type: string };

/** A file to be saved, kept by no cache and shown by no browser. */
export function fileResponse({
  name,
  type,
  bytes,
}: File & { bytes: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> }): Response {
  return new Response(bytes, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${name}"`,
      "content-security-policy": "sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
  });
}

/** Leads to a page, relative to where the browser is. */
export function seePage(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path, "cache-control": "no-store" } });
}
