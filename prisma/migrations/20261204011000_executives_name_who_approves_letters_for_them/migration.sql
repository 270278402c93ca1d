CREATE TABLE "letter_deputies" (
    "executive_id" UUID NOT NULL,
    "deputy_id" UUID NOT NULL,
    "named_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "letter_deputies_pkey" PRIMARY KEY ("executive_id")
);
CREATE INDEX "letter_deputies_deputy_id_idx" ON "letter_deputies"("deputy_id");
ALTER TABLE "letter_deputies" ADD CONSTRAINT "letter_deputies_executive_id_fkey" FOREIGN KEY ("executive_id") REFERENCES "executives"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "letter_deputies" ADD CONSTRAINT "letter_deputies_deputy_id_fkey" FOREIGN KEY ("deputy_id") REFERENCES "executives"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "letter_deputies" ADD CONSTRAINT "letter_deputies_somebody_else" CHECK (deputy_id <> executive_id);
