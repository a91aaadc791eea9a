-- SPDX-License-Identifier: Apache-2.0
SELECT pkcs12, certificate_der, kept_at FROM access.signing_keys WHERE user_id = $1;
