-- What was agreed about a request stands beside it: words to the executive, and words among those who serve them. A confidential
-- request shows its words to the requester and whoever has it alone. A type has a small form, whose answers are kept.

-- AlterTable
ALTER TABLE "support_requests" ADD COLUMN     "confidential" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "fields" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "request_comments" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "is_internal" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "request_comments_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "request_comments_request_id_created_at_idx" ON "request_comments"("request_id", "created_at");

-- CreateIndex
CREATE INDEX "request_comments_author_id_idx" ON "request_comments"("author_id");

-- AddForeignKey
ALTER TABLE "request_comments" ADD CONSTRAINT "request_comments_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "support_requests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_comments" ADD CONSTRAINT "request_comments_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE request_comments ADD CONSTRAINT request_comments_text_check CHECK (length(text) BETWEEN 1 AND 4000);
