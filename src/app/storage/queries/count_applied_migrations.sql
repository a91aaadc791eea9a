-- SPDX-License-Identifier: Apache-2.0
SELECT count(*) AS applied FROM okno.migrations WHERE room || '/' || name = ANY ($1::text[]);
