import { type BlockList, isIP } from "node:net";
import { addressFamily } from "@/lib/proxies";

/** The header that names the client to our own code; what a client sends under this name is overwritten. */
export const CLIENT_ADDRESS_HEADER = "x-standby-client";

/** An IPv4 address that came over IPv6, as IPv4. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}

/**
 * Who sent a request: the socket's address, or, behind proxies of ours, the last forwarded one that is none of them.
 * Null where it can't be told: then many people may share what the socket says.
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  proxies: BlockList,
): string | null {
  const socket = plain(socketAddress ?? "");
  if (!isIP(socket)) return null;
  const hops = (forwardedFor ?? "")
    .split(",")
    .map((hop) => plain(hop.trim()))
    .filter(Boolean);
  if (!proxies.check(socket, addressFamily(socket))) return isLoopback(socket) ? null : socket;
  const client = hops.findLast((hop) => !isIP(hop) || !proxies.check(hop, addressFamily(hop)));
  return client && isIP(client) ? client : null;
}

function isLoopback(address: string): boolean {
  return address === "::1" || address.startsWith("127.");
}
