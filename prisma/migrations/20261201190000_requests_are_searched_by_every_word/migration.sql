-- Requests were searched by their summary alone, and the words of each were worked out anew. Now every word of a request is kept
-- beside it: summary, details, answers, comments, callers and people, as they are written and by their stem in English and
-- Swedish. What is internal is apart, because the executive doesn't find it. Triggers keep it, so that no verb, import or
-- erasure can forget to.

CREATE TABLE "request_words" (
    "request_id" UUID NOT NULL,
    "shared" tsvector NOT NULL,
    "everything" tsvector NOT NULL,

    CONSTRAINT "request_words_pkey" PRIMARY KEY ("request_id")
);

ALTER TABLE "request_words" ADD CONSTRAINT "request_words_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "support_requests"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE INDEX "request_words_everything_idx" ON "request_words" USING GIN ("everything");

-- Lists of years begin with the latest.
CREATE INDEX "support_requests_created_at_id_idx" ON "support_requests"("created_at", "id");

DROP INDEX support_requests_words_idx;

-- Words of a long text as they are written, and by their stems, which begin with ~.
CREATE FUNCTION standby_text_words(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
  SELECT coalesce(array_to_tsvector(array_agg(lexeme)), ''::tsvector)
  FROM (
    SELECT left(word, 100) AS word FROM unnest(string_to_array(standby_fold(left(words, 60000)), ' ')) AS word WHERE word <> ''
  ) AS written
  CROSS JOIN LATERAL (VALUES
    (word), ('~' || (ts_lexize('english_stem', word))[1]), ('~' || (ts_lexize('swedish_stem', word))[1])
  ) AS lexemes (lexeme)
  WHERE lexeme IS NOT NULL
);

-- A phone number in any notation is found by its last seven digits.
CREATE FUNCTION standby_number_words(number text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN length(regexp_replace(number, '\D', '', 'g')) >= 7
  THEN array_to_tsvector(ARRAY[regexp_replace(number, '\D', '', 'g'), '#' || right(regexp_replace(number, '\D', '', 'g'), 7)])
  ELSE ''::tsvector END;

-- What is typed: each word begins a word of the request, shares its stem, or begins the name of its type; or all of it is a number.
CREATE FUNCTION standby_request_search(typed text) RETURNS tsquery LANGUAGE sql STABLE STRICT PARALLEL SAFE
RETURN CASE WHEN typed ~ '^\s*\+?[\d\s()./-]+$' AND length(regexp_replace(typed, '\D', '', 'g')) >= 7
  THEN ('''#' || right(regexp_replace(typed, '\D', '', 'g'), 7) || '''')::tsquery
  ELSE (
    SELECT string_agg('(' || concat_ws(' | ',
      '''' || replace(word, '\', '\\') || ''':*',
      '''~' || replace((ts_lexize('english_stem', word))[1], '\', '\\') || '''',
      '''~' || replace((ts_lexize('swedish_stem', word))[1], '\', '\\') || '''',
      (SELECT string_agg('''=' || t.id || '''', ' | ') FROM request_types t
        WHERE standby_words(t.name_en || ' ' || t.name_sv) @@ ('''' || replace(word, '\', '\\') || ''':*')::tsquery)
    ) || ')', ' & ')::tsquery
    FROM unnest(string_to_array(left(standby_fold(typed), 500), ' ')) AS word WHERE word <> ''
  ) END;

-- Some of the requests that are found, by the index of words whatever the planner expects of frequent ones.
CREATE FUNCTION standby_found_requests(typed text, most integer) RETURNS SETOF uuid LANGUAGE plpgsql STABLE STRICT
SET enable_seqscan = off SET enable_indexscan = off AS $$
BEGIN
  RETURN QUERY EXECUTE 'SELECT request_id FROM request_words WHERE everything @@ $1 LIMIT $2'
    USING standby_request_search(typed), most;
END $$;

CREATE FUNCTION index_request_words(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO request_words (request_id, shared, everything)
  SELECT r.id, w.shared, w.shared || standby_text_words(coalesce(c.internal, ''))
  FROM support_requests r
  JOIN executives e ON e.id = r.executive_id JOIN users eu ON eu.id = e.user_id JOIN users cu ON cu.id = r.created_by_id
  LEFT JOIN assistants a ON a.id = r.assignee_id LEFT JOIN users au ON au.id = a.user_id
  LEFT JOIN phone_messages m ON m.request_id = r.id
  LEFT JOIN LATERAL (
    SELECT string_agg(text, ' ') FILTER (WHERE NOT is_internal) AS said, string_agg(text, ' ') FILTER (WHERE is_internal) AS internal
    FROM request_comments WHERE request_id = r.id) c ON true
  CROSS JOIN LATERAL (
    SELECT standby_text_words(concat_ws(' ', r.summary, eu.name, cu.name, au.name, m.caller, m.company, m.number_text,
        (SELECT string_agg(value, ' ') FROM jsonb_each_text(r.fields)), r.details, c.said))
      || standby_number_words(coalesce(m.number_text, ''))
      || array_to_tsvector(ARRAY['=' || coalesce(r.type_id, '')]) AS shared) w
  WHERE r.id = ANY(ids)
  ON CONFLICT (request_id) DO UPDATE SET shared = excluded.shared, everything = excluded.everything
$$;

CREATE FUNCTION index_new_requests() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM index_request_words(ARRAY(SELECT id FROM added));
  RETURN NULL;
END $$;
CREATE TRIGGER support_requests_words_added AFTER INSERT ON support_requests
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION index_new_requests();

CREATE FUNCTION index_changed_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM index_request_words(ARRAY[NEW.id]);
  RETURN NULL;
END $$;
CREATE TRIGGER support_requests_words_changed AFTER UPDATE ON support_requests FOR EACH ROW
  WHEN ((OLD.summary, OLD.details, OLD.fields, OLD.type_id, OLD.assignee_id)
    IS DISTINCT FROM (NEW.summary, NEW.details, NEW.fields, NEW.type_id, NEW.assignee_id))
  EXECUTE FUNCTION index_changed_request();

CREATE FUNCTION index_words_of_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM index_request_words(ARRAY[NEW.request_id]);
  RETURN NULL;
END $$;
CREATE TRIGGER request_comments_words AFTER INSERT OR UPDATE ON request_comments FOR EACH ROW EXECUTE FUNCTION index_words_of_request();
CREATE TRIGGER phone_messages_words AFTER INSERT OR UPDATE OF caller, company, number_text ON phone_messages
  FOR EACH ROW EXECUTE FUNCTION index_words_of_request();

-- Another name, and the name of an erased person.
CREATE FUNCTION index_requests_of_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM index_request_words(ARRAY(
    SELECT r.id FROM support_requests r JOIN executives e ON e.id = r.executive_id WHERE e.user_id = NEW.id
    UNION SELECT r.id FROM support_requests r JOIN assistants a ON a.id = r.assignee_id WHERE a.user_id = NEW.id
    UNION SELECT id FROM support_requests WHERE created_by_id = NEW.id));
  RETURN NULL;
END $$;
CREATE TRIGGER users_request_words AFTER UPDATE OF name ON users FOR EACH ROW
  WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION index_requests_of_person();

SELECT index_request_words(ARRAY(SELECT id FROM support_requests));
