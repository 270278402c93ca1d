import { BlockList, isIP } from "node:net";

/** The header that names the client to our own code; what a client sends under this name is overwritten. */
export const CLIENT_ADDRESS_HEADER = "x-standby-client";

const family = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");

/** An IPv4 address that came over IPv6, as IPv4. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}

/** The proxies of a setting such as "10.0.0.0/8, ::1"; null where a part is no address. */
export function readProxies(text: string): BlockList | null {
  const list = new BlockList();
  for (const part of text
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean)) {
    const [address = "", prefix, ...rest] = part.split("/");
    const longest = isIP(address) === 6 ? 128 : 32;
    const bits = prefix === undefined ? longest : Number(prefix);
    if (!isIP(address) || rest.length > 0 || !/^\d+$/.test(prefix ?? "0") || bits > longest) return null;
    list.addSubnet(address, bits, family(address));
  }
  return list;
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
  if (!proxies.check(socket, family(socket))) return isLoopback(socket) ? null : socket;
  const client = hops.findLast((hop) => !isIP(hop) || !proxies.check(hop, family(hop)));
  return client && isIP(client) ? client : null;
}

function isLoopback(address: string): boolean {
  return address === "::1" || address.startsWith("127.");
}
