-- SPDX-License-Identifier: Apache-2.0
DELETE FROM jobs.jobs WHERE id = $1 AND lease_token = $2;
