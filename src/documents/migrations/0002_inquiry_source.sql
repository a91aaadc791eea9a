-- SPDX-License-Identifier: Apache-2.0
-- «inquiry»: an agency answered it to the center's own inquiry (210-ФЗ art. 7), the center passes it on.
ALTER TABLE documents.documents
  DROP CONSTRAINT documents_source_check,
  ADD CONSTRAINT documents_source_check CHECK (source IN ('center', 'agency', 'inquiry'));
