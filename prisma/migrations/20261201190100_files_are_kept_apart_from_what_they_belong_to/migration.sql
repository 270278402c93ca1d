-- One mechanism for files of every domain: what is known of a file, and its bytes apart, so that lists never read them. A file
-- that was sent waits until what it belongs to is written, and is forgotten otherwise; then it goes with what it belongs to.

CREATE TABLE "files" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "waits_until" TIMESTAMPTZ(3),

    CONSTRAINT "files_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "file_bytes" (
    "file_id" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "file_bytes_pkey" PRIMARY KEY ("file_id")
);

CREATE TABLE "request_files" (
    "file_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "comment_id" UUID,

    CONSTRAINT "request_files_pkey" PRIMARY KEY ("file_id")
);

CREATE INDEX "files_created_by_id_idx" ON "files"("created_by_id");
CREATE INDEX "files_waits_until_idx" ON "files"("waits_until");
CREATE INDEX "request_files_request_id_idx" ON "request_files"("request_id");
CREATE INDEX "request_files_comment_id_idx" ON "request_files"("comment_id");

ALTER TABLE "files" ADD CONSTRAINT "files_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "file_bytes" ADD CONSTRAINT "file_bytes_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "request_files" ADD CONSTRAINT "request_files_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "request_files" ADD CONSTRAINT "request_files_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "support_requests"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "request_files" ADD CONSTRAINT "request_files_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "request_comments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE files ADD CONSTRAINT files_size_check CHECK (size BETWEEN 1 AND 10485760),
  ADD CONSTRAINT files_name_check CHECK (length(name) BETWEEN 1 AND 120 AND name !~ '[/\\[:cntrl:]]');
ALTER TABLE file_bytes ADD CONSTRAINT file_bytes_size_check CHECK (octet_length(bytes) BETWEEN 1 AND 10485760);

-- Most files are packed already.
ALTER TABLE file_bytes ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- A file goes with the row that says what it belongs to, whoever deletes that; each domain's table of files has this trigger.
CREATE FUNCTION delete_file_of_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM files WHERE id = OLD.file_id;
  RETURN NULL;
END $$;
CREATE TRIGGER request_files_delete_file AFTER DELETE ON request_files FOR EACH ROW EXECUTE FUNCTION delete_file_of_row();
