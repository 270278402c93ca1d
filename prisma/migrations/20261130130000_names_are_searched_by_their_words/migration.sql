-- Names are searched by the beginnings of their words, in any order, with and without accents: Łukasz by "lukasz",
-- O'Brien by "obrien". Every list searched in its own way, with % and _ as wildcards in some. unaccent is not on every
-- server, so the letters are told here; the functions are immutable, so that an index answers.

-- Lower case without accents and apostrophes; what parts words becomes a space.
CREATE FUNCTION standby_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(
  replace(replace(replace(replace(
    translate(
      regexp_replace(lower(normalize(translate(words, '''’‘ʼʻ`´', ''), NFKD) COLLATE "und-x-icu"), '[\u0300-\u036f]', '', 'g'),
      'łđøħıŧðŋ', 'ldohitdn'),
    'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
  '[-\s,.;:/()"@\u2010-\u2015]+', ' ', 'g');

-- The words a text is found by. A lexeme has at most 2,046 bytes.
CREATE FUNCTION standby_words(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN array_to_tsvector(array_remove(string_to_array(left(standby_fold(words), 500), ' '), ''));

-- What is typed into a search: each of its words begins a word of the text. Without any word it finds nothing.
CREATE FUNCTION standby_search(typed text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
  SELECT string_agg('''' || replace(word, '\', '\\') || ''':*', ' & ')::tsquery
  FROM unnest(string_to_array(left(standby_fold(typed), 500), ' ')) AS word
  WHERE word <> ''
);

CREATE INDEX users_words_idx ON users USING gin (standby_words(name || ' ' || split_part(email, '@', 1)));
CREATE INDEX support_requests_words_idx ON support_requests USING gin (standby_words(summary));
