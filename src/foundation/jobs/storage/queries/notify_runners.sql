-- SPDX-License-Identifier: Apache-2.0
-- Sent with the commit; equal ones of one transaction are one.
SELECT pg_notify('okno_jobs', '');
