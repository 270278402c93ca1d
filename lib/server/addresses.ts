import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

function isReadable(segment: string): boolean {
  try {
    decodeURIComponent(segment);
    return true;
  } catch {
    return false;
  }
}

/** A request's address with percent signs that stand for nothing written out as percent signs: "/a/%ff" is "/a/%25ff". */
export function readableAddress(address: string): string {
  const end = address.search(/[?#]/);
  const path = end === -1 ? address : address.slice(0, end);
  if (!path.includes("%") || isReadable(path)) return address;
  const segments = path.split("/").map((part) => (isReadable(part) ? part : part.replaceAll("%", "%25")));
  return segments.join("/") + address.slice(path.length);
}

/** Next answers 500 to an address it cannot decode; so every request's is made readable before Next sees it. */
export function acceptMalformedAddresses(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    if (request.url) request.url = readableAddress(request.url);
  });
}
