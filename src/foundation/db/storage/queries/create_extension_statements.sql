-- SPDX-License-Identifier: Apache-2.0
-- What the rooms use: trigram and Russian full text search, mixed GIN indexes, case-blind texts. Empty when all are there.
SELECT format('CREATE EXTENSION IF NOT EXISTS %I SCHEMA public', wanted.name) AS statement
FROM (VALUES ('pg_trgm'), ('unaccent'), ('btree_gin'), ('btree_gist'), ('citext')) AS wanted (name)
WHERE NOT EXISTS (SELECT FROM pg_extension WHERE extname = wanted.name);
