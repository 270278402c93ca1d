import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { acceptMalformedAddresses, readableAddress } from "@/lib/server/addresses";

describe("an address", () => {
  it("that can be read stays as it is", () => {
    for (const address of ["/", "/a/b?q=%ff", "/a/%C3%A5", "/a%2Fb", "*"]) {
      expect(readableAddress(address)).toBe(address);
    }
  });

  it("with percent signs that stand for nothing shows them as percent signs", () => {
    expect(readableAddress("/a/%ff")).toBe("/a/%25ff");
    expect(readableAddress("/%C3%A5/%E0%A4%A?x=%ff#%")).toBe("/%C3%A5/%25E0%25A4%25A?x=%ff#%");
    expect(readableAddress("/%")).toBe("/%25");
  });

  it("reaches the server readable", async () => {
    acceptMalformedAddresses();
    const server = createServer((request, response) => response.end(request.url));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/a/%ff`);
    expect(await answer.text()).toBe("/a/%25ff");
    server.close();
  });
});
