-- SPDX-License-Identifier: Apache-2.0
INSERT INTO access.signing_keys (user_id, pkcs12, certificate_der, kept_at, not_after)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (user_id) DO UPDATE SET pkcs12 = EXCLUDED.pkcs12, certificate_der = EXCLUDED.certificate_der,
  kept_at = EXCLUDED.kept_at, not_after = EXCLUDED.not_after;
