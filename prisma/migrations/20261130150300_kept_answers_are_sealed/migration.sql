-- Kept answers are sealed.
--
-- The answers of requests with an idempotency key, which may hold private words, were kept as text beside their key for a
-- day. They are now kept under a hash of the key and sealed with the key itself. What is kept already stays known, so that
-- nothing is done twice; its bodies, which only the application could seal, are forgotten.

UPDATE idempotency_keys SET
  key = translate(encode(sha256(convert_to('name ' || key, 'UTF8')), 'base64'), '+/=', '-_'),
  request_hash = encode(sha256(sha256(convert_to(key, 'UTF8')) || sha256(convert_to(request_hash, 'UTF8'))), 'hex'),
  response_body = NULL;
