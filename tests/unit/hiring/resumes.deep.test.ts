import { deflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { readResume } from "@/lib/hiring/worker/read";

/** A page whose content is a stream of so many bytes, deflated to a few. */
function bombPdf(bytes: number): Uint8Array {
  const stream = deflateSync(Buffer.alloc(bytes, "q "), { level: 9 });
  const head = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj
4 0 obj<</Length ${stream.length}/Filter/FlateDecode>>stream
`;
  return Buffer.concat([
    Buffer.from(head),
    stream,
    Buffer.from("\nendstream endobj\ntrailer<</Root 1 0 R>>"),
  ]);
}

it("is given up on where a small PDF unfolds to hundreds of megabytes, and this process holds none of them", async () => {
  const bomb = bombPdf(300 * 1024 * 1024);
  expect(bomb.length).toBeLessThan(1024 * 1024);
  const before = process.memoryUsage().rss;
  expect(await readResume(bomb)).toMatchObject({ ok: false });
  expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
});
