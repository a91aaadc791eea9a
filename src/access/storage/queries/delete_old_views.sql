-- SPDX-License-Identifier: Apache-2.0
DELETE FROM access.recent_views WHERE at < $1;
