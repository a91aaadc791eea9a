-- SPDX-License-Identifier: Apache-2.0
-- Waits for whoever is writing and lets nobody begin; reading goes on.
LOCK TABLE documents.documents IN SHARE MODE
