import "server-only";
import { type LookupAddress, lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { env } from "@/lib/env";

/** Networks that no public address lies in (IANA's special-purpose registries). */
const INSIDE: readonly [string, number][] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];
/** Of IPv6 only what is given out for the open network, less what stands for an IPv4 address or is for documents. */
const OPEN_V6: readonly [string, number] = ["2000::", 3];
const INSIDE_V6: readonly [string, number][] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
];

const inside = new BlockList();
for (const [network, bits] of INSIDE) inside.addSubnet(network, bits, "ipv4");
for (const [network, bits] of INSIDE_V6) inside.addSubnet(network, bits, "ipv6");
const open = new BlockList();
open.addSubnet(...OPEN_V6, "ipv6");

/** True for an address that anybody's network reaches: none of this machine, of the networks behind it, or for other uses. */
export function isOpenAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !inside.check(address, "ipv4");
  return version === 6 && open.check(address, "ipv6") && !inside.check(address, "ipv6");
}

/** Whether the operator lets webhooks lead to a host inside, over http too. */
function isAllowedInside(host: string): boolean {
  return env().WEBHOOK_PRIVATE_HOSTS.includes(host.toLowerCase());
}

/** Whether a webhook may lead to an address at all: over https, and to no address inside that is written out. */
export function mayLeadTo(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  const host = hostname.replace(/^\[|\]$/g, "");
  if (isAllowedInside(host)) return true;
  return protocol === "https:" && (isIP(host) === 0 || isOpenAddress(host));
}

/** Finds the address of a host as Node does, and none that lies inside: asked when connecting, so that no name changes its mind after. */
export const lookupOpen: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    const addresses = found as LookupAddress[] | undefined;
    if (error || !addresses) return done(error, "", 0);
    const [first] = addresses;
    const isOpen = isAllowedInside(host) || addresses.every(({ address }) => isOpenAddress(address));
    if (!first || !isOpen) return done(Object.assign(new Error("inside"), { code: "EINSIDE" }), "", 0);
    if ((options as { all?: boolean }).all) return done(null, addresses as never, 0);
    return done(null, first.address, first.family);
  });
};
