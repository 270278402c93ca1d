-- Who asked may say how a request went, once it is done: one value and a word, for whoever did it and the managers, never as a
-- ranking of people. It can be changed for seven days.

CREATE TABLE "request_ratings" (
    "request_id" UUID NOT NULL,
    "value" SMALLINT NOT NULL,
    "word" TEXT NOT NULL DEFAULT '',
    "rated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "request_ratings_pkey" PRIMARY KEY ("request_id")
);

ALTER TABLE "request_ratings" ADD CONSTRAINT "request_ratings_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "support_requests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE request_ratings ADD CONSTRAINT request_ratings_value_check CHECK (value BETWEEN 1 AND 5),
  ADD CONSTRAINT request_ratings_word_check CHECK (length(word) <= 500);
