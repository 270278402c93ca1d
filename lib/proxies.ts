import { BlockList, isIP } from "node:net";

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
    list.addSubnet(address, bits, addressFamily(address));
  }
  return list;
}

export function addressFamily(address: string): "ipv4" | "ipv6" {
  return isIP(address) === 6 ? "ipv6" : "ipv4";
}
