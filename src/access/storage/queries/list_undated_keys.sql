-- SPDX-License-Identifier: Apache-2.0
SELECT user_id, certificate_der FROM access.signing_keys WHERE not_after IS NULL;
