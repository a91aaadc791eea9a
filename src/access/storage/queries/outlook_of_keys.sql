-- SPDX-License-Identifier: Apache-2.0
SELECT count(*) FILTER (WHERE not_after <= $1) AS ended,
       count(*) FILTER (WHERE not_after > $1 AND not_after < $2) AS ending,
       min(not_after) FILTER (WHERE not_after > $1) AS nearest_end
FROM access.signing_keys;
