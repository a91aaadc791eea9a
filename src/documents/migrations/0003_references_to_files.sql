-- SPDX-License-Identifier: Apache-2.0
-- Whether anybody refers to a file of the store.
CREATE INDEX documents_sha256 ON documents.documents (sha256);
