import { z } from "zod";

/** What the address of the matrix asks: which pool and page, and whose level in which duty is open. */
export const MatrixAddress = z.object({
  pool: z.uuid().optional(),
  page: z.coerce.number().int().min(1).max(1_000).default(1),
  person: z.uuid().optional(),
  duty: z.string().max(40).optional(),
});

type Asked = { pool: string; page?: number; person?: string; duty?: string };

/** The address of the matrix for what is asked. */
export function matrixAddress({ pool, page = 1, person, duty }: Asked): string {
  const query = new URLSearchParams({
    pool,
    ...(page > 1 && { page: String(page) }),
    ...(person && duty && { person, duty }),
  });
  return `/manager/training/matrix?${query}`;
}
