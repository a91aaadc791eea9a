-- SPDX-License-Identifier: Apache-2.0
SELECT code, version, content_hash, body FROM catalog.services ORDER BY code, version
