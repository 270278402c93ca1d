-- A type of request names the duty it is about, so that a request of it goes to whoever serves the executive with that duty,
-- where the executive asks for it and nothing else was said.

ALTER TABLE "request_types" ADD COLUMN "duty_id" TEXT;

CREATE INDEX "request_types_duty_id_idx" ON "request_types"("duty_id");

ALTER TABLE "request_types" ADD CONSTRAINT "request_types_duty_id_fkey" FOREIGN KEY ("duty_id") REFERENCES "duties"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

UPDATE request_types t SET duty_id = d.id
FROM (VALUES ('correspondence', 'correspondence'), ('meeting', 'meetings'), ('travel', 'travel'), ('expenses', 'expenses'),
  ('research', 'research'), ('sales_support', 'sales_support'), ('candidate', 'prescreening')) AS about (type_id, duty_id)
JOIN duties d ON d.id = about.duty_id WHERE t.id = about.type_id;
