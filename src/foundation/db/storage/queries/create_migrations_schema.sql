-- SPDX-License-Identifier: Apache-2.0
CREATE SCHEMA IF NOT EXISTS okno;
