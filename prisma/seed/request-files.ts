import type { Ctx } from "@/lib/context";
import type { Prisma } from "@/prisma/generated/client/client";
import { demoId } from "./draw";

type Row = Prisma.SupportRequestCreateManyInput;

/** What is attached to some of the open requests: its name, and the lines of its one page. */
const FILES = [
  {
    summary: "Rebook Friday's flight to Copenhagen",
    name: "Ticket SK1428.pdf",
    lines: ["SK1428 Stockholm ARN - Copenhagen CPH", "Friday 19:40, seat 4C, cabin bag only"],
  },
  {
    summary: "Papers for the audit committee",
    name: "Risk report.pdf",
    lines: ["Risk report", "For the audit committee, third quarter"],
  },
] as const;

/** Files sent with requests, each as its executive sent it. */
export async function writeRequestFiles(ctx: Ctx, rows: readonly Row[]): Promise<void> {
  const files = FILES.flatMap(({ summary, name, lines }) => {
    const request = rows.find((row) => row.summary === summary);
    if (!request?.id) return [];
    const { id: requestId, createdById, createdAt = ctx.now } = request;
    return [{ requestId, createdById, createdAt, id: demoId("file", name), name, bytes: onePage(lines) }];
  });
  await ctx.db.storedFile.createMany({
    data: files.map(({ id, name, bytes, createdById, createdAt }) => ({
      ...{ id, name, createdById, createdAt, kind: "pdf", size: bytes.length },
    })),
  });
  await ctx.db.fileBytes.createMany({ data: files.map(({ id: fileId, bytes }) => ({ fileId, bytes })) });
  await ctx.db.requestFile.createMany({
    data: files.map(({ id: fileId, requestId }) => ({ fileId, requestId })),
  });
}

/** A PDF of one A4 page with some lines of text. */
function onePage(lines: readonly string[]): Uint8Array<ArrayBuffer> {
  const text = `BT /F1 14 Tf 72 760 Td 22 TL ${lines.map((line) => `(${line}) Tj T*`).join(" ")} ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new TextEncoder().encode(
    `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`,
  );
}
