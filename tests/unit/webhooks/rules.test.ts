import { describe, expect, it } from "vitest";
import { endOfEndpoint, isDelivered, MOST_DELIVERY_ATTEMPTS, nextDeliveryAt } from "@/lib/webhooks/rules";
import { CreateWebhookInput } from "@/lib/webhooks/schema";
import { isOpenAddress } from "@/lib/webhooks/service-address";

const NOW = new Date("2026-08-17T07:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

describe("a delivery", () => {
  it("is tried ten times in about three days, later and later", () => {
    const waits = Array.from({ length: MOST_DELIVERY_ATTEMPTS - 1 }, (_, i) =>
      Math.round((nextDeliveryAt(i + 1, NOW, 0.5).getTime() - NOW.getTime()) / 60_000),
    );
    expect(MOST_DELIVERY_ATTEMPTS).toBe(10);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits.reduce((sum, one) => sum + one, 0) / 1_440).toBeCloseTo(2.7, 1);
  });

  it("leaves a part of each wait to chance", () => {
    const wait = (chance: number) => nextDeliveryAt(4, NOW, chance).getTime() - NOW.getTime();
    expect([wait(0), wait(1)]).toEqual([54 * 60_000, 66 * 60_000]);
  });

  it("is taken by an answer of 2xx alone", () => {
    expect([200, 204, 299].every((status) => isDelivered({ status }))).toBe(true);
    expect([199, 301, 410, 500].some((status) => isDelivered({ status }))).toBe(false);
    expect(isDelivered({ fault: "ECONNREFUSED" })).toBe(false);
  });
});

describe("an endpoint", () => {
  it("ends when it says that it is gone, and after five days without a success", () => {
    expect(endOfEndpoint({ status: 410 }, null, NOW)).toBe("gone");
    expect(endOfEndpoint({ status: 500 }, daysAgo(5), NOW)).toBe("failing");
    expect(endOfEndpoint({ status: 500 }, daysAgo(4.9), NOW)).toBeNull();
    expect(endOfEndpoint({ fault: "ETIMEDOUT" }, null, NOW)).toBeNull();
  });

  it.each([
    "127.0.0.1",
    "10.1.2.3",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:10.0.0.1",
    "64:ff9b::a00:1",
    "2002:a00:1::",
    "fd00::1",
    "fe80::1",
    "ff02::1",
    "2001:db8::1",
    "no address",
  ])("is never at %s", (address) => {
    expect(isOpenAddress(address)).toBe(false);
  });

  it.each(["93.184.216.34", "172.32.0.1", "2a00:1450:4001::1", "2606:2800:220:1::1"])(
    "may be at %s",
    (address) => {
      expect(isOpenAddress(address)).toBe(true);
    },
  );

  it.each(["ftp://x.org/", "https://user:word@x.org/", "https://x.org/#part", "no address", "javascript:1"])(
    "can't have the address %s",
    (url) => {
      expect(CreateWebhookInput.safeParse({ name: "a", url, events: ["x"] }).success).toBe(false);
    },
  );
});
