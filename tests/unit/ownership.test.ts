import { it } from "vitest";
import { findForeignWrites, findReadsAhead, readSchema } from "@/tests/support/architecture/ownership";
import { readSources } from "@/tests/support/architecture/source";

it("x", () => {
  const s = readSources(".");
  const schema = readSchema(".");
  process.stdout.write(
    `${findForeignWrites(s, schema).join("\n")}\n\n${findReadsAhead(s, schema).join("\n")}\n`,
  );
});
