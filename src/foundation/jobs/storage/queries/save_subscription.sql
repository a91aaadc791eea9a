-- SPDX-License-Identifier: Apache-2.0
INSERT INTO jobs.subscriptions (type, subscriber) VALUES ($1, $2) ON CONFLICT DO NOTHING;
