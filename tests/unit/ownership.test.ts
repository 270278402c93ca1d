import { describe, expect, it } from "vitest";
import { OWNERS } from "@/tests/support/architecture/owners";
import {
  findForeignWrites,
  findNeedlessExceptions,
  findReadsAhead,
  readSchema,
} from "@/tests/support/architecture/ownership";
import { readSources } from "@/tests/support/architecture/source";

const schema = readSchema(".");

describe("a table", () => {
  const sources = readSources(".");

  it("has an owner, each of them", () => {
    expect(Object.keys(OWNERS).sort()).toEqual([...schema.models].sort());
  });

  it("is written by its own domain only", () => {
    expect(findForeignWrites(sources, schema)).toEqual([]);
  });

  it("is not read by a domain that comes before its own", () => {
    expect(findReadsAhead(sources, schema)).toEqual([]);
  });

  it("has no exception that is needed no more", () => {
    expect(findNeedlessExceptions(sources, schema)).toEqual([]);
  });
});

describe("a write by another domain is found", () => {
  it.each([
    ["by Prisma", "await tx.db.coverageAssignment.updateMany({ where: { id } });"],
    ["by Prisma over several lines", "await ctx.db\n  .coverageAssignment\n  .create({ data });"],
    ["by Prisma in sets", "await db.coverageAssignment.createManyAndReturn({ data });"],
    ["by SQL that inserts", "await tx.db.$executeRaw`INSERT INTO coverage_assignments (id) VALUES (1)`;"],
    ["by SQL that updates", "await tx.db.$executeRaw`UPDATE coverage_assignments SET pinned = true`;"],
    ["by SQL that deletes", 'await tx.db.$executeRaw`DELETE FROM "coverage_assignments"`;'],
    ["through a relation", "await tx.db.absence.update({ data: { covers: { create: [row] } } });"],
  ])("%s", (_, source) => {
    const path = "lib/absences/requests/service-covers.ts";
    expect(findForeignWrites(new Map([[path, source]]), schema)).toEqual([
      `${path} writes CoverageAssignment, which belongs to covers.`,
    ]);
  });

  it.each([
    ["its own domain writes", "lib/covers/service.ts", "await tx.db.coverageAssignment.create({ data });"],
    ["a row is locked", "lib/absences/service.ts", "SELECT id FROM coverage_assignments FOR NO KEY UPDATE"],
    ["another model is like it", "lib/absences/service.ts", "await tx.db.absence.create({ data });"],
    ["a comment speaks of it", "lib/absences/service.ts", "// tx.db.coverageAssignment.create({ data })"],
  ])("but not where %s", (_, path, source) => {
    expect(findForeignWrites(new Map([[path, source]]), schema)).toEqual([]);
  });
});

describe("a read ahead of the order is found", () => {
  it.each([
    ["by Prisma", "await ctx.db.coverageAssignment.findMany({ where });"],
    ["by SQL", "await ctx.db.$queryRaw`SELECT 1 FROM coverage_assignments c`;"],
    ["by SQL that joins", "await ctx.db.$queryRaw`SELECT 1 FROM pools JOIN coverage_assignments c ON true`;"],
  ])("%s", (_, source) => {
    const path = "lib/assistants/queries.ts";
    expect(findReadsAhead(new Map([[path, source]]), schema)).toEqual([
      `${path} reads CoverageAssignment, but assistants comes before covers.`,
    ]);
  });
});
