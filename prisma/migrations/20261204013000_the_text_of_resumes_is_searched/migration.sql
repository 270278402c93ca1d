CREATE TABLE "resume_texts" (
    "application_id" UUID NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "words" tsvector NOT NULL DEFAULT ''::tsvector,
    "fault" TEXT,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "resume_texts_pkey" PRIMARY KEY ("application_id")
);
CREATE INDEX "resume_texts_words_idx" ON "resume_texts" USING GIN ("words");
ALTER TABLE "resume_texts" ADD CONSTRAINT "resume_texts_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "resume_texts" ADD CONSTRAINT "resume_texts_or_fault" CHECK ((fault IS NULL) = (text <> ''));

-- The words follow the text, whoever writes it.
CREATE FUNCTION index_resume_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.words := standby_text_words(NEW.text);
  RETURN NEW;
END $$;
CREATE TRIGGER resume_texts_words BEFORE INSERT OR UPDATE ON resume_texts FOR EACH ROW EXECUTE FUNCTION index_resume_words();
