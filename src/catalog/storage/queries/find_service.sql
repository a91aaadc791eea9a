-- SPDX-License-Identifier: Apache-2.0
SELECT code, version, content_hash, body FROM catalog.services WHERE code = $1 AND version = $2::int
