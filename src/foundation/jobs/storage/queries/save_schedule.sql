-- SPDX-License-Identifier: Apache-2.0
INSERT INTO jobs.schedules (name) VALUES ($1) ON CONFLICT DO NOTHING;
