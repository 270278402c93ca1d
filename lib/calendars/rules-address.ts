/** The address a calendar program reads a feed at. */
export function feedAddress(publicUrl: string, token: string): string {
  return `${publicUrl}/api/feeds/${token}.ics`;
}

/** The same address as calendar programs open it. */
export function webcalAddress(address: string): string {
  return address.replace(/^https?:/, "webcal:");
}
